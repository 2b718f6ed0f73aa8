import type { Basis } from "../../model/Basis.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import type { SkillToRaise } from "../query/HeldLevel.js";
import type { FoundCaution } from "./cautionsOf.js";
import type { NoPathReason } from "./NoPathReason.js";
import type { PathOutcome } from "./PathOutcome.js";

/** The answer of a search for paths. */
export interface FoundPaths {
  readonly outcome: PathOutcome;
  /** Null unless the outcome is NO_PATH. */
  readonly noPathReason: NoPathReason | null;
  /** Whether the first path is proven best; for trade-offs, whether the set is proven complete. */
  readonly optimal: boolean;
  /**
   * A lower bound on the cost of the best path, in the unit of the objective (steps, years or skills). If `optimal`, it is the cost
   * of the first path. Null for trade-offs and if there is no path.
   */
  readonly lowerBound: number | null;
  /** The maximum number of steps allowed: `where.maxSteps` or, without it, that of the objective; null if neither sets one. */
  readonly maxSteps: number | null;
  /** In the order of the objective. With LIMIT_REACHED, the best paths found so far. */
  readonly paths: readonly FoundPath[];
}

/** One path with everything that is known about it. */
export interface FoundPath {
  /** In path order; never empty. */
  readonly roleIds: readonly string[];
  readonly steps: readonly FoundStep[];
  readonly totals: FoundTotals;
  /** The path in words, as text to show: one sentence, and a second one if the path requires degrees. */
  readonly summary: string;
  /** A text for each assumption; empty if nothing was assumed. */
  readonly assumptions: readonly string[];
  /** What a person must know before they trust the path: cautions about the whole path first, then by step, then by kind. */
  readonly cautions: readonly FoundCaution[];
}

export interface FoundTotals {
  readonly steps: number;
  /** Known and assumed years together; null if a step is untimed. */
  readonly years: number | null;
  /** Known and assumed years of all steps except the untimed ones. */
  readonly yearsAtLeast: number;
  /** The part of `yearsAtLeast` that is assumed. */
  readonly yearsAssumed: number;
  /** Steps whose years are unknown and for which there is no figure to assume. */
  readonly untimedSteps: number;
  readonly skillsToLearn: number;
  /** Skills that are raised on the path, without those that are also learned on it. */
  readonly skillsToRaise: number;
  readonly essentialSkillsToLearn: number;
  readonly trackChanges: number;
  readonly statedSteps: number;
  readonly inferredSteps: number;
}

export interface FoundStep {
  /** From 1. */
  readonly position: number;
  readonly fromId: string;
  readonly toId: string;
  readonly transitionId: string;
  /** Null if unknown. */
  readonly years: number | null;
  /** The years that are assumed where `years` is null. Null if the years are known or the step is untimed. */
  readonly yearsAssumed: number | null;
  readonly kind: TransitionKind;
  readonly basis: Basis;
  /** Skills that the step's role needs and that are neither held nor learned at an earlier step: ESSENTIAL first, then by id. */
  readonly skillIdsToLearn: readonly string[];
  /** Skills that are held or were learned at too low a level for the step's role, with that level: ESSENTIAL first, then by id. */
  readonly toRaise: readonly SkillToRaise[];
  /** The degree that the step's role needs, if it is neither held nor earned at an earlier step: none or one. */
  readonly degreeIdsNeeded: readonly string[];
}
