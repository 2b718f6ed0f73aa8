/** Names as a list in a sentence: in quotation marks, with "or" before the last. */
export function listed(names: readonly string[]): string {
  return alternatives(names.map((name) => `“${name}”`));
}

/** Phrases as a list in a sentence, with "or" before the last. */
export function alternatives(phrases: readonly string[]): string {
  return phrases.length < 2 ? phrases.join("") : `${phrases.slice(0, -1).join(", ")} or ${phrases.at(-1)}`;
}

/** A client's text for an error message: well-formed Unicode without control characters, at most a line long. */
export function shown(text: string): string {
  const printable = text.toWellFormed().replace(/\p{Cc}/gu, "\uFFFD");
  return printable.length > 80 ? `${printable.slice(0, 80).toWellFormed()}…` : printable;
}
