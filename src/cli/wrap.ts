/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 100;

/** A terminal as narrow as this wraps by itself. */
const NARROWEST = 40;

/** Columns that text may take: those of the terminal, 100 at most; 100 where there is none. */
export function lineWidth(columns: number | undefined = process.stdout.columns): number {
  return columns === undefined ? WIDEST : Math.max(NARROWEST, Math.min(WIDEST, columns));
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
