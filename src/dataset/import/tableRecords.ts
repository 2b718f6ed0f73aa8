import { CsvError, parse } from "csv-parse/sync";

/** One record of a table, either the header or a row, with the line on which it starts. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quote that makes the end of its cell unclear. */
export interface BrokenQuote {
  /** The line on which the record with the cell starts. */
  readonly line: number;
  readonly message: string;
}

/** The records of a comma-separated table (RFC 4180), without blank lines. O(length of the text). */
export function recordsOfCommaSeparated(content: string): readonly TableRecord[] | BrokenQuote {
  return quotedRecords(withPlainLineBreaks(content), ",");
}

/**
 * The records of a tab-separated table, without blank lines. Some publishers never quote, so a double quote is a plain character.
 * Spreadsheets quote a cell that contains a quote, a comma, a tab or a line break, and double the quotes inside it. The first case that
 * applies to the whole file decides:
 *
 * 1. There is no quote: both readings are equal.
 * 2. Some quote is broken. If the header is quoted, or most cells with quotes are quoted as a spreadsheet quotes them, the file is rejected,
 *    because the plain reading would keep the quotes of the other cells. Otherwise quotes are plain characters.
 * 3. With quotes that delimit cells, the rows are ragged: quotes are plain characters.
 * 4. With plain quotes, the rows are ragged: quotes delimit cells.
 * 5. A quoted cell contains a tab or a line break: the file is rejected, because the two readings give different cells.
 * 6. The header is quoted (some programs quote everything), or a quoted cell needs its quotes: quotes delimit cells.
 * 7. In all other cases quotes are plain characters.
 *
 * O(length of the text).
 */
export function recordsOfTabSeparated(content: string): readonly TableRecord[] | BrokenQuote {
  const text = withPlainLineBreaks(content);
  const plain = plainRecords(text);
  if (!text.includes('"')) return plain;
  const quoted = quotedRecords(text, "\t");
  const cells = plain.flatMap((record) => record.cells).filter((cell) => cell.includes('"'));
  const headerIsQuoted = text.trimStart().startsWith('"');
  const needed = cells.filter(needsItsQuotes).length;
  if ("message" in quoted) return headerIsQuoted || needed > cells.length - needed ? quoted : plain;
  if (isRagged(quoted)) return plain;
  if (isRagged(plain)) return quoted;
  const spanning = quoted.find((record) => record.cells.some((cell) => /[\t\n]/.test(cell)));
  if (spanning !== undefined) return { line: spanning.line, message: "The quotes of the row are ambiguous" };
  return headerIsQuoted || needed > 0 ? quoted : plain;
}

/** Whether a cell is quoted as a spreadsheet quotes it: quotes inside are doubled, and something inside requires quoting. */
function needsItsQuotes(cell: string): boolean {
  const inside = /^"((?:[^"]|"")*)"$/.exec(cell)?.[1];
  return inside !== undefined && /[",]/.test(inside);
}

/** Whether some row has another number of cells than the header. */
function isRagged(records: readonly TableRecord[]): boolean {
  return records.some(({ cells }) => cells.length !== records[0]?.cells.length);
}

function plainRecords(text: string): TableRecord[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, cells: line.split("\t") }))
    .filter(isNotBlank);
}

function quotedRecords(text: string, delimiter: string): readonly TableRecord[] | BrokenQuote {
  const records: TableRecord[] = [];
  /** The line on which the next record starts. */
  let line = 1;
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      // The caller checks the number of cells. Blank lines must not be skipped here, because they count as lines.
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: string[], { lines }) => {
        records.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
    return records.filter(isNotBlank);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line, message: whatIsBroken(error, line) };
  }
}

function whatIsBroken({ code, ["lines"]: lines }: CsvError, line: number): string {
  const found = typeof lines === "number" && lines > line ? `, as line ${lines} shows` : "";
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "A cell of the row has an opening quote without a closing quote";
    case "CSV_INVALID_CLOSING_QUOTE":
      return `A quoted cell of the row continues after its closing quote${found}`;
    case "INVALID_OPENING_QUOTE":
      return `A cell of the row contains a quote but is not quoted${found}`;
    default:
      return `The row cannot be read (${code})`;
  }
}

/** csv-parse counts the two characters of a Windows line break inside a quoted cell as two lines. */
function withPlainLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function isNotBlank({ cells }: TableRecord): boolean {
  return cells.length > 1 || cells[0]?.trim() !== "";
}
