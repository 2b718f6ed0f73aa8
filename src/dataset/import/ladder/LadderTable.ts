import type { TransitionKind } from "../../../model/TransitionKind.js";

/** A place in a table, so that a person can correct it. */
export interface LadderPlace {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Row and column of a spreadsheet, or the keys of YAML that lead there. */
  readonly where: string;
}

export interface LadderNeed {
  readonly skill: string;
  readonly category: string | null;
  /** Null if the role needs the skill at no level of its own. */
  readonly level: number | null;
  readonly isUseful: boolean;
  readonly place: LadderPlace;
}

export interface LadderStep {
  /** Title of the role that it leads to, as written. */
  readonly to: string;
  /** Null if tracks and rungs are to decide. */
  readonly kind: Exclude<TransitionKind, "SAME_WORK"> | null;
  readonly years: number | null;
  readonly place: LadderPlace;
}

export interface LadderRole {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly track: string | null;
  readonly rung: number | null;
  /** Years of experience; `to` is null if the span is open. */
  readonly years: { readonly from: number; readonly to: number | null } | null;
  readonly needs: readonly LadderNeed[];
  readonly steps: readonly LadderStep[];
  readonly place: LadderPlace;
}

/** What a ladder is called and how it is to be read; what is null is left to the defaults. */
export interface LadderHead {
  readonly name: string | null;
  readonly version: string | null;
  readonly source: {
    readonly title: string;
    readonly publisher?: string | undefined;
    readonly url?: string | undefined;
  } | null;
  /** Words for the levels, the lowest first, or the two ends of a scale of numbers, as `1-5`. */
  readonly levels: readonly string[] | null;
  /** Whether each rung also needs what those below it need, or its needs replace theirs. */
  readonly rungs: "fill" | "replace" | null;
  /** Whether steps from rung to rung are made. */
  readonly steps: "make" | "none" | null;
}

export const NO_HEAD: LadderHead = { name: null, version: null, source: null, levels: null, rungs: null, steps: null };

export interface LadderTable {
  readonly head: LadderHead;
  readonly roles: readonly LadderRole[];
}
