import type { z } from "zod";
import { matchId, transitionId } from "../model/EntityId.js";
import { MatchKind } from "../model/MatchKind.js";
import type { Problem } from "./Problem.js";
import type { DATASET_SHAPE, RecordFile, RecordOf } from "./recordShapes.js";

/** A place inside a record: keys and positions from its top. */
export type RecordPath = readonly (string | number)[];

/** A record of valid shape, with its place in the file. */
export interface Located<T> {
  readonly value: T;
  readonly folder: string;
  readonly file: string;
  /** Line of the value at a path, or of the nearest enclosing value in the file. */
  readonly lineAt: (path: RecordPath) => number;
}

/** The records of all folders, each of valid shape, not yet compared with each other. */
export type RawRecords = { readonly [F in RecordFile]: readonly Located<RecordOf<F>>[] };

/** What a folder says of itself. */
export interface DatasetHead {
  readonly folder: string;
  /** As its own record has it: `dataset:` and a slug. */
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
  /** What `dataset.yaml` of each folder says, in the order given. */
  readonly folders: readonly DatasetHead[];
  readonly records: RawRecords;
  /** Ids of records whose shape is broken: they exist, so that no reference to them is called dangling. */
  readonly brokenIds: ReadonlySet<string>;
  /** Kinds of record of which a file could not be read as a whole; references to them cannot be judged. */
  readonly unreadFiles: ReadonlySet<RecordFile>;
}

/** Checks records against each other; yields every problem it finds. */
export type Rule = (raw: RawDataset) => Iterable<Problem>;

type AnyRecord = RecordOf<RecordFile>;

/** Id of a record; that of a transition or a match follows from its ends. */
export function idOfRecord(record: AnyRecord): string {
  if ("id" in record) return record.id;
  const { from, to } = record;
  return isMatch(record) ? matchId(from, to) : transitionId(from, to);
}

/** Whether a record without an id is a match, and no transition. */
export function isMatch(record: RecordOf<"transitions" | "matches">): record is RecordOf<"matches"> {
  return Object.hasOwn(MatchKind, record.kind);
}

/** A problem at a place inside a record. */
export function problemAt(record: Located<AnyRecord>, path: RecordPath, message: string, fix: string): Problem {
  return { file: record.file, line: record.lineAt(path), id: idOfRecord(record.value), message, fix };
}
