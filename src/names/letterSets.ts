/**
 * The letters of a text as a set of 32 bits: one bit for each of a to z, one for all digits, one for the blank, and four shared by all
 * other characters. One edit (an insertion, a deletion, a substitution or a swap) removes at most one bit and adds at most one. So most
 * pairs of texts can be excluded without comparing their letters. O(length).
 */
export function letterSet(text: string): number {
  let set = 0;
  for (let index = 0; index < text.length; index++) set |= 1 << bitOf(text.charCodeAt(index));
  return set;
}

/** The set of the letters that occur at least twice in a text, in the same bits. */
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
 * Whether two texts with these letters can be within some number of edits. One edit removes at most one letter, which was either the last
 * of its kind or repeated, and adds at most one.
 * @param left `letterSet` of one text; `right` of the other
 * @param leftRepeated `repeatedLetters` of one text, `rightRepeated` of the other; both 0 if unknown
 */
export function mayBeWithin(edits: number, left: number, right: number, leftRepeated = 0, rightRepeated = 0): boolean {
  return (
    bitsOf(left & ~right) + bitsOf(leftRepeated & ~rightRepeated) <= edits &&
    bitsOf(right & ~left) + bitsOf(rightRepeated & ~leftRepeated) <= edits
  );
}

/** The number of bits set. */
function bitsOf(set: number): number {
  set -= (set >>> 1) & 0x55555555;
  set = (set & 0x33333333) + ((set >>> 2) & 0x33333333);
  return Math.imul((set + (set >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether a prefix of a text with the letters `whole` can be one edit away from a text with the letters `begun`. */
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
