import type { TransitionKind } from "../../../model/TransitionKind.js";

/** A position in a table, in the form that a person needs to find it. */
export interface LadderPlace {
  /** The line in the file, from 1. */
  readonly line: number;
  /** The row and column of a spreadsheet, or the path of keys in YAML. */
  readonly where: string;
}

export interface LadderNeed {
  readonly skill: string;
  readonly category: string | null;
  /** Null if the table gives no level. */
  readonly level: number | null;
  readonly isUseful: boolean;
  readonly place: LadderPlace;
}

export interface LadderStep {
  /** The title of the target role, as written. */
  readonly to: string;
  /** Null if it follows from tracks and rungs. */
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
  /** Years of experience; `to` is null if there is no upper bound. */
  readonly years: { readonly from: number; readonly to: number | null } | null;
  readonly needs: readonly LadderNeed[];
  readonly steps: readonly LadderStep[];
  readonly place: LadderPlace;
}

/** The name and settings of a ladder. Null means the default. */
export interface LadderHead {
  readonly name: string | null;
  readonly version: string | null;
  readonly source: {
    readonly title: string;
    readonly publisher?: string | undefined;
    readonly url?: string | undefined;
  } | null;
  /** Words for the levels, the lowest first, or one text with the ends of a numeric scale, such as `1-5`. */
  readonly levels: readonly string[] | null;
  /** `fill`: each rung also needs what the rungs below it need. `replace`: its needs replace theirs. */
  readonly rungs: "fill" | "replace" | null;
  /** Whether to make steps from rung to rung. */
  readonly steps: "make" | "none" | null;
}

export const NO_HEAD: LadderHead = { name: null, version: null, source: null, levels: null, rungs: null, steps: null };

export interface LadderTable {
  readonly head: LadderHead;
  readonly roles: readonly LadderRole[];
}
