import type { NodeKind } from "../model/NodeKind.js";
import { editDistance } from "./editDistance.js";
import { letterSet, mayBeWithin } from "./letterSets.js";
import { prefixRange, wordsOf, type NameTable } from "./NameTable.js";

/** One record found. */
export interface Ranked {
  readonly id: string;
  /** 1 for an exact name, falling with the rank; comparable within one answer only. */
  readonly score: number;
}

/** The ways to match, best first, with the score of each. */
const SCORES = { name: 1, alias: 0.9, prefix: 0.75, word: 0.5, spelling: 0.25 } as const;
const RANKS = ["name", "alias", "prefix", "word", "spelling"] as const;
const [NAME, ALIAS, PREFIX, WORD, SPELLING] = [0, 1, 2, 3, 4] as const;
const UNRANKED = 255;

/** Shorter words have too many neighbours for a spelling error to mean anything: "C" is one letter from "R". */
const SHORTEST_MISSPELT = 4;

/** A text of more words is looked up as a whole alone: each word takes a bit of a number. */
const MOST_WORDS = 30;

/**
 * Every record of the kinds (null: of all) that a normalised text finds, best first: its name is the text; an alias is; one of
 * them starts with it; one has each word of it (the last may be begun only); the same with one spelling error, or the whole
 * is one error away. Equal ranks stand by id. An empty text finds nothing.
 *
 * O(forms that have any of the words + different words + forms as long as the text + records), a few milliseconds at 17,000
 * records with 130,000 names.
 */
export function rankNames(table: NameTable, text: string, kinds: readonly NodeKind[] | null): Ranked[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const wanted = kinds === null ? null : new Set(kinds);
  const rankOf = new Uint8Array(table.records.length).fill(UNRANKED);
  const found = (form: number, rank: number): void => {
    const record = table.recordOfForm[form] as number;
    if (rank < (rankOf[record] as number)) rankOf[record] = rank;
  };

  for (const form of table.formsOfText.get(text) ?? []) found(form, table.isName[form] === 1 ? NAME : ALIAS);
  const sorted = table.formsSorted;
  const [first, end] = prefixRange(sorted.length, (index) => table.forms[sorted[index] as number] as string, text);
  for (let index = first; index < end; index++) found(sorted[index] as number, PREFIX);
  findByWords(table, text, words, found);

  const byRank: Ranked[][] = RANKS.map(() => []);
  rankOf.forEach((rank, record) => {
    if (rank === UNRANKED || (wanted !== null && !wanted.has(table.kinds[record] as NodeKind))) return;
    const id = (table.records[record] as { id: string }).id;
    byRank[rank]?.push({ id, score: SCORES[RANKS[rank] as (typeof RANKS)[number]] });
  });
  return byRank.flat();
}

function findByWords(
  table: NameTable,
  text: string,
  words: readonly string[],
  found: (form: number, rank: number) => void,
): void {
  const [only] = words;
  if (only !== undefined && words.length === 1) {
    // While a first letter is typed nearly all forms are found, so nothing is gathered for them.
    for (const wordId of wordsFrom(table, only, true)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) found(form, WORD);
    }
    if (only.length >= SHORTEST_MISSPELT) for (const form of formsNear(table, only)) found(form, SPELLING);
  } else if (words.length <= MOST_WORDS) findBySeveralWords(table, words, found);
  if (text.length < SHORTEST_MISSPELT) return;
  // A blank too few or too many ("datascientist", "py torch") is an error of the whole, of no single word.
  const letters = letterSet(text);
  for (const length of [text.length - 1, text.length + 1]) {
    for (const form of table.formsOfLength[length] ?? []) {
      if (!mayBeWithin(1, letters, table.formLetters[form] as number)) continue;
      if (editDistance(text, table.forms[form] as string, 1) === 1) found(form, SPELLING);
    }
  }
}

/** For each form, which of the words looked for it has, one bit each. Kept between searches, all 0: making it took longer. */
let wordsHad = new Uint32Array(0);

function findBySeveralWords(
  table: NameTable,
  words: readonly string[],
  found: (form: number, rank: number) => void,
): void {
  if (wordsHad.length < table.forms.length) wordsHad = new Uint32Array(table.forms.length);
  const had = wordsHad;
  const all = 2 ** words.length - 1;
  // Forms without any of the words are never looked at.
  const touched: number[] = [];
  words.forEach((word, position) => {
    const bit = 1 << position;
    for (const wordId of wordsFrom(table, word, position === words.length - 1)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) {
        const before = had[form] as number;
        if (before === 0) touched.push(form);
        had[form] = before | bit;
      }
    }
  });
  let missing = 0;
  for (const form of touched) {
    const lacking = all - (had[form] as number);
    if (lacking === 0) found(form, WORD);
    else if (isPowerOfTwo(lacking)) missing |= lacking;
  }
  words.forEach((word, position) => {
    const bit = 1 << position;
    if ((missing & bit) === 0 || word.length < SHORTEST_MISSPELT) return;
    for (const form of formsNear(table, word)) if ((had[form] as number) === all - bit) found(form, SPELLING);
  });
  for (const form of touched) had[form] = 0;
}

/** Forms with a word that is one spelling error away from a word. */
function* formsNear(table: NameTable, word: string): Iterable<number> {
  const letters = letterSet(word);
  for (let wordId = 0; wordId < table.words.length; wordId++) {
    if (Math.abs((table.wordLengths[wordId] as number) - word.length) > 1) continue;
    if (!mayBeWithin(1, letters, table.wordLetters[wordId] as number)) continue;
    if (editDistance(word, table.words[wordId] as string, 1) === 1)
      yield* table.formsOfWord[wordId] as readonly number[];
  }
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

/** Ids of the words equal to a word, or starting with it. */
function* wordsFrom(table: NameTable, word: string, asPrefix: boolean): Iterable<number> {
  if (asPrefix) {
    const [first, end] = prefixRange(table.words.length, (index) => table.words[index] as string, word);
    for (let wordId = first; wordId < end; wordId++) yield wordId;
  } else {
    const wordId = table.wordIds.get(word);
    if (wordId !== undefined) yield wordId;
  }
}
