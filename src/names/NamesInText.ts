import type { NodeKind } from "../model/NodeKind.js";
import { foldPlurals } from "./foldPlurals.js";
import { type NameTable, type ShortName, standIn } from "./NameTable.js";
import { isShortForm, normalizeName } from "./normalizeName.js";
import { type WordInText, wordsInText } from "./wordsInText.js";

/** A name found in a text. */
export interface NameInText {
  /** UTF-16 offsets into the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The records that it names, by id: one, or all that share it. */
  readonly ids: readonly string[];
}

/** A name of a record as it may stand in a text. */
interface Spelling extends ShortName {
  /** Normalised, and with its short forms written out or not. */
  readonly text: string;
}

/** A name found in a text before it is known which of overlapping ones stay. */
interface Found {
  readonly first: number;
  readonly length: number;
  readonly spellings: readonly Spelling[];
}

/** Names of up to so many letters and digits are found in their own case alone: "Go" is a language, "go" a word. */
const SHORT_NAME = 3;

/** Names of one or two letters are not found within compounds: "Go-to-market" and "R&D" have nothing to do with languages. */
const COMPOUNDED = /^[\p{L}\p{N}]{1,2}$/u;

/** Numbers of words are kept as bits; names of so many words or more share the last. */
const MANY_WORDS = 31;

/**
 * Finds the names of the records of a kind in free text. Names and text are compared as references are, word by word, except that
 * no short form of the text is written out and an alias that is nothing but a short form is no name here: a CV is not computer
 * vision. Words of a name may not be parted by punctuation that the name itself has not.
 */
export class NamesInText {
  /** By its first word, plurals folded, how many words names have: bit n where some have n. */
  private readonly lengths = new Map<string, number>();
  /** The names that hold short forms as they are written, by their text with plurals folded; all others are forms of the table. */
  private readonly unexpanded = new Map<string, Spelling[]>();
  private readonly mostWords: number;
  /** Short names in their own case, by the name as written, once they were looked for. */
  private readonly cased = new Map<string, string>();

  /** O(n) in names. */
  constructor(
    private readonly table: NameTable,
    private readonly kind: NodeKind,
  ) {
    let mostWords = 0;
    const note = (text: string): void => {
      const blank = text.indexOf(" ");
      let words = 1;
      for (let at = blank; at !== -1; at = text.indexOf(" ", at + 1)) words++;
      const first = foldPlurals(blank === -1 ? text : text.slice(0, blank));
      this.lengths.set(first, (this.lengths.get(first) ?? 0) | (1 << Math.min(words, MANY_WORDS)));
      mostWords = Math.max(mostWords, words);
    };
    table.forms.forEach((form, index) => {
      if (this.isOfKind(table.recordOfForm[index]!)) note(form);
    });
    for (const name of table.shortNames) {
      if (!this.isOfKind(name.record)) continue;
      const text = plainText(name.written);
      if (text === normalizeName(name.written) || (isShortForm(text) && !name.isName)) continue;
      note(text);
      const folded = foldPlurals(text);
      this.unexpanded.set(folded, [...(this.unexpanded.get(folded) ?? []), { ...name, text }]);
    }
    this.mostWords = mostWords;
  }

  private isOfKind(record: number): boolean {
    return this.table.kinds[record] === this.kind;
  }

  /**
   * The names in a text by where they begin. Of names that overlap the one of most words stays, then the one that begins first. What
   * a name names is decided as for a reference (`NameIndex.resolve`), save that all of several records are named.
   * O(length of the text · words of the longest name).
   */
  find(text: string): NameInText[] {
    const words = wordsInText(text);
    const byLength: Found[][] = [];
    for (const found of this.all(text, words)) (byLength[found.length] ??= []).push(found);
    const taken = new Uint8Array(words.length);
    const kept: Found[] = [];
    for (const sameLength of byLength.reverse()) {
      for (const found of sameLength ?? []) {
        // What was taken before has as many words or more: it cannot lie inside, so it is at one of the ends.
        const last = found.first + found.length - 1;
        if (taken[found.first] === 1 || taken[last] === 1) continue;
        taken.fill(1, found.first, last + 1);
        kept.push(found);
      }
    }
    const named = new Map<string, readonly string[]>();
    const idsOf = ({ first, length, spellings }: Found): readonly string[] => {
      const text = words
        .slice(first, first + length)
        .map(({ word }) => word)
        .join(" ");
      const key = `${text} ${spellings.map(({ record }) => record).join()}`;
      const ids = named.get(key) ?? this.named(spellings, text);
      named.set(key, ids);
      return ids;
    };
    return kept
      .sort((left, right) => left.first - right.first)
      .map((found) => ({
        start: words[found.first]!.start,
        end: words[found.first + found.length - 1]!.end,
        ids: idsOf(found),
      }));
  }

