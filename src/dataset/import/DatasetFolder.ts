import type { z } from "zod";
import type { DATASET_SHAPE, RecordDraft, RecordFile } from "../recordShapes.js";

/** A dataset to be written as a folder. */
export interface DatasetFolder {
  /** Tells the dataset from others that are served with it, whatever its folder is called. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly attributions: readonly string[];
  readonly sharedAliases: boolean;
  /** Whether each rung's needs replace those of the rung below; absent where they add to them. */
  readonly rungsReplace?: boolean;
  /** The scale of the levels of needs; absent where they have none. */
  readonly levelScale?: z.input<typeof DATASET_SHAPE>["levelScale"];
  /** Records by the name of their file; kinds without records are left out. */
  readonly records: { readonly [F in RecordFile]?: readonly RecordDraft<F>[] };
}

/** Tells how far an import is; `total` is 0 while nothing is counted. */
export interface ImportProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}
