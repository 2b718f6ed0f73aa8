import type { NodeKind } from "../model/NodeKind.js";
import { compareText } from "../model/compareText.js";
import type { Commonness } from "./commonFirst.js";
import { editDistance } from "./editDistance.js";
import { letterSet, mayBeWithin, repeatedLetters } from "./letterSets.js";
import { prefixRange, wordsOf, type NamedId, type NameTable } from "./NameTable.js";

/** A record that a reference may have meant. */
export interface Suggestion extends NamedId {
  /** The name or alias that comes near, as written. */
  readonly matchedName: string;
}

/** How many near misses an error lists. */
const MOST_SUGGESTIONS = 5;

/** Near misses of longer texts are not sought; in code units of the normalised text. Bounds the work of one bad reference. */
const LONGEST_SUGGESTED = 120;

/** Words that nearly every title may hold and that make no two names alike. */
const FILLERS = new Set(["a", "an", "and", "for", "in", "of", "the", "to", "with"]);

/** What a word counts that is met by a word begun alike, or by one some edits away. */
const BEGUN = 0.8;
const MISSPELT = 0.9;

/** What nearness to an alias counts, so that of two as near a title comes first. */
const BY_ALIAS = 0.99;

/** Shorter words are met exactly or not at all. */
const SHORTEST_LIKE = 3;

/**
 * Texts up to this length are one letter away from many names that nobody means by them ("nope", "Pope", "Rope Cutter"): they come near
 * to whole names alone, and to those that begin with their letter. In code units.
 */
const LONGEST_SHORT = 5;

/** Edits of the longest texts that still make a near miss. */
const MOST_EDITS = 3;

/** Edits that still make a near miss: none below 4 letters, then 1, 2 from 8 on, 3 from 12 on. */
function editsAllowed(length: number): number {
  return length < 4 ? 0 : Math.min(MOST_EDITS, Math.floor(length / 4));
}

/**
 * Working rows over the forms and records of a table, all 0 between searches: filling them anew takes longer than a search does. `common` is
 * what the words of a form have in common with those looked for, and `best` the same for the word at hand.
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
 * At most five records of a kind whose name or alias comes near to a normalised text that names none of them, best first: by
 * the share of words in common (Dice's coefficient; a word begun alike or misspelt counts a little less) or by the edits
 * between the whole texts, whichever is higher, titles before aliases; then by how many people work in them, name and id. Empty if nothing is near. A text of
 * up to five letters has spelling errors only against whole names that begin alike.
 *
 * O(different words about as long as each of the text's + forms that have any of those found + forms about as long as the text), two
 * milliseconds at 200,000 forms; only bad references pay it.
 */
export function suggestNames(table: NameTable, { employed }: Commonness, kind: NodeKind, text: string): Suggestion[] {
  if (text === "" || text.length > LONGEST_SUGGESTED) return [];
  makeRoom(table);
  const words = wordsOf(text);
  const isShort = text.length <= LONGEST_SHORT;
  /** Records with any nearness. */
  const found: number[] = [];
  const note = (form: number, record: number, near: number): void => {
    if (table.isName[form] !== 1) near *= BY_ALIAS;
    // As the row rounds it, or a form would be nearer than itself.
    near = Math.fround(near);
    const before = nearness[record] as number;
    // Of forms of a record that are equally near, the first, in whatever order they are found.
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

/** Of the records found those with the highest nearness, one pass: keeping five in order beats sorting all. */
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
 * Adds to `common`, for each form, what its words have in common with the given ones: 1 a word met exactly, less for one nearly met.
 * @param misspelt whether words that are spelt otherwise count
 * @returns the forms that have anything in common, each once
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

/** Ids of the words that are like a word, ascending, with how much so, above 0 and at most 1. */
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
    // What is also few edits away was found so.
    if (misspelt && Math.abs(word.length - length) <= editsAllowed(shorter)) return;
    like.push([wordId, BEGUN * (shorter / Math.max(word.length, length))]);
  };
  const [first, end] = prefixRange(table.words.length, (index) => table.words[index] as string, word);
  for (let wordId = first; wordId < end; wordId++) begun(wordId);
  // A word may be unfinished; one that goes on for longer than the name's has little to do with it ("postgress", "Post Framer").
  for (let length = Math.max(SHORTEST_LIKE, Math.ceil(word.length / 2)); length < word.length; length++) {
    begun(table.wordIds.get(word.slice(0, length)));
  }
  return like.filter(([wordId]) => wordId === same || !FILLERS.has(table.words[wordId] as string)).sort(byWordId);
}

function byWordId([left]: readonly [number, number], [right]: readonly [number, number]): number {
  return left - right;
}
