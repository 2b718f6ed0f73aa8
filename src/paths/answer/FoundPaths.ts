import type { Basis } from "../../model/Basis.js";
import type { TransitionKind } from "../../model/TransitionKind.js";
import type { SkillToRaise } from "../query/HeldLevel.js";
import type { FoundCaution } from "./cautionsOf.js";
import type { NoPathReason } from "./NoPathReason.js";
import type { PathOutcome } from "./PathOutcome.js";

/** What a search for paths ends with. */
export interface FoundPaths {
  readonly outcome: PathOutcome;
  /** Null unless the outcome is NO_PATH. */
  readonly noPathReason: NoPathReason | null;
  /** Whether the first path is proven best; for trade-offs, whether the set is proven complete. */
  readonly optimal: boolean;
  /**
   * The least that the best path could cost in the unit of the objective (steps, years, skills): the figure of the first path where
   * `optimal`. Null for trade-offs, and where there is no path.
   */
  readonly lowerBound: number | null;
  /** The cap on steps that was in force: `where.maxSteps`, else the objective's own; null for none. */
  readonly maxSteps: number | null;
  /** In the order of the objective; with LIMIT_REACHED, the best found so far. */
  readonly paths: readonly FoundPath[];
}

/** One path, told whole. */
export interface FoundPath {
  /** From first to last; never empty. */
  readonly roleIds: readonly string[];
  readonly steps: readonly FoundStep[];
  readonly totals: FoundTotals;
  /** One plain sentence for a person. */
  readonly summary: string;
  /** What was assumed, one sentence an assumption; empty if nothing was. */
  readonly assumptions: readonly string[];
  /** What a person must know before they trust the path: those of the path, then step by step, then by kind. */
  readonly cautions: readonly FoundCaution[];
}

export interface FoundTotals {
  readonly steps: number;
  /** Known and assumed years together; null if a step is untimed. */
  readonly years: number | null;
  /** The same of all steps but the untimed ones. */
  readonly yearsAtLeast: number;
  /** The part of `yearsAtLeast` that is assumed. */
  readonly yearsAssumed: number;
  /** Steps whose years are unknown and for which there is no figure to assume. */
  readonly untimedSteps: number;
  readonly skillsToLearn: number;
  /** Skills that are raised on the way, less those that are learned on it. */
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
  /** What was assumed where `years` is null; null if they are known, and where the step is untimed. */
  readonly yearsAssumed: number | null;
  readonly kind: TransitionKind;
  readonly basis: Basis;
  /** What the step's role needs, less what is held or was learned before: ESSENTIAL first, then by id. */
  readonly skillIdsToLearn: readonly string[];
  /** What the step's role needs and is held or was learned at too low a level, with that level: ESSENTIAL first, then by id. */
  readonly toRaise: readonly SkillToRaise[];
  /** The degree that the step's role needs, where it is neither held nor earned before: none or one. */
  readonly degreeIdsNeeded: readonly string[];
}
