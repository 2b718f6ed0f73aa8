import { RECORD_SHAPES, type RecordKind } from "./recordShapes.js";

/** The file with the name, version and settings of a dataset folder. */
export const HEAD_FILE = "dataset.yaml";

/** The kinds of record. Each is also the stem of its files. */
export const RECORD_KINDS = Object.keys(RECORD_SHAPES) as RecordKind[];

/** Extensions of record files. `jsonl` is for large datasets. */
const RECORD_ENDINGS = ["yaml", "yml", "jsonl"] as const;
export type RecordEnding = (typeof RECORD_ENDINGS)[number];

/** Splits the name of a possible record file, of a known kind or not; null for other files, such as a README, which are ignored. */
export function recordFileNamed(name: string): { readonly stem: string; readonly ending: RecordEnding } | null {
  const [stem = "", ending = ""] = name.split(/\.(?=[^.]*$)/);
  const known = RECORD_ENDINGS.find((each) => each === ending);
  return known === undefined || name === HEAD_FILE ? null : { stem, ending: known };
}

/** Whether a stem is a kind of record. */
export function isRecordKind(stem: string): stem is RecordKind {
  return Object.hasOwn(RECORD_SHAPES, stem);
}

/** Whether a file name belongs to a dataset folder: `dataset.yaml` or a record file of a known kind. */
export function isDatasetFile(name: string): boolean {
  const file = recordFileNamed(name);
  return name === HEAD_FILE || (file !== null && isRecordKind(file.stem));
}
