import type { Problem } from "./Problem.js";

/** The most problems of one file that are kept. */
export const MOST_PROBLEMS = 200;

/** The first problems of a file, and the number of the others: a file of another form has a problem on each of a million lines. */
export class FileProblems {
  readonly #first: Problem[] = [];
  #others = 0;

  constructor(private readonly file: string) {}

  add(problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (this.#first.length < MOST_PROBLEMS) this.#first.push(problem);
      else this.#others++;
    }
  }

  /** The kept problems, and a last one that gives the number of the others if there are any. */
  all(): readonly Problem[] {
    if (this.#others === 0) return this.#first;
    const message = `The file has ${this.#others} more ${this.#others === 1 ? "problem" : "problems"}`;
    return [...this.#first, { file: this.file, line: null, id: null, message, fix: "Correct those above first" }];
  }
}
