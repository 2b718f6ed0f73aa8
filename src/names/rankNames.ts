import type { NodeKind } from "../model/NodeKind.js";
import { editDistance } from "./editDistance.js";
import { foldPlurals } from "./foldPlurals.js";
import { beginsNear } from "./beginsNear.js";
import type { Commonness } from "./commonFirst.js";
import { letterSet, mayBeWithin, mayBegin, repeatedLetters } from "./letterSets.js";
import { prefixRange, wordsOf, type NameTable } from "./NameTable.js";

/** A record that matches a search. */
export interface Ranked {
  readonly id: string;
  /** Lower is better. It depends only on the name and the text, so it is stable across revisions. */
  readonly rank: number;
  /** 1 for an exact name, lower for worse ranks. Comparable only within one answer. */
  readonly score: number;
  /** The name or alias that matched, as written. */
  readonly matchedName: string;
  /** The number of people who work in it, 0 if unknown. On equal ranks, more people come first. */
  readonly employed: number;
}

/** The score of each way to match, best first. */
const SCORES = [1, 0.9, 0.75, 0.5, 0.375, 0.3, 0.25, 0.125] as const;
const [NAME, ALIAS, PREFIX, WORD, BEGUN, MISSPELT, SPELLING, UNFINISHED] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The distance between the ranks of two ways to match. Names and aliases use half of it each. It exceeds twice the length of any form. */
const WAY = 2 ** 17;
const UNRANKED = SCORES.length * WAY;

/** Shorter words are close to too many others to allow a spelling error: "C" is one letter from "R". */
const SHORTEST_MISSPELT = 4;

/** Shorter words are within one error of the beginning of too many others: "teach" of every word that begins with "tech". */
const SHORTEST_UNFINISHED = 6;

/** Shorter words are the beginning of too many others, so they must match whole, except the last word, which may be unfinished. */
const SHORTEST_BEGUN = 3;

/** Records that a form matches in a way. */
type Found = (form: number, way: number) => void;

/**
 * Every record of some kinds (null: all kinds) that matches a normalised text. A name or alias can match in these ways, best first:
 *
 * 1. The name equals the text.
 * 2. An alias equals the text.
 * 3. It starts with the text.
 * 4. It contains every word of the text; the last word may be unfinished.
 * 5. Like 4, but every word of at least three letters may be unfinished.
 * 6. It is one spelling error away from the text.
 * 7. Like 5, but every word of at least four letters may have one spelling error instead.
 * 8. Like 7, but a word of at least six letters may be both misspelt and unfinished.
 *
 * Within one way, names come before aliases, then shorter names before longer ones, then records in which more people work, then ids. An
 * empty text matches nothing.
 *
 * O(forms that have any of the words + words · different words + forms as long as the text + records), a few milliseconds for 17,000
 * records with 130,000 names.
 */
export function rankNames(
  table: NameTable,
  { employed, order }: Commonness,
  text: string,
  kinds: readonly NodeKind[] | null,
): Ranked[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const wanted = kinds === null ? null : new Set(kinds);
  const rankOf = new Uint32Array(table.records.length).fill(UNRANKED);
  const formOf = new Uint32Array(table.records.length);
  const found: Found = (form, way) => {
    const record = table.recordOfForm[form] as number;
    const rank = way * WAY + (table.isName[form] === 1 ? 0 : WAY / 2) + (table.formLengths[form] as number);
    const before = rankOf[record] as number;
    // On equal ranks, keeps the first form of the record, whatever the order of the calls.
    if (rank < before || (rank === before && form < (formOf[record] as number))) {
      rankOf[record] = rank;
      formOf[record] = form;
    }
  };

  for (const form of table.formsOfFolded.get(foldPlurals(text)) ?? []) {
    if (table.forms[form] === text) found(form, table.isName[form] === 1 ? NAME : ALIAS);
  }
  const sorted = table.formsSorted;
  const [first, end] = prefixRange(sorted.length, (index) => table.forms[sorted[index] as number] as string, text);
  for (let index = first; index < end; index++) found(sorted[index] as number, PREFIX);
  findByWords(table, text, words, found);

  const byRank = new Map<number, Ranked[]>();
  for (const record of order) {
    const rank = rankOf[record] as number;
    if (rank === UNRANKED || (wanted !== null && !wanted.has(table.kinds[record] as NodeKind))) continue;
    const hit = {
      id: (table.records[record] as { id: string }).id,
      rank,
      score: SCORES[Math.floor(rank / WAY)] as number,
      matchedName: table.written[formOf[record] as number] as string,
      employed: employed[record] as number,
    };
    const equals = byRank.get(rank);
    if (equals === undefined) byRank.set(rank, [hit]);
    else equals.push(hit);
  }
  return [...byRank.keys()].sort((left, right) => left - right).flatMap((rank) => byRank.get(rank) as Ranked[]);
}

