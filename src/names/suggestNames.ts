import type { NodeKind } from "../model/NodeKind.js";
import { compareText } from "../model/compareText.js";
import type { Commonness } from "./commonFirst.js";
import { editDistance } from "./editDistance.js";
import { letterSet, mayBeWithin } from "./letterSets.js";
import { wordsOf, type NamedId, type NameTable } from "./NameTable.js";

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
 * At most five records of a kind whose name or alias comes near to a normalised text that names none of them, best first: by
 * the share of words in common (Dice's coefficient; a word begun alike or misspelt counts a little less) or by the edits
 * between the whole texts, whichever is higher, titles before aliases; then by how many people work in them, name and id. Empty if nothing is near. A text of
 * up to five letters has spelling errors only against whole names that begin alike.
 *
 * O(different words + forms), some milliseconds at 60,000 records; only bad references pay it.
 */
export function suggestNames(table: NameTable, { employed }: Commonness, kind: NodeKind, text: string): Suggestion[] {
  if (text === "" || text.length > LONGEST_SUGGESTED) return [];
  const words = wordsOf(text);
  const isShort = text.length <= LONGEST_SHORT;
  const common = commonWords(table, words, !isShort);
  const allowed = editsAllowed(text.length);
  const letters = letterSet(text);
  const nearness = new Float32Array(table.records.length);
  const formOf = new Uint32Array(table.records.length);
  table.forms.forEach((form, index) => {
    const record = table.recordOfForm[index] as number;
    if (table.kinds[record] !== kind) return;
    let near = (2 * (common[index] as number)) / (words.length + (table.wordCount[index] as number));
    const comparable =
      Math.abs((table.formLengths[index] as number) - text.length) <= allowed &&
      mayBeWithin(allowed, letters, table.formLetters[index] as number) &&
      (!isShort || form.charCodeAt(0) === text.charCodeAt(0));
    if (comparable) {
      const edits = editDistance(text, form, allowed);
      if (edits <= allowed) near = Math.max(near, 1 - edits / Math.max(form.length, text.length));
    }
    if (table.isName[index] !== 1) near *= BY_ALIAS;
    if (near > (nearness[record] as number)) {
      nearness[record] = near;
      formOf[record] = index;
    }
  });
  return nearestOf(table, employed, nearness).map((record) => ({
    ...(table.records[record] as NamedId),
    matchedName: table.written[formOf[record] as number] as string,
  }));
}

/** The records with the highest nearness above 0, one pass: keeping five in order beats sorting all. */
function nearestOf(table: NameTable, employed: Float64Array, nearness: Float32Array): number[] {
  const nearest: Near[] = [];
  nearness.forEach((near, index) => {
    if (near === 0) return;
    const one = { index, record: table.records[index] as NamedId, near, employed: employed[index] as number };
    const worst = nearest.at(-1);
    if (nearest.length === MOST_SUGGESTIONS && worst !== undefined && compareNear(one, worst) > 0) return;
    nearest.push(one);
    nearest.sort(compareNear);
    if (nearest.length > MOST_SUGGESTIONS) nearest.pop();
  });
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
 * For each form, what its words have in common with the given ones: 1 a word met exactly, less for one nearly met.
 * @param misspelt whether words that are spelt otherwise count
 */
function commonWords(table: NameTable, words: readonly string[], misspelt: boolean): Float32Array {
  const common = new Float32Array(table.forms.length);
  const best = new Float32Array(table.forms.length);
  for (const word of words) {
    if (FILLERS.has(word)) continue;
    if (word.length < SHORTEST_LIKE) {
      const wordId = table.wordIds.get(word);
      for (const form of wordId === undefined ? [] : (table.formsOfWord[wordId] as readonly number[])) {
        common[form] = (common[form] as number) + 1;
      }
      continue;
    }
    best.fill(0);
    const letters = letterSet(word);
    table.words.forEach((other, wordId) => {
      // Words that are neither near in letters nor begin alike have nothing in common.
      const near = mayBeWithin(MOST_EDITS, letters, table.wordLetters[wordId] as number);
      if (!near && word.charCodeAt(0) !== other.charCodeAt(0)) return;
      const weight = likeness(word, other, table.wordLengths[wordId] as number, misspelt);
      if (weight === 0) return;
      for (const form of table.formsOfWord[wordId] as readonly number[]) {
        if (weight > (best[form] as number)) {
          common[form] = (common[form] as number) + weight - (best[form] as number);
          best[form] = weight;
        }
      }
    });
  }
  return common;
}

function likeness(word: string, other: string, otherLength: number, misspelt: boolean): number {
  if (word === other) return 1;
  const shorter = Math.min(word.length, otherLength);
  if (shorter < SHORTEST_LIKE || FILLERS.has(other)) return 0;
  const allowed = misspelt ? editsAllowed(shorter) : 0;
  if (allowed > 0 && Math.abs(word.length - otherLength) <= allowed) {
    const edits = editDistance(word, other, allowed);
    if (edits <= allowed) return MISSPELT - 0.1 * (edits - 1);
  }
  // A word may be unfinished; one that goes on for longer than the name's has little to do with it ("postgress", "Post Framer").
  const begun = other.startsWith(word) || (word.startsWith(other) && 2 * otherLength >= word.length);
  return begun ? BEGUN * (shorter / Math.max(word.length, otherLength)) : 0;
}
