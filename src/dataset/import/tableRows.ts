import type { ImportReport } from "./ImportReport.js";

/** One row of a publisher's table: the cells of the columns asked for, without blanks around; null where a cell is empty. */
export interface TableRow<Column extends string> {
  /** Line in the file on which the row starts, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string | null>>;
}

/** A table read into memory as text. */
export interface TableFile {
  /** Name of the file as reports show it. */
  readonly name: string;
  readonly content: string;
}

/** Fields of one record of a table with the line that it starts on. */
interface Fields {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Blanks that publishers leave around labels, the no-break space among them: JavaScript trims all of Unicode's. */
function cellOf(text: string | undefined, missing: string): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" || trimmed === missing ? null : trimmed;
}

/**
 * Rows of a tab-separated table without quoting, as O*NET's text edition: a double quote is a plain character, `n/a` stands for
 * a missing value. Columns are found by name. A header without one of them, and rows with other numbers of cells than the
 * header, are problems of the report; such rows are passed over.
 */
export function tabSeparatedRows<Column extends string>(
  file: TableFile,
  columns: readonly Column[],
  report: ImportReport,
): Iterable<TableRow<Column>> {
  return rowsOf(file, tabSeparatedFields(file.content), columns, report, { missing: "n/a", ragged: false });
}

/**
 * Rows of a comma-separated table as RFC 4180 describes it: quoted cells may hold commas, doubled quotes and line breaks. A row
 * may leave out empty cells at its end, as some of ESCO's do.
 */
export function commaSeparatedRows<Column extends string>(
  file: TableFile,
  columns: readonly Column[],
  report: ImportReport,
): Iterable<TableRow<Column>> {
  return rowsOf(file, commaSeparatedFields(file.content), columns, report, { missing: "", ragged: true });
}

function* rowsOf<Column extends string>(
  file: TableFile,
  records: Iterable<Fields>,
  columns: readonly Column[],
  report: ImportReport,
  { missing, ragged }: { readonly missing: string; readonly ragged: boolean },
): Iterable<TableRow<Column>> {
  let positions: readonly (readonly [Column, number])[] | null = null;
  let width = 0;
  let count = 0;
  for (const { line, fields } of records) {
    if (positions === null) {
      const header = fields.map((field) => field.trim());
      const absent = columns.filter((column) => !header.includes(column));
      if (absent.length > 0) {
        const message = `The table lacks the ${absent.length === 1 ? "column" : "columns"} ${absent.join(", ")}`;
        report.problem(file.name, line, message, "Take the file as its publisher released it");
        return;
      }
      positions = columns.map((column) => [column, header.indexOf(column)]);
      width = header.length;
      continue;
    }
    if (fields.length > width || (fields.length < width && !ragged)) {
      const message = `The row has ${fields.length} cells where the header has ${width}`;
      report.problem(file.name, line, message, "Take the file as its publisher released it");
      continue;
    }
    count++;
    // Built key by key: `Object.fromEntries` took most of the reading.
    const cells = {} as Record<Column, string | null>;
    for (const [column, position] of positions) cells[column] = cellOf(fields[position], missing);
    yield { line, cells };
  }
  if (positions === null)
    report.problem(file.name, null, "The table is empty", "Take the file as its publisher released it");
  report.read(file.name, count);
}

function* tabSeparatedFields(content: string): Iterable<Fields> {
  let line = 1;
  for (let start = withoutMark(content); start < content.length; line++) {
    const found = content.indexOf("\n", start);
    const end = found < 0 ? content.length : found;
    const text = content.slice(start, end).replace(/\r$/, "");
    if (text !== "") yield { line, fields: text.split("\t") };
    start = end + 1;
  }
}

/** One pass over the text; cells are cut out of it where they need no unquoting. */
function* commaSeparatedFields(content: string): Iterable<Fields> {
  let line = 1;
  let position = withoutMark(content);
  while (position < content.length) {
    const start = line;
    const fields: string[] = [];
    for (;;) {
      let field: string;
      if (content[position] === '"') {
        const end = endOfQuoted(content, position);
        field = content.slice(position + 1, end).replaceAll('""', '"');
        for (let at = field.indexOf("\n"); at >= 0; at = field.indexOf("\n", at + 1)) line++;
        position = end + 1;
      } else {
        let end = position;
        while (end < content.length && content[end] !== "," && content[end] !== "\n") end++;
        field = content.slice(position, end);
        position = end;
      }
      fields.push(field);
      if (content[position] === "\r") position++;
      if (content[position] !== ",") break;
      position++;
    }
    // Past the line break, or past whatever follows a closing quote wrongly.
    const next = content.indexOf("\n", position);
    position = next < 0 ? content.length : next + 1;
    line++;
    if (fields.length > 1 || fields[0]?.trim() !== "") yield { line: start, fields };
  }
}

/** Position of the quote that closes the cell opened at a position; the end of the text where none does. */
function endOfQuoted(content: string, open: number): number {
  for (let at = content.indexOf('"', open + 1); at >= 0; at = content.indexOf('"', at + 2)) {
    if (content[at + 1] !== '"') return at;
  }
  return content.length;
}

/** Where a text starts behind its byte order mark, if it has one. */
function withoutMark(content: string): number {
  return content.startsWith("\ufeff") ? 1 : 0;
}
