/**
 * The letters of a text as a set of 32 bits: one each for a to z, one for all digits, one for the blank, four shared by all others.
 * One edit (an insertion, a deletion, a substitution, a swap) takes at most one of them away and adds at most one, so that most pairs of
 * texts are seen to be too far apart without a look at their letters. O(length).
 */
export function letterSet(text: string): number {
  let set = 0;
  for (let index = 0; index < text.length; index++) set |= 1 << bitOf(text.charCodeAt(index));
  return set;
}

/** The same of the letters that a text has twice or more. */
export function repeatedLetters(text: string): number {
  let once = 0;
  let twice = 0;
  for (let index = 0; index < text.length; index++) {
    const bit = 1 << bitOf(text.charCodeAt(index));
    twice |= once & bit;
    once |= bit;
  }
  return twice;
}

/**
 * Whether two texts with these letters may be within some edits of each other. An edit takes away one letter at most, which was the only
 * one of its sort or one of two or more, and brings in one at most.
 * @param leftRepeated `repeatedLetters`, as is `rightRepeated`; both 0 where they are not known
 */
export function mayBeWithin(edits: number, left: number, right: number, leftRepeated = 0, rightRepeated = 0): boolean {
  return (
    bitsOf(left & ~right) + bitsOf(leftRepeated & ~rightRepeated) <= edits &&
    bitsOf(right & ~left) + bitsOf(rightRepeated & ~leftRepeated) <= edits
  );
}

/** The number of bits that are set. */
function bitsOf(set: number): number {
  set -= (set >>> 1) & 0x55555555;
  set = (set & 0x33333333) + ((set >>> 2) & 0x33333333);
  return Math.imul((set + (set >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether a text with the letters `whole` may begin with what is one edit away from a text with the letters `begun`. */
export function mayBegin(begun: number, whole: number): boolean {
  const missing = begun & ~whole;
  return (missing & (missing - 1)) === 0;
}

const [A, Z, ZERO, NINE, BLANK] = [97, 122, 48, 57, 32] as const;

function bitOf(code: number): number {
  if (code >= A && code <= Z) return code - A;
  if (code >= ZERO && code <= NINE) return 26;
  return code === BLANK ? 27 : 28 + (code & 3);
}
