import { APOSTROPHES, foldedOf, GAPS_BEFORE_SIGNS, withoutDots, WORDS } from "./normalizeName.js";

/** A word of a text in the form in which names are compared, with its position. */
export interface WordInText {
  /** As `normalizeName` makes it, but without expanding short forms. */
  readonly word: string;
  /** UTF-16 offsets into the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether punctuation separates it from the previous word: a comma, the end of a sentence, a bullet or an empty line. */
  readonly parted: boolean;
}

/** A text derived from another. Each code unit has its span in the original. */
interface Mapped {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A letter with its marks. No script needs more than 30 marks (UAX #15), and normalising more is slow. */
const LETTERS = /[\0-\x7f](?!\p{M})|\P{M}\p{M}{0,30}|\p{M}{1,31}/gu;

/** Punctuation that separates names. Slashes, brackets, hyphens and single line breaks may also be inside names. */
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

/** Folds a text letter by letter, to keep track of where each letter of the result comes from. */
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

/** Removes the blanks between a word and its signs, as in "C ++". */
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
