import type { z } from "zod";
import { matchId, transitionId } from "../model/EntityId.js";
import { MatchKind } from "../model/MatchKind.js";
import type { Problem } from "./Problem.js";
import type { DATASET_SHAPE, RecordKind, RecordOf } from "./recordShapes.js";

/** The path of a value inside a record: keys and positions from the root. */
export type RecordPath = readonly (string | number)[];

/** A record of valid shape, with its position in the file. */
export interface Located<T> {
  readonly value: T;
  readonly folder: string;
  readonly file: string;
  /** The line of the value at a path, or of the nearest enclosing value. */
  lineAt(path: RecordPath): number;
}

/** The records of all folders. Each has a valid shape; they are not yet checked against each other. */
export type RawRecords = { readonly [F in RecordKind]: readonly Located<RecordOf<F>>[] };

/** The `dataset.yaml` of a folder. */
export interface DatasetHead {
  readonly folder: string;
  /** `dataset:` and a slug. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly attributions: readonly string[];
  readonly sharedAliases: boolean;
  readonly rungsReplace: boolean;
  readonly assumedYears?: z.output<typeof DATASET_SHAPE>["assumedYears"];
  readonly levelScale?: z.output<typeof DATASET_SHAPE>["levelScale"];
}

export interface RawDataset {
  /** The head of each folder, in the given order. */
  readonly folders: readonly DatasetHead[];
  readonly records: RawRecords;
  /** Ids of records of invalid shape. References to them are not reported as dangling, because the records exist. */
  readonly brokenIds: ReadonlySet<string>;
  /** Kinds of record of which a record has an invalid shape. What such a record says is unknown. */
  readonly brokenKinds: ReadonlySet<RecordKind>;
  /** Kinds of record with a file that could not be read. References to them cannot be checked. */
  readonly unreadFiles: ReadonlySet<RecordKind>;
}

/** Checks records against each other and yields every problem. */
export type Rule = (raw: RawDataset) => Iterable<Problem>;

type AnyRecord = RecordOf<RecordKind>;

/** The id of a record. Transitions and matches have no `id`; theirs follows from their ends. */
export function idOfRecord(record: AnyRecord): string {
  if ("id" in record) return record.id;
  const { from, to } = record;
  return isMatch(record) ? matchId(from, to) : transitionId(from, to);
}

/** Whether a record without an id is a match rather than a transition. */
export function isMatch(record: RecordOf<"transitions" | "matches">): record is RecordOf<"matches"> {
  return Object.hasOwn(MatchKind, record.kind);
}

/** A problem at a path inside a record. */
export function problemAt(record: Located<AnyRecord>, path: RecordPath, message: string, fix: string): Problem {
  return { file: record.file, line: record.lineAt(path), id: idOfRecord(record.value), message, fix };
}
