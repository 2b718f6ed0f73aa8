/** Shorter words match only if they are equal: half of all names begin with a letter such as "C". */
const SHORTEST_BEGUN = 3;

/**
 * The share of words that two normalised names have in common, from 0 to 1 (Dice's coefficient). Two words match if one is the beginning of
 * the other, such as an English singular and its plural. O(words · words).
 */
export function wordsInCommon(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const common = left.filter((word) => right.some((other) => alike(word, other))).length;
  const commonBack = right.filter((word) => left.some((other) => alike(word, other))).length;
  return (common + commonBack) / (left.length + right.length);
}

function alike(word: string, other: string): boolean {
  if (word === other) return true;
  return Math.min(word.length, other.length) >= SHORTEST_BEGUN && (word.startsWith(other) || other.startsWith(word));
}
