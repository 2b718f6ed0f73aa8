import { RECORD_SHAPES, type RecordFile } from "./recordShapes.js";

/** The file in which a dataset folder says what it is. */
export const HEAD_FILE = "dataset.yaml";

/** The kinds of record, each also the stem of its files. */
export const RECORD_FILES = Object.keys(RECORD_SHAPES) as RecordFile[];

/** Endings of files that hold records; `jsonl` is the form for many. */
const RECORD_ENDINGS = ["yaml", "yml", "jsonl"] as const;
export type RecordEnding = (typeof RECORD_ENDINGS)[number];

/** Stem and ending of a file that could hold records, known or not; null for others, such as a README, which are left alone. */
export function recordFileNamed(name: string): { readonly stem: string; readonly ending: RecordEnding } | null {
  const [stem = "", ending = ""] = name.split(/\.(?=[^.]*$)/);
  const known = RECORD_ENDINGS.find((each) => each === ending);
  return known === undefined || name === HEAD_FILE ? null : { stem, ending: known };
}

/** Whether a stem is that of a kind of record. */
export function isRecordFile(stem: string): stem is RecordFile {
  return Object.hasOwn(RECORD_SHAPES, stem);
}

/** Whether a file belongs to a dataset folder: its head or one of its kinds of record. */
export function isDatasetFile(name: string): boolean {
  const file = recordFileNamed(name);
  return name === HEAD_FILE || (file !== null && isRecordFile(file.stem));
}
