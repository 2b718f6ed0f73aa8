import { APOSTROPHES, foldedOf, GAPS_BEFORE_SIGNS, withoutDots, WORDS } from "./normalizeName.js";

/** A word of a text, as names are compared, and where it stands. */
export interface WordInText {
  /** As `normalizeName` makes it, short forms as they are. */
  readonly word: string;
  /** UTF-16 offsets into the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether punctuation parts it from the word before: a comma, the end of a sentence, a bullet, an empty line. */
  readonly parted: boolean;
}

/** A text made from another, with the span of the other behind each of its code units. */
interface Mapped {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A letter with its marks. No writing needs more than 30 of them (UAX #15), and Unicode takes long to order more. */
const LETTERS = /[\0-\x7f](?!\p{M})|\P{M}\p{M}{0,30}|\p{M}{1,31}/gu;

/** What parts names from each other. Slashes, brackets, hyphens and single line breaks stand within names as well. */
const PARTS = /[,;:!?|*•·。、،؛]|\.(?=[\s.]|$)|\n\s*\n|\s[-–—]\s/u;

/** The words of a text in order, with the same rules as `normalizeName`. Linear in the length of the text. */
export function wordsInText(text: string): WordInText[] {
  const folded = withoutGaps(mapped(text));
  const words: WordInText[] = [];
  let before = 0;
  for (const { 0: match, index } of folded.text.matchAll(WORDS)) {
    const last = index + match.length - 1;
    words.push({
      word: withoutDots(match),
      start: folded.starts[index]!,
      end: folded.ends[last]!,
      parted: PARTS.test(folded.text.slice(before, index)),
    });
    before = last + 1;
  }
  return words;
}

/** Folds letter by letter, so that each letter of the outcome is known to come from one of the text. */
function mapped(text: string): Mapped {
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const made = foldedOf(letter).replace(APOSTROPHES, "").replaceAll("&", " and ");
    folded.push(made);
    for (let i = 0; i < made.length; i++) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return { text: folded.join(""), starts, ends };
}

/** Joins signs to the word before them, as "C ++". */
function withoutGaps(from: Mapped): Mapped {
  const kept: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const keepTo = (end: number): void => {
    kept.push(from.text.slice(at, end));
    for (; at < end; at++) {
      starts.push(from.starts[at]!);
      ends.push(from.ends[at]!);
    }
  };
  for (const { 0: gap, index } of from.text.matchAll(GAPS_BEFORE_SIGNS)) {
    keepTo(index);
    at += gap.length;
  }
  keepTo(from.text.length);
  return { text: kept.join(""), starts, ends };
}
