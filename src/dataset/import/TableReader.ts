import { basename, join } from "node:path";
import { readRegularFile, whyUnreadable } from "../readRegularFile.js";
import type { ImportProgress } from "./DatasetFolder.js";
import type { ImportReport } from "./ImportReport.js";
import type { ReleaseFiles } from "./releaseFiles.js";
import { tabSeparatedRows, type TableFile, type TableRow } from "./tableRows.js";
import { tableText } from "./tableText.js";

/** Reads the tables of one release and reports progress. A table that cannot be read becomes a problem of the report. */
export class TableReader {
  #done = 0;

  /** @param total the number of tables to read, for the progress */
  constructor(
    private readonly release: ReleaseFiles,
    private readonly report: ImportReport,
    private readonly total: number,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {}

  /** Whether the release contains a file with this name. */
  has(name: string): boolean {
    return this.release.names.includes(name);
  }

  /** The rows of a tab-separated table of the release; none if it cannot be read. */
  async tab<Column extends string>(name: string, columns: readonly Column[]): Promise<Iterable<TableRow<Column>>> {
    const file = await this.text(name);
    return file === null ? [] : tabSeparatedRows(file, columns, this.report);
  }

  /** A file of the release as text; null if it cannot be read. */
  text(name: string): Promise<TableFile | null> {
    return this.#text(join(this.release.path, name), () => this.release.read(name));
  }

  /** The text of a separate file; null if it cannot be read. */
  file(path: string): Promise<TableFile | null> {
    return this.#text(path, () => readRegularFile(path));
  }

  /** Lists the unused files of the release in the report. Call it after everything is read. */
  reportUnused(): void {
    for (const name of this.release.names) this.report.file(name, "not used");
  }

  async #text(path: string, read: () => Promise<Uint8Array>): Promise<TableFile | null> {
    const name = basename(path);
    this.onProgress({ step: `Reading ${name}`, done: this.#done++, total: this.total });
    try {
      const content = tableText(await read());
      if (content !== null) {
        this.report.file(name, "read");
        return { name, content };
      }
      this.report.problem(path, null, "The file is neither UTF-8 nor UTF-16", "Save it in UTF-8");
    } catch (error) {
      this.report.problem(
        path,
        null,
        whyUnreadable("file", error),
        "Name the folder of the release, unpacked as it is",
      );
    }
    return null;
  }
}

/** The number in a cell; null if the cell is empty. If it contains something else: null, and a problem of the report. */
export function numberIn<Column extends string>(
  { cells, line }: TableRow<Column>,
  column: Column,
  file: string,
  report: ImportReport,
): number | null {
  const text = cells[column];
  if (text === null) return null;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  report.problem(
    file,
    line,
    `${column} is ${JSON.stringify(text)}, which is not a number`,
    "Use the file as published",
  );
  return null;
}
