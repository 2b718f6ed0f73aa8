import type { Closeness } from "../../model/Closeness.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import type { HeldDegree } from "./HeldDegree.js";
import type { HeldLevel } from "./HeldLevel.js";
import type { PathObjective } from "./PathObjective.js";
import type { SearchBudget } from "../pace/SearchClock.js";

/** A request for paths, all references resolved to ids. */
export interface PathQuery {
  readonly fromId: string;
  readonly toId: string;
  readonly objective: PathObjective;
  /** Paths wanted at most, 1 to 20. */
  readonly limit: number;
  /** Whether only paths are wanted that share little with those before them (`differingPaths`). */
  readonly differ?: boolean;
  readonly constraints: PathConstraints;
  /** Skills of the profile and those its certifications certify; the planner adds the skills of `from`. */
  readonly heldSkillIds: readonly string[];
  /** Levels that the profile gives for skills; they decide alone at which level those are held. */
  readonly heldLevels?: readonly HeldLevel[];
  /** Degrees of the profile; the planner adds the one that `from` needs. */
  readonly heldDegrees?: readonly HeldDegree[];
  readonly budget?: SearchBudget;
}

/** What a path must keep to. Null or an empty list binds nothing. `givenConstraints` tells the rules of each. */
export interface PathConstraints {
  readonly avoid: readonly RoleRecords[];
  /** Roles that the path passes in this order; others may lie between. */
  readonly via: readonly RoleRecords[];
  /** Tracks that the roles between the ends are on; a role on no track does not pass. */
  readonly trackIds: readonly string[] | null;
  readonly kinds: readonly TransitionKind[] | null;
  /** STATED admits stated transitions only. */
  readonly basis: "STATED" | null;
  /** The least closeness of steps of kind RELATED; one that is not measured does not pass. */
  readonly minCloseness: Closeness | null;
  readonly maxSteps: number | null;
  readonly maxYears: number | null;
  readonly maxTrackChanges: number | null;
  /** Levels by which the preparation of one step may rise; binds where both ends have one of one dataset. */
  readonly maxPreparationRise: number | null;
  /** The least that the band of every role after the first begins with; a role without such a band does not pass. */
  readonly minPay: MinPay | null;
}

/** One role by the ids of all its records, which EXACT matches join; the first is the one that was named. */
export type RoleRecords = readonly [string, ...string[]];

/** A lower bound of pay, a year. */
export interface MinPay {
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
  /** As claims write it; null leaves it open, and the band to show for the currency counts. */
  readonly place: string | null;
}

/** Constraints that bind nothing. */
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
