import type { LineAt, ParsedValue } from "./parseRecords.js";
import type { Located, RecordPath } from "./RawDataset.js";

/** A file of records. */
export interface FileOfRecords {
  readonly folder: string;
  readonly file: string;
  readonly lineAt: LineAt;
}

/** A value of a file. A large dataset has a million of them, so what the values of a file have in common is kept once. */
export class LocatedValue<T> implements Located<T>, ParsedValue {
  constructor(
    readonly value: T,
    private readonly from: FileOfRecords,
    private readonly position: number,
  ) {}

  get folder(): string {
    return this.from.folder;
  }

  get file(): string {
    return this.from.file;
  }

  lineAt(path: RecordPath): number {
    return this.from.lineAt(this.position, path);
  }
}
