/** Something wrong with a dataset, written for its editor. */
export interface Problem {
  /** File or folder, as reached from where the command was started. */
  readonly file: string;
  /** Line in the file, from 1; null if the problem is the file itself. */
  readonly line: number | null;
  /** Id of the record; null outside records or where the record has none. */
  readonly id: string | null;
  /** What is wrong, without a closing full stop. */
  readonly message: string;
  /** What to do, without a closing full stop. */
  readonly fix: string;
}
