import type { Network } from "../network/Network.js";
import { givenConstraints } from "./givenConstraints.js";
import { ANY_PART } from "./partToKeep.js";
import type { PathConstraints } from "./PathQuery.js";

/** The constraints on single roles and steps. Searches skip the roles and steps that they forbid. */
export class Admission {
  /** By value of a step's traits: 1 if such steps are admitted. */
  readonly traits: Uint8Array;
  /** Whether any constraint binds steps; if not, traits need not be checked. */
  private readonly bindsSteps: boolean;
  /** The conditions on a role between the ends. */
  private readonly rolesBound: readonly ((role: number) => boolean)[];

  /**
   * @param to the role where paths end; null for any role, and the constraints then do not bind the end
   * @param part the ordinal of the dataset that the roles between the ends must belong to, or ANY_PART
   */
  constructor(network: Network, constraints: PathConstraints, to: number | null = null, part = ANY_PART) {
    const given = givenConstraints(constraints);
    const stepsBound = given.flatMap((constraint) => constraint.admitsStep() ?? []);
    const { partOf } = network.columns;
    const afterFirst = given.flatMap((constraint) => constraint.admitsAfterFirst(network) ?? []);
    // If the end itself is forbidden, no step is admitted.
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

  /** Whether a path may take the step at a position. */
  admitsStep(traits: Uint16Array, position: number): boolean {
    return !this.bindsSteps || this.traits[traits[position]!] === 1;
  }

  /** Whether a path may pass a role between its ends. */
  admitsBetween(role: number): boolean {
    for (const admits of this.rolesBound) if (!admits(role)) return false;
    return true;
  }
}
