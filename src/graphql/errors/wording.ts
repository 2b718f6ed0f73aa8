/** Names as a sentence lists them: in quotation marks, the last after "or". */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** A text of a request as an error may repeat it: well-formed Unicode without control characters, and not longer than a line. */
export function shown(text: string): string {
  const printable = text.toWellFormed().replace(/\p{Cc}/gu, "\uFFFD");
  return printable.length > 80 ? `${printable.slice(0, 80).toWellFormed()}…` : printable;
}
