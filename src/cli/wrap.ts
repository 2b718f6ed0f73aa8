/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 100;

/** A terminal as narrow as this wraps by itself. */
const NARROWEST = 40;

/** Columns that text may take: those of the terminal, else those of the variable COLUMNS, 40 to 100; 100 where neither is known. */
export function lineWidth(
  terminal: number | undefined = process.stdout.columns,
  variable = process.env.COLUMNS,
): number {
  const columns = terminal ?? Number(variable);
  return columns > 0 ? Math.max(NARROWEST, Math.min(WIDEST, columns)) : WIDEST;
}

/** Breaks a text at spaces into lines of at most a width, with one indent for the first and another for the rest. */
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
