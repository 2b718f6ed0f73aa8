/**
 * Folds the English plurals of a normalised name: "physical therapists" and "physical therapist" become the same text. Folds words of at
 * least four letters that end in s but not in ss, us or is. The result is not a name, because words that are not plurals are folded too
 * ("kubernetes"). Compare it only with other folded names. Folding twice may change it further. Linear in the length of the text.
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
