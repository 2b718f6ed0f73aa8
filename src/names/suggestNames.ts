import type { NodeKind } from "../model/NodeKind.js";
import { compareText } from "../model/compareText.js";
import type { Commonness } from "./commonFirst.js";
import { editDistance } from "./editDistance.js";
import { letterSet, mayBeWithin, repeatedLetters } from "./letterSets.js";
import { prefixRange, wordsOf, type NamedId, type NameTable } from "./NameTable.js";

/** A record that a reference may have been meant for. */
export interface Suggestion extends NamedId {
  /** The name or alias that is similar, as written. */
  readonly matchedName: string;
}

/** The most suggestions for a reference. */
const MOST_SUGGESTIONS = 5;

/** Longer texts get no suggestions, to bound the work for one bad reference. In code units of the normalised text. */
const LONGEST_SUGGESTED = 120;

/** Words that are too common in titles to make two names similar. */
const FILLERS = new Set(["a", "an", "and", "for", "in", "of", "the", "to", "with"]);

/** The weight of a word that matches by its beginning (BEGUN) or within a few edits (MISSPELT). */
const BEGUN = 0.8;
const MISSPELT = 0.9;

/** The factor for similarity to an alias, so that an equally similar title comes first. */
const BY_ALIAS = 0.99;

/** Shorter words only match exactly. */
const SHORTEST_LIKE = 3;

/**
 * Texts up to this length are one letter away from many unrelated names ("nope", "Pope", "Rope Cutter"). With a spelling error they match
 * only whole names that begin with the same letter. In code units.
 */
const LONGEST_SHORT = 5;

/** The most edits allowed, for the longest texts. */
const MOST_EDITS = 3;

/** The most edits allowed: 0 below 4 letters, 1 from 4 on, 2 from 8 on, 3 from 12 on. */
function editsAllowed(length: number): number {
  return length < 4 ? 0 : Math.min(MOST_EDITS, Math.floor(length / 4));
}

/**
 * Working arrays by form and by record, reused between searches and all 0 in between, because clearing them would take longer than a
 * search. `common` is the weight of the words that a form shares with the text, and `best` the weight for the current word.
 */
let common = new Float32Array(0);
let best = new Float32Array(0);
let nearness = new Float32Array(0);
let formOf = new Uint32Array(0);

function makeRoom({ forms, records }: NameTable): void {
  if (common.length < forms.length) {
    common = new Float32Array(forms.length);
    best = new Float32Array(forms.length);
  }
  if (nearness.length < records.length) {
    nearness = new Float32Array(records.length);
    formOf = new Uint32Array(records.length);
  }
}

/**
 * At most five records of a kind with a name or alias similar to a normalised text, best first. The similarity is the share of common words
 * (Dice's coefficient; a word that matches by its beginning or with a spelling error counts less) or follows from the edits between the
 * whole texts, whichever is higher. Titles come before aliases. Ties are broken by the number of people who work in the record, name and
 * id. A text of up to five letters may differ by a spelling error only from whole names with the same first letter.
 *
 * O(different words about as long as a word of the text + forms that contain one of those found + forms about as long as the text): two
 * milliseconds for 200,000 forms. Only bad references pay for it.
 */
export function suggestNames(table: NameTable, { employed }: Commonness, kind: NodeKind, text: string): Suggestion[] {
  if (text === "" || text.length > LONGEST_SUGGESTED) return [];
  makeRoom(table);
  const words = wordsOf(text);
  const isShort = text.length <= LONGEST_SHORT;
  /** Records with a similarity above 0. */
  const found: number[] = [];
  const note = (form: number, record: number, near: number): void => {
    if (table.isName[form] !== 1) near *= BY_ALIAS;
    // Rounds as the array does, so that comparing a form with itself gives equality.
    near = Math.fround(near);
    const before = nearness[record] as number;
    // On equal similarity, keeps the first form of the record, whatever the order of the calls.
    if (near < before || (near === before && form >= (formOf[record] as number))) return;
    if (before === 0) found.push(record);
    nearness[record] = near;
    formOf[record] = form;
  };

  const touched = findCommonWords(table, words, !isShort);
  for (const form of touched) {
    const record = table.recordOfForm[form] as number;
    if (table.kinds[record] === kind) {
      note(form, record, (2 * (common[form] as number)) / (words.length + (table.wordCount[form] as number)));
    }
    common[form] = 0;
  }

  const allowed = editsAllowed(text.length);
  const letters = letterSet(text);
  const repeated = repeatedLetters(text);
  for (let length = text.length - allowed; length <= text.length + allowed; length++) {
    for (const form of table.formsOfLength[length] ?? []) {
      const [itsLetters, itsRepeated] = [table.formLetters[form] as number, table.formRepeated[form] as number];
      if (!mayBeWithin(allowed, letters, itsLetters, repeated, itsRepeated)) continue;
      const record = table.recordOfForm[form] as number;
      if (table.kinds[record] !== kind) continue;
      const other = table.forms[form] as string;
      if (isShort && other.charCodeAt(0) !== text.charCodeAt(0)) continue;
      const edits = editDistance(text, other, allowed);
      if (edits <= allowed && edits < text.length) note(form, record, 1 - edits / Math.max(length, text.length));
    }
  }

  const nearest = nearestOf(table, employed, found).map((record) => ({
    ...(table.records[record] as NamedId),
    matchedName: table.written[formOf[record] as number] as string,
  }));
  for (const record of found) nearness[record] = 0;
  return nearest;
}

