import { INFERRED_BIT, KIND_BITS, KINDS, type Network, NO_TRACK } from "../network/Network.js";
import type { PathConstraints } from "./PathQuery.js";

/** Constraints that bind each role or each step by itself, so that every search can just leave out what they forbid. */
export class Admission {
  /** 1 for each value of a step's traits that is admitted. */
  readonly traits = new Uint8Array(32).fill(1);
  /** Whether some steps are forbidden, so that their traits must be looked at. */
  private readonly bindsSteps: boolean;
  private readonly avoided: ReadonlySet<number>;
  /** 1 for each track that is admitted; null where tracks are not bound. */
  private readonly tracks: Uint8Array | null = null;

  constructor(
    private readonly network: Network,
    constraints: Pick<PathConstraints, "avoidIds" | "trackIds" | "kinds" | "basis">,
  ) {
    this.avoided = new Set(constraints.avoidIds.map((id) => network.indexOf(id)));
    if (constraints.trackIds !== null) {
      const admitted = new Set(constraints.trackIds);
      this.tracks = Uint8Array.from(network.columns.trackIds, (id) => (admitted.has(id) ? 1 : 0));
    }
    for (let traits = 0; traits < this.traits.length; traits++) {
      const kind = KINDS[traits & KIND_BITS];
      const kindForbidden = constraints.kinds !== null && (kind === undefined || !constraints.kinds.includes(kind));
      const basisForbidden = constraints.basis === "STATED" && (traits & INFERRED_BIT) !== 0;
      if (kindForbidden || basisForbidden) this.traits[traits] = 0;
    }
    this.bindsSteps = constraints.kinds !== null || constraints.basis !== null;
  }

  /** Whether a path may take the step whose traits stand at a position. */
  admitsStep(traits: Uint8Array, position: number): boolean {
    return !this.bindsSteps || this.traits[traits[position]!] === 1;
  }

  /** Whether a role may stand between the ends of a path. */
  admitsBetween(role: number): boolean {
    if (this.tracks !== null) {
      const track = this.network.columns.trackOf[role]!;
      if (track === NO_TRACK || this.tracks[track] === 0) return false;
    }
    return this.avoided.size === 0 || !this.avoided.has(role);
  }
}
