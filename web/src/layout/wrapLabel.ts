/**
 * Breaks a label into at most two lines that fit. If the second line is too long, it is cut and ends with `…`.
 * @param widthOf the width of a text in pixels
 */
export function wrapLabel(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const words = text.split(" ");
  let first = words.shift() ?? "";
  while (words[0] !== undefined && widthOf(`${first} ${words[0]}`) <= width) first += ` ${words.shift()}`;
  const rest = words.join(" ");
  return [cutLabel(first, width, widthOf), ...(rest === "" ? [] : [cutLabel(rest, width, widthOf)])];
}

/** A label on one line. If it is too long, it is cut and ends with `…`. */
export function cutLabel(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && widthOf(`${text.slice(0, end).trimEnd()}…`) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
