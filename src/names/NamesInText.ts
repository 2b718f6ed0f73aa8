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
  /** Ids of the records with this name; several if they share it. */
  readonly ids: readonly string[];
}

/** A name of a record as it may appear in a text. */
interface Spelling extends ShortName {
  /** Normalised, with short forms expanded or not. */
  readonly text: string;
}

/** A name found in a text, before overlaps are resolved. */
interface Found {
  readonly first: number;
  readonly length: number;
  readonly spellings: readonly Spelling[];
}

/** Names of up to this many letters and digits must match in case: "Go" is a language, "go" is a word. */
const SHORT_NAME = 3;

/** Names of one or two characters are not found in compounds: "Go-to-market" and "R&D" mention no language. */
const COMPOUNDED = /^[\p{L}\p{N}]{1,2}$/u;

/** Word counts are kept as bits. Names with this many words or more share the last bit. */
const MANY_WORDS = 31;

/**
 * Finds the names of the records of a kind in free text. Compares word by word, as references are compared, with these exceptions: short
 * forms in the text are not expanded, and an alias that is only a short form is ignored, because a CV is not computer vision. Punctuation
 * may separate the words of a name only where the name itself has it.
 */
export class NamesInText {
  /** By first word with plurals folded: bit n is set if a name with that first word has n words. */
  private readonly lengths = new Map<string, number>();
  /** Names with short forms, not expanded, by their text with plurals folded. All other names are forms of the table. */
  private readonly unexpanded = new Map<string, Spelling[]>();
  private readonly mostWords: number;
  /** Cache of short names in their own case, by the name as written. */
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
   * The names in a text, in text order. Of overlapping names, keeps the one with the most words, then the one that begins first. A name
   * resolves like a reference (`NameIndex.resolve`), except that an ambiguous name gives all its records.
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
        // Names taken before have at least as many words, so an overlapping one covers the first or the last word.
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

  /** Every name in a text, including overlapping ones, by first word, then by length. */
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

  /** All names of the kind that equal a text after folding plurals. */
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

  /** Whether the words in the text are really the name, by punctuation and, if the name is short, by case. */
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

  /** Ids of the records that spellings of one name refer to if the text has it in a certain form. */
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

/** A name as `normalizeName` makes it, but without expanding short forms. */
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

/** The letters, digits and signs of a name, with their case. */
function casedOf(text: string): string {
  return text.normalize("NFKD").replaceAll("♯", "#").replace(NEITHER_LETTER_NOR_SIGN, "");
}

const NEITHER_LETTER_NOR_SIGN = /[^\p{L}\p{N}+#*^~=@$%]/gu;

function lettersOf(normalized: string): number {
  return normalized.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
