import type { z } from "zod";
import type { DATASET_SHAPE, RecordDraft, RecordKind } from "../recordShapes.js";

/** A dataset that is written as a folder. */
export interface DatasetFolder {
  /** Distinguishes the dataset from others that are served with it, whatever the name of its folder. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly attributions: readonly string[];
  readonly sharedAliases: boolean;
  /** Whether the needs of a rung replace those of the rungs below; absent if they add to them. */
  readonly rungsReplace?: boolean;
  /** The scale of the levels of needs; absent if needs have no levels. */
  readonly levelScale?: z.input<typeof DATASET_SHAPE>["levelScale"];
  /** Records by kind. Kinds without records may be absent. */
  readonly records: { readonly [F in RecordKind]?: readonly RecordDraft<F>[] };
}

/** The progress of an import; `total` is 0 while it is unknown. */
export interface ImportProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}
