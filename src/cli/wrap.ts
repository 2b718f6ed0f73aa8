/** Maximum width: longer lines are hard to read. */
const WIDEST = 100;

/** Minimum width: a narrower terminal wraps lines itself. */
const NARROWEST = 40;

/** Width of text in columns: that of the terminal or of the variable COLUMNS, limited to 40 to 100; 100 if both are unknown. */
export function lineWidth(
  terminal: number | undefined = process.stdout.columns,
  variable = process.env.COLUMNS,
): number {
  const columns = terminal ?? Number(variable);
  return columns > 0 ? Math.max(NARROWEST, Math.min(WIDEST, columns)) : WIDEST;
}

/** Wraps a text at spaces, with one indent for the first line and another for the others. */
export function wrap(text: string, first: string, rest: string, width = lineWidth()): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
