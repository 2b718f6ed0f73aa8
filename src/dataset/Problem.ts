/** A problem in a dataset, described for its editor. */
export interface Problem {
  /** The path of the file or folder, relative to the working directory or absolute, as given. */
  readonly file: string;
  /** The line in the file, from 1; null if the problem concerns the whole file. */
  readonly line: number | null;
  /** The id of the record; null if there is no record or it has no id. */
  readonly id: string | null;
  /** What is wrong. No final full stop. */
  readonly message: string;
  /** What to do. No final full stop. */
  readonly fix: string;
}
