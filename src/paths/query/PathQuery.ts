import type { Closeness } from "../../model/Closeness.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import type { HeldDegree } from "./HeldDegree.js";
import type { HeldLevel } from "./HeldLevel.js";
import type { MinPay } from "./MinPay.js";
import type { PathObjective } from "./PathObjective.js";
import type { SearchBudget } from "../pace/SearchClock.js";

/** A request for paths, with all references resolved to ids. */
export interface PathQuery {
  readonly fromId: string;
  readonly toId: string;
  readonly objective: PathObjective;
  /** The maximum number of paths, 1 to MOST_PATHS. */
  readonly limit: number;
  /** Whether each path must share little with those listed before it (see `differingPaths`). */
  readonly differ?: boolean;
  readonly constraints: PathConstraints;
  /** Skills of the profile, including those that its certifications prove. The planner adds the skills of `from`. */
  readonly heldSkillIds: readonly string[];
  /** Levels that the profile gives for skills. They override all other levels of those skills. */
  readonly heldLevels?: readonly HeldLevel[];
  /** Degrees of the profile; the planner adds the one that `from` needs. */
  readonly heldDegrees?: readonly HeldDegree[];
  readonly budget?: SearchBudget;
}

/** The constraints on a path. Null or an empty list means no constraint. `givenConstraints` defines the rules. */
export interface PathConstraints {
  readonly avoid: readonly RoleRecords[];
  /** Roles that the path passes in this order. Other roles may come between them. */
  readonly via: readonly RoleRecords[];
  /** Tracks of the roles between the ends. A role on no track is not admitted. */
  readonly trackIds: readonly string[] | null;
  readonly kinds: readonly TransitionKind[] | null;
  /** STATED admits stated transitions only. */
  readonly basis: "STATED" | null;
  /** The minimum closeness of steps of kind RELATED. A step without a measured closeness is not admitted. */
  readonly minCloseness: Closeness | null;
  readonly maxSteps: number | null;
  readonly maxYears: number | null;
  readonly maxTrackChanges: number | null;
  /** The most levels by which preparation may rise in one step. Binds if both ends have a preparation and are of one dataset. */
  readonly maxPreparationRise: number | null;
  /** The least `min` of the pay band of every role after the first. A role without such a band is not admitted. */
  readonly minPay: MinPay | null;
}

/** The ids of all records of one role, connected by EXACT matches. The first is the one that the request names. */
export type RoleRecords = readonly [string, ...string[]];

/** No constraints. */
export const UNCONSTRAINED: PathConstraints = {
  avoid: [],
  via: [],
  trackIds: null,
  kinds: null,
  basis: null,
  minCloseness: null,
  maxSteps: null,
  maxYears: null,
  maxTrackChanges: null,
  maxPreparationRise: null,
  minPay: null,
};
