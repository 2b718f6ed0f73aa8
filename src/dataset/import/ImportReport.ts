import { append } from "../../model/append.js";
import { formatProblems } from "../formatProblems.js";
import { grouped } from "../grouped.js";
import type { Problem } from "../Problem.js";

/** Thrown if a publisher's files cannot be imported. The message lists every problem. */
export class ImportError extends Error {
  override readonly name = "ImportError";

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
  }
}

/** How many places per topic are shown in a terminal. The report file lists all. */
const SHOWN = 3;

/** What an import did: the rows read, the records written, and every row that was left out or changed, with file and line. */
export class ImportReport {
  readonly #files = new Map<string, string>();
  readonly #read = new Map<string, number>();
  readonly #written = new Map<string, number>();
  readonly #remarks = new Map<string, string[]>();
  readonly #problems: Problem[] = [];
  readonly #notes: string[] = [];
  #release: { readonly found: string; readonly supported: string } | null = null;

  /** @param title the heading of the report */
  constructor(private readonly title: string) {}

  /** Sets the release that is read and the supported one, both in a form such as "O*NET 29.3". */
  release(found: string, supported: string): void {
    this.#release = { found, supported };
    if (found !== supported) this.explain(`The importer supports ${supported}; this release is ${found}.`);
  }

  /** What to do if a table lacks a column. */
  get adviceOnColumns(): string {
    if (this.#release === null || this.#release.found === this.#release.supported) return "Use the file as published";
    const { found, supported } = this.#release;
    return `The importer supports ${supported}, but this is ${found}, whose tables may have other columns: use a supported release`;
  }

  /** Records how a file was used. The first call for a file counts. */
  file(name: string, fate: string): void {
    if (!this.#files.has(name)) this.#files.set(name, fate);
  }

  /** Records how many rows of a file were read. */
  read(file: string, rows: number): void {
    this.#read.set(file, rows);
  }

  /** Records how many records were written, under a name for people such as "roles". */
  wrote(what: string, count: number): void {
    this.#written.set(what, count);
  }

  /** Adds a note on how the import interprets the publisher's data. */
  explain(text: string): void {
    this.#notes.push(text);
  }

  /** Records something that was left out or changed. The topic is a plural without a number, because the report adds the number. */
  remark(topic: string, file: string, line: number, what: string): void {
    append(this.#remarks, topic, `${file}:${line}: ${what}`);
  }

  /** The number of remarks on a topic. */
  countOf(topic: string): number {
    return this.#remarks.get(topic)?.length ?? 0;
  }

  /** Records a problem that makes the import impossible. All problems are reported together. */
  problem(file: string, line: number | null, message: string, fix: string): void {
    this.#problems.push({ file, line, id: null, message, fix });
  }

  /** @throws ImportError if there were problems */
  assertSound(): void {
    if (this.#problems.length > 0) throw new ImportError(this.#problems);
  }

  /** The whole report with every place. The same import always gives the same text. */
  full(): string {
    return this.#text(Infinity);
  }

  /** The report for a terminal, with only the first places of each topic. */
  summary(): string {
    return this.#text(SHOWN);
  }

  #text(most: number): string {
    const counts = (heading: string, entries: ReadonlyMap<string, number>): string[] => [
      "",
      heading,
      ...[...entries].map(([name, count]) => `  ${grouped(count).padStart(9)}  ${name}`),
    ];
    const remarks = [...this.#remarks].flatMap(([topic, places]) => [
      `  ${grouped(places.length).padStart(9)}  ${topic}`,
      ...places.slice(0, most).map((place) => `               ${place}`),
      ...(places.length > most ? [`               … and ${grouped(places.length - most)} more`] : []),
    ]);
    const files = [...this.#files].sort(([left], [right]) => (left < right ? -1 : 1));
    return [
      this.title,
      "",
      "Files",
      ...files.map(([name, fate]) => `  ${name}: ${fate}`),
      ...counts("Rows read", this.#read),
      ...counts("Records written", this.#written),
      "",
      "Left out or changed",
      ...(remarks.length === 0 ? ["             nothing"] : remarks),
      ...(this.#notes.length === 0 ? [] : ["", "How it was read", ...this.#notes.map((note) => `  ${note}`)]),
      "",
    ].join("\n");
  }
}