function findByWords(table: NameTable, text: string, words: readonly string[], found: Found): void {
  const [only] = words;
  if (only !== undefined && words.length === 1) {
    // A single first letter matches nearly all forms, so they are recorded without collecting them first.
    for (const wordId of wordsFrom(table, only, true)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) found(form, WORD);
    }
    for (const wordId of wordsNear(table, only)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) found(form, SPELLING);
    }
    for (const wordId of wordsBegunNear(table, only)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) found(form, UNFINISHED);
    }
  } else findBySeveralWords(table, words, found);
  if (text.length < SHORTEST_MISSPELT) return;
  // A missing or extra blank ("datascientist", "py torch") is also an error of the whole text.
  const letters = letterSet(text);
  const repeated = repeatedLetters(text);
  for (const length of [text.length - 1, text.length, text.length + 1]) {
    for (const form of table.formsOfLength[length] ?? []) {
      const [itsLetters, itsRepeated] = [table.formLetters[form] as number, table.formRepeated[form] as number];
      if (!mayBeWithin(1, letters, itsLetters, repeated, itsRepeated)) continue;
      if (editDistance(text, table.forms[form] as string, 1) === 1) found(form, MISSPELT);
    }
  }
}

/**
 * For each form: how many of the words it contains, and the worst way in which it matches one of them. Reused between searches, and all 0
 * in between, because allocating them took longer.
 */
let wordsMet = new Uint16Array(0);
let worstWay = new Uint8Array(0);

function findBySeveralWords(table: NameTable, words: readonly string[], found: Found): void {
  if (wordsMet.length < table.forms.length) {
    wordsMet = new Uint16Array(table.forms.length);
    worstWay = new Uint8Array(table.forms.length);
  }
  // A form is checked for a word only if it contains all previous words.
  const touched: number[] = [];
  let meeting = 0;
  for (let position = 0; position < words.length && (position === 0 || meeting > 0); position++) {
    const word = words[position] as string;
    meeting = 0;
    const meet = (wordId: number, way: number): void => {
      for (const form of table.formsOfWord[wordId] as readonly number[]) {
        if (wordsMet[form] !== position) continue;
        if (position === 0) touched.push(form);
        wordsMet[form] = position + 1;
        if (way > (worstWay[form] as number)) worstWay[form] = way;
        meeting++;
      }
    };
    const isLast = position === words.length - 1;
    for (const wordId of wordsFrom(table, word, isLast)) meet(wordId, WORD);
    if (!isLast && word.length >= SHORTEST_BEGUN)
      for (const wordId of wordsFrom(table, word, true)) meet(wordId, BEGUN);
    for (const wordId of wordsNear(table, word)) meet(wordId, SPELLING);
    for (const wordId of wordsBegunNear(table, word)) meet(wordId, UNFINISHED);
  }
  for (const form of touched) {
    if (wordsMet[form] === words.length) found(form, worstWay[form] as number);
    wordsMet[form] = worstWay[form] = 0;
  }
}

/** Ids of the words that are one spelling error away from a word; none if the word is too short. */
function* wordsNear(table: NameTable, word: string): Iterable<number> {
  if (word.length < SHORTEST_MISSPELT) return;
  const letters = letterSet(word);
  for (let wordId = 0; wordId < table.words.length; wordId++) {
    if (Math.abs((table.wordLengths[wordId] as number) - word.length) > 1) continue;
    if (!mayBeWithin(1, letters, table.wordLetters[wordId] as number)) continue;
    if (editDistance(word, table.words[wordId] as string, 1) === 1) yield wordId;
  }
}

/** Ids of the words with a beginning that is one spelling error away from a word; none if the word is too short. */
function* wordsBegunNear(table: NameTable, word: string): Iterable<number> {
  if (word.length < SHORTEST_UNFINISHED) return;
  const letters = letterSet(word);
  for (let wordId = 0; wordId < table.words.length; wordId++) {
    if (!mayBegin(letters, table.wordLetters[wordId] as number)) continue;
    if (beginsNear(table.words[wordId] as string, word)) yield wordId;
  }
}

/** Ids of the words that equal a word or, with `asPrefix`, start with it. */
function* wordsFrom(table: NameTable, word: string, asPrefix: boolean): Iterable<number> {
  if (asPrefix) {
    const [first, end] = prefixRange(table.words.length, (index) => table.words[index] as string, word);
    for (let wordId = first; wordId < end; wordId++) yield wordId;
  } else {
    const wordId = table.wordIds.get(word);
    if (wordId !== undefined) yield wordId;
  }
}
