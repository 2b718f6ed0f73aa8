import { append } from "../../model/append.js";
import { formatProblems } from "../formatProblems.js";
import type { Problem } from "../Problem.js";

/** A publisher's files cannot be imported; the message lists every problem. */
export class ImportError extends Error {
  override readonly name = "ImportError";

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
  }
}

/** How many places of a remark a terminal is shown; the report file lists all. */
const SHOWN = 3;

/** What an import did: the rows it read, the records it wrote, and every row that it left out or changed, with its place. */
export class ImportReport {
  readonly #files = new Map<string, string>();
  readonly #read = new Map<string, number>();
  readonly #written = new Map<string, number>();
  readonly #remarks = new Map<string, string[]>();
  readonly #problems: Problem[] = [];
  readonly #notes: string[] = [];
  #release: { readonly found: string; readonly supported: string } | null = null;

  /** @param title what was imported, as the heading of the report */
  constructor(private readonly title: string) {}

  /** Says which release is read, and which ones the importer was made for; both as in "O*NET 29.3". */
  release(found: string, supported: string): void {
    this.#release = { found, supported };
    if (found !== supported) this.explain(`Made for ${supported}; what was read is ${found}.`);
  }

  /** What to do about a table that lacks a column. */
  get adviceOnColumns(): string {
    if (this.#release === null || this.#release.found === this.#release.supported) return "Use the file as published";
    const { found, supported } = this.#release;
    return `The importer is made for ${supported}, and this is ${found}, whose tables may have other columns: take a supported release`;
  }

  /** Names a file of what is imported, with what became of it. What is said of it first counts. */
  file(name: string, fate: string): void {
    if (!this.#files.has(name)) this.#files.set(name, fate);
  }

  /** Counts the rows of a file that were read. */
  read(file: string, rows: number): void {
    this.#read.set(file, rows);
  }

  /** Counts what was written, under a name for a person such as "roles". */
  wrote(what: string, count: number): void {
    this.#written.set(what, count);
  }

  /** Notes how the import reads the publisher's data, so that people can judge the result. */
  explain(text: string): void {
    this.#notes.push(text);
  }

  /** Lists something left out or changed under a topic, in the plural and without a count: the report counts. */
  remark(topic: string, file: string, line: number, what: string): void {
    append(this.#remarks, topic, `${file}:${line}: ${what}`);
  }

  /** How often a topic was remarked. */
  countOf(topic: string): number {
    return this.#remarks.get(topic)?.length ?? 0;
  }

  /** Notes something that makes the import impossible; all such problems are reported together. */
  problem(file: string, line: number | null, message: string, fix: string): void {
    this.#problems.push({ file, line, id: null, message, fix });
  }

  /** @throws ImportError where there were problems */
  assertSound(): void {
    if (this.#problems.length > 0) throw new ImportError(this.#problems);
  }

  /** The whole report, every place listed. The same import gives the same text. */
  full(): string {
    return this.#text(Infinity);
  }

  /** The report for a terminal: of each topic the first places alone. */
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

function grouped(count: number): string {
  return count.toLocaleString("en");
}
