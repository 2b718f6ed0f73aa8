import { recordsOfCommaSeparated, recordsOfTabSeparated, type BrokenQuote, type TableRecord } from "./tableRecords.js";
import type { ImportReport } from "./ImportReport.js";

/** One row of a publisher's table: the trimmed cells of the requested columns; null if a cell is empty. */
export interface TableRow<Column extends string> {
  /** The line in the file on which the row starts, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string | null>>;
}

/** A table read into memory as text. */
export interface TableFile {
  /** The name of the file in reports. */
  readonly name: string;
  readonly content: string;
}

const AS_PUBLISHED = "Use the file as published";

/** Trims a cell, including no-break spaces, which publishers leave around labels; null if it is empty. */
function cellOf(text: string | undefined, missing: string): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" || trimmed === missing ? null : trimmed;
}

/**
 * The rows of a tab-separated table, as in O*NET's text edition, where a double quote is a plain character and `n/a` means a missing value.
 * Also reads a copy that a spreadsheet saved with quoted cells. Finds columns by name. A missing column is a problem of the report. So is a
 * row with another number of cells than the header; such a row is left out.
 */
export function tabSeparatedRows<Column extends string>(
  file: TableFile,
  columns: readonly Column[],
  report: ImportReport,
): Iterable<TableRow<Column>> {
  return rowsOf(file, recordsOfTabSeparated(file.content), columns, report, { missing: "n/a", ragged: false });
}

/**
 * The rows of a comma-separated table (RFC 4180). Quoted cells may contain commas, doubled quotes and line breaks. A broken quote is a
 * problem of the report, and then no row is read, because the end of the cell is unknown.
 * @param ragged whether a row may omit empty cells at its end
 * @param preamble whether other rows may precede the header, which is then the first row with one of the columns
 */
export function commaSeparatedRows<Column extends string>(
  file: TableFile,
  columns: readonly Column[],
  report: ImportReport,
  { ragged = false, preamble = false }: { readonly ragged?: boolean; readonly preamble?: boolean } = {},
): Iterable<TableRow<Column>> {
  const all = recordsOfCommaSeparated(file.content);
  const isHeader = ({ cells }: TableRecord): boolean =>
    cells.some((cell) => (columns as readonly string[]).includes(cell.trim()));
  const start = preamble && !("message" in all) ? Math.max(0, all.findIndex(isHeader)) : 0;
  return rowsOf(file, "message" in all ? all : all.slice(start), columns, report, { missing: "", ragged });
}

function* rowsOf<Column extends string>(
  file: TableFile,
  records: readonly TableRecord[] | BrokenQuote,
  columns: readonly Column[],
  report: ImportReport,
  { missing, ragged }: { readonly missing: string; readonly ragged: boolean },
): Iterable<TableRow<Column>> {
  if ("message" in records) {
    const fix = "Use the file as published, or put the whole cell in quotes and double the quotes inside it";
    report.problem(file.name, records.line, records.message, fix);
    return;
  }
  const [header, ...rows] = records;
  if (header === undefined) {
    report.problem(file.name, null, "The table is empty", AS_PUBLISHED);
    report.read(file.name, 0);
    return;
  }
  const names = header.cells.map((cell) => cell.trim());
  const absent = columns.filter((column) => !names.includes(column));
  if (absent.length > 0) {
    const message = `The table lacks the ${absent.length === 1 ? "column" : "columns"} ${absent.join(", ")}`;
    report.problem(file.name, header.line, message, report.adviceOnColumns);
    return;
  }
  const positions = columns.map((column) => [column, names.indexOf(column)] as const);
  const width = names.length;
  let count = 0;
  for (const { line, cells: all } of rows) {
    if (all.length > width || (all.length < width && !ragged)) {
      const message = `The row has ${all.length} cells where the header has ${width}`;
      report.problem(file.name, line, message, AS_PUBLISHED);
      continue;
    }
    count++;
    // Built key by key, because `Object.fromEntries` took most of the reading time.
    const cells = {} as Record<Column, string | null>;
    for (const [column, position] of positions) cells[column] = cellOf(all[position], missing);
    yield { line, cells };
  }
  report.read(file.name, count);
}
