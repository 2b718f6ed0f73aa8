/** Names as a sentence lists them: in quotation marks, the last after "or". */
export function listed(names: readonly string[]): string {
  return alternatives(names.map((name) => `“${name}”`));
}

/** The same of what has its quotation marks already. */
export function alternatives(phrases: readonly string[]): string {
  return phrases.length < 2 ? phrases.join("") : `${phrases.slice(0, -1).join(", ")} or ${phrases.at(-1)}`;
}

/** A text of a request as an error may repeat it: well-formed Unicode without control characters, and not longer than a line. */
export function shown(text: string): string {
  const printable = text.toWellFormed().replace(/\p{Cc}/gu, "\uFFFD");
  return printable.length > 80 ? `${printable.slice(0, 80).toWellFormed()}…` : printable;
}
