import type { Network } from "../network/Network.js";
import { givenConstraints } from "./givenConstraints.js";
import { ANY_PART } from "./partToKeep.js";
import type { PathConstraints } from "./PathQuery.js";

/** Constraints that bind each role or each step by itself, so that every search can just leave out what they forbid. */
export class Admission {
  /** 1 for each value of a step's traits that is admitted. */
  readonly traits: Uint8Array;
  /** Whether some steps are forbidden, so that their traits must be looked at. */
  private readonly bindsSteps: boolean;
  /** What a role must pass to stand between the ends. */
  private readonly rolesBound: readonly ((role: number) => boolean)[];

  /**
   * @param to where paths end; null for any role, which no constraint then binds as an end
   * @param part the dataset that the roles between the ends must be of, by its place, or ANY_PART
   */
  constructor(network: Network, constraints: PathConstraints, to: number | null = null, part = ANY_PART) {
    const given = givenConstraints(constraints);
    const stepsBound = given.flatMap((constraint) => constraint.admitsStep() ?? []);
    const { partOf } = network.columns;
    const afterFirst = given.flatMap((constraint) => constraint.admitsAfterFirst(network) ?? []);
    // Where the end itself is forbidden, no step leads anywhere.
    if (to !== null && !afterFirst.every((admits) => admits(to))) stepsBound.push(() => false);
    const rolesBound = [...given.flatMap((constraint) => constraint.admitsBetween(network) ?? []), ...afterFirst];
    this.rolesBound = part === ANY_PART ? rolesBound : [...rolesBound, (role) => partOf[role] === part];
    this.bindsSteps = stepsBound.length > 0;
    this.traits = new Uint8Array(network.columns.mostTraits + 1).fill(1);
    if (!this.bindsSteps) return;
    for (let traits = 0; traits < this.traits.length; traits++) {
      if (!stepsBound.every((admits) => admits(traits))) this.traits[traits] = 0;
    }
  }

  /** Whether a path may take the step whose traits stand at a position. */
  admitsStep(traits: Uint16Array, position: number): boolean {
    return !this.bindsSteps || this.traits[traits[position]!] === 1;
  }

  /** Whether a role may stand between the ends of a path. */
  admitsBetween(role: number): boolean {
    for (const admits of this.rolesBound) if (!admits(role)) return false;
    return true;
  }
}