  /** Every name in a text, by its first word, then by length. */
  private *all(text: string, words: readonly WordInText[]): Iterable<Found> {
    const known = new Map<string, readonly Spelling[]>();
    const spellingsOf = (name: string): readonly Spelling[] => {
      const spellings = known.get(name) ?? this.spellingsOf(name);
      known.set(name, spellings);
      return spellings;
    };
    const folded = words.map(({ word }) => foldPlurals(word));
    const whole = folded.join(" ");
    let start = 0;
    for (const [first, word] of folded.entries()) {
      const lengths = this.lengths.get(word) ?? 0;
      const most = lengths >>> MANY_WORDS === 1 ? this.mostWords : MANY_WORDS - Math.clz32(lengths);
      let end = start - 1;
      for (let length = 1; length <= most && first + length <= folded.length; length++) {
        end += 1 + folded[first + length - 1]!.length;
        if (((lengths >>> Math.min(length, MANY_WORDS)) & 1) === 0) continue;
        const spellings = spellingsOf(whole.slice(start, end)).filter((spelling) =>
          this.stands(spelling, text, words.slice(first, first + length)),
        );
        if (spellings.length > 0) yield { first, length, spellings };
      }
      start += word.length + 1;
    }
  }

  /** All names of the kind that are a text but for plurals. */
  private spellingsOf(folded: string): Spelling[] {
    const { forms, formsOfFolded, isName, recordOfForm, written } = this.table;
    const expanded = (formsOfFolded.get(folded) ?? []).map((form) => ({
      record: recordOfForm[form]!,
      written: written[form]!,
      isName: isName[form] === 1,
      text: forms[form]!,
    }));
    return [...expanded.filter(({ record }) => this.isOfKind(record)), ...(this.unexpanded.get(folded) ?? [])];
  }

  /** Whether a name is meant where its words stand: by punctuation, and by its case where it is short. */
  private stands({ written, text: name }: Spelling, text: string, words: readonly WordInText[]): boolean {
    if (words.some(({ parted }, position) => parted && position > 0)) {
      const own = wordsInText(written);
      if (own.length !== words.length) return false;
      if (words.some(({ parted }, position) => parted && position > 0 && !own[position]!.parted)) return false;
    }
    if (lettersOf(name) > SHORT_NAME) return true;
    const [start, end] = [words[0]!.start, words.at(-1)!.end];
    const cased = this.cased.get(written) ?? casedOf(written);
    this.cased.set(written, cased);
    if (casedOf(text.slice(start, end)) !== cased) return false;
    return !COMPOUNDED.test(cased) || !isInCompound(text, start, end);
  }

  /** The records that spellings of one name mean where it is written as some text. */
  private named(spellings: readonly Spelling[], text: string): string[] {
    const { table } = this;
    const originOf = ({ record }: Spelling): string => table.records[record]!.originId;
    const titles = spellings.filter(({ isName }) => isName);
    const deciding = titles.length > 0 ? titles : spellings;
    const writtenIn = new Set(deciding.filter((spelling) => spelling.text === text).map(originOf));
    const meant = deciding.filter((spelling) => spelling.text === text || !writtenIn.has(originOf(spelling)));
    const records = new Set(meant.map(({ record }) => standIn(table, record)));
    return [...records].sort((left, right) => left - right).map((record) => table.records[record]!.id);
  }
}

/** A name as `normalizeName` makes it, short forms as they are. */
function plainText(name: string): string {
  return wordsInText(name)
    .map(({ word }) => word)
    .join(" ");
}

/** Whether a hyphen, an ampersand or an apostrophe joins the name to another word. */
function isInCompound(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}][-‐‑&'’]$/u.test(text.slice(Math.max(0, start - 3), start)) ||
    /^[-‐‑&'’]\p{L}/u.test(text.slice(end, end + 3))
  );
}

/** Letters, digits and signs of a name in their own case. */
function casedOf(text: string): string {
  return text.normalize("NFKD").replaceAll("♯", "#").replace(NEITHER_LETTER_NOR_SIGN, "");
}

const NEITHER_LETTER_NOR_SIGN = /[^\p{L}\p{N}+#*^~=@$%]/gu;

function lettersOf(normalized: string): number {
  return normalized.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
