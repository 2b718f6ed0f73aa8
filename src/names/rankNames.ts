import type { NodeKind } from "../model/NodeKind.js";
import { editDistance } from "./editDistance.js";
import { foldPlurals } from "./foldPlurals.js";
import { beginsNear } from "./beginsNear.js";
import type { Commonness } from "./commonFirst.js";
import { letterSet, mayBeWithin, mayBegin, repeatedLetters } from "./letterSets.js";
import { prefixRange, wordsOf, type NameTable } from "./NameTable.js";

/** One record found. */
export interface Ranked {
  readonly id: string;
  /** Lower is better; the same for the same name and text in every revision. */
  readonly rank: number;
  /** 1 for an exact name, falling with the rank; comparable within one answer only. */
  readonly score: number;
  /** The name or alias that was found, as written. */
  readonly matchedName: string;
  /** How many people work in it, 0 where that is unknown: of equal ranks more come first. */
  readonly employed: number;
}

/** The ways to match, best first, with the score of each. */
const SCORES = [1, 0.9, 0.75, 0.5, 0.375, 0.3, 0.25, 0.125] as const;
const [NAME, ALIAS, PREFIX, WORD, BEGUN, MISSPELT, SPELLING, UNFINISHED] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** What parts two ways to match among ranks: names and aliases have half of it each, and no form is so long. */
const WAY = 2 ** 17;
const UNRANKED = SCORES.length * WAY;

/** Shorter words have too many neighbours for a spelling error to mean anything: "C" is one letter from "R". */
const SHORTEST_MISSPELT = 4;

/** Shorter words come within one error of the beginning of too many others: "teach" of all that begin with "tech". */
const SHORTEST_UNFINISHED = 6;

/** Shorter words begin too many others to be meant as anything but whole, unless they are the last, which may still be typed. */
const SHORTEST_BEGUN = 3;

/** Notes that a form was found in a way. */
type Found = (form: number, way: number) => void;

/**
 * Every record of the kinds (null: of all) that a normalised text finds, best first: its name is the text; an alias is; one of
 * them starts with it; one has each word of it (the last may be begun only); the same where each word of three letters or more
 * may be begun only; one of them is one spelling error away; one has each word, with one error in each of four letters or more; the
 * same where each word of six letters or more may also be both misspelt and begun only. Of one way names come before aliases, then
 * shorter before longer, of which the text makes more, then those in which more people work, then ids. An empty text finds nothing.
 *
 * O(forms that have any of the words + words · different words + forms as long as the text + records), a few milliseconds at
 * 17,000 records with 130,000 names.
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
    // Of equal forms of a record the first in its list, in whatever order they are found.
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
    // While a first letter is typed nearly all forms are found, so nothing is gathered for them.
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
  // A blank too few or too many ("datascientist", "py torch") is an error of the whole, too.
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
 * For each form, how many of the words looked for it has, and the worst way in which it has one of them. Kept between searches,
 * all 0: making them took longer.
 */
let wordsMet = new Uint16Array(0);
let worstWay = new Uint8Array(0);

function findBySeveralWords(table: NameTable, words: readonly string[], found: Found): void {
  if (wordsMet.length < table.forms.length) {
    wordsMet = new Uint16Array(table.forms.length);
    worstWay = new Uint8Array(table.forms.length);
  }
  // Only forms that have all the words before are asked for the next; those without the first are never looked at.
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

/** Ids of the words one spelling error away from a word; none for a word too short for that. */
function* wordsNear(table: NameTable, word: string): Iterable<number> {
  if (word.length < SHORTEST_MISSPELT) return;
  const letters = letterSet(word);
  for (let wordId = 0; wordId < table.words.length; wordId++) {
    if (Math.abs((table.wordLengths[wordId] as number) - word.length) > 1) continue;
    if (!mayBeWithin(1, letters, table.wordLetters[wordId] as number)) continue;
    if (editDistance(word, table.words[wordId] as string, 1) === 1) yield wordId;
  }
}

/** Ids of the words that begin with what is one spelling error away from a word; none for a word too short for that. */
function* wordsBegunNear(table: NameTable, word: string): Iterable<number> {
  if (word.length < SHORTEST_UNFINISHED) return;
  const letters = letterSet(word);
  for (let wordId = 0; wordId < table.words.length; wordId++) {
    if (!mayBegin(letters, table.wordLetters[wordId] as number)) continue;
    if (beginsNear(table.words[wordId] as string, word)) yield wordId;
  }
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