/** The most similar of the records found. Keeping five in order in one pass is faster than sorting all. */
function nearestOf(table: NameTable, employed: Float64Array, found: readonly number[]): number[] {
  const nearest: Near[] = [];
  for (const index of found) {
    const near = nearness[index] as number;
    const worst = nearest.length === MOST_SUGGESTIONS ? nearest.at(-1) : undefined;
    if (worst !== undefined && near < worst.near) continue;
    const one = { index, record: table.records[index] as NamedId, near, employed: employed[index] as number };
    if (worst !== undefined && compareNear(one, worst) > 0) continue;
    nearest.push(one);
    nearest.sort(compareNear);
    if (nearest.length > MOST_SUGGESTIONS) nearest.pop();
  }
  return nearest.map(({ index }) => index);
}

interface Near {
  readonly index: number;
  readonly record: NamedId;
  readonly near: number;
  readonly employed: number;
}

function compareNear(left: Near, right: Near): number {
  return (
    right.near - left.near ||
    right.employed - left.employed ||
    compareText(left.record.name, right.record.name) ||
    compareText(left.record.id, right.record.id)
  );
}

/**
 * Adds to `common`, for each form, the weight of the words that it shares with the text: 1 for an exact word, less for a similar one.
 * @param misspelt whether words within a few edits count
 * @returns the forms with any common word, without duplicates
 */
function findCommonWords(table: NameTable, words: readonly string[], misspelt: boolean): number[] {
  const touched: number[] = [];
  for (const word of words) {
    if (FILLERS.has(word)) continue;
    const met: number[] = [];
    for (const [wordId, weight] of wordsLike(table, word, misspelt)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) {
        const before = best[form] as number;
        if (weight <= before) continue;
        if (before === 0) met.push(form);
        if (common[form] === 0) touched.push(form);
        common[form] = (common[form] as number) + weight - before;
        best[form] = weight;
      }
    }
    for (const form of met) best[form] = 0;
  }
  return touched;
}

/** Ids of the words similar to a word, ascending, with their weights, above 0 and at most 1. */
function wordsLike(table: NameTable, word: string, misspelt: boolean): (readonly [number, number])[] {
  const like: (readonly [number, number])[] = [];
  const same = table.wordIds.get(word);
  if (same !== undefined) like.push([same, 1]);
  if (word.length < SHORTEST_LIKE) return like;
  const letters = letterSet(word);
  for (let length = word.length - MOST_EDITS; misspelt && length <= word.length + MOST_EDITS; length++) {
    const allowed = editsAllowed(Math.min(word.length, length));
    if (allowed === 0 || Math.abs(word.length - length) > allowed) continue;
    for (const wordId of table.wordsOfLength[length] ?? []) {
      if (wordId === same || !mayBeWithin(allowed, letters, table.wordLetters[wordId] as number)) continue;
      const edits = editDistance(word, table.words[wordId] as string, allowed);
      if (edits <= allowed) like.push([wordId, MISSPELT - 0.1 * (edits - 1)]);
    }
  }
  const begun = (wordId: number | undefined): void => {
    if (wordId === undefined || wordId === same) return;
    const length = table.wordLengths[wordId] as number;
    const shorter = Math.min(word.length, length);
    // A word within the allowed edits has already been added.
    if (misspelt && Math.abs(word.length - length) <= editsAllowed(shorter)) return;
    like.push([wordId, BEGUN * (shorter / Math.max(word.length, length))]);
  };
  const [first, end] = prefixRange(table.words.length, (index) => table.words[index] as string, word);
  for (let wordId = first; wordId < end; wordId++) begun(wordId);
  // The text's word may continue a word of the name, but not to more than twice its length ("postgress" is not "Post Framer").
  for (let length = Math.max(SHORTEST_LIKE, Math.ceil(word.length / 2)); length < word.length; length++) {
    begun(table.wordIds.get(word.slice(0, length)));
  }
  return like.filter(([wordId]) => wordId === same || !FILLERS.has(table.words[wordId] as string)).sort(byWordId);
}

function byWordId([left]: readonly [number, number], [right]: readonly [number, number]): number {
  return left - right;
}
