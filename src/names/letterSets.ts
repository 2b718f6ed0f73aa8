/**
 * The letters of a text as a set of 32 bits: one each for a to z, one for all digits, one for the blank, four shared by all others.
 * One edit (an insertion, a deletion, a substitution, a swap) changes at most two of them, so that most pairs of texts are
 * seen to be too far apart without a look at their letters. O(length).
 */
export function letterSet(text: string): number {
  let set = 0;
  for (let index = 0; index < text.length; index++) set |= 1 << bitOf(text.charCodeAt(index));
  return set;
}

/** Whether two texts with these letters may be within some edits of each other. */
export function mayBeWithin(edits: number, left: number, right: number): boolean {
  let rest = left ^ right;
  for (let differing = 0; rest !== 0; differing++) {
    if (differing === 2 * edits) return false;
    rest &= rest - 1;
  }
  return true;
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
