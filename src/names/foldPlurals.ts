/**
 * A normalised name with English plurals folded: "physical therapists" and "physical therapist" become one text. Folded are words of four
 * letters or more that end in s, not in ss, us or is. What comes out is no name, for words that are no plurals are folded alike
 * ("kubernetes"); it is only compared with other folded names. Folding twice may fold further. Linear in the text's length.
 */
export function foldPlurals(normalized: string): string {
  return PLURALS.test(normalized) ? normalized.split(" ").map(folded).join(" ") : normalized;
}

const PLURALS = /\p{L}{3}s(?= |$)/u;
const PLURAL = /^\p{L}{2,}[^sui\P{L}]s$/u;

function folded(word: string): string {
  if (!PLURAL.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("wives")) return `${word.slice(0, -3)}fe`;
  return /(?:x|ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
