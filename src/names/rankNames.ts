import type { NodeKind } from "../model/NodeKind.js";
import { editDistance } from "./editDistance.js";
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

/**
 * Every record of the kinds (null: of all) that a normalised text finds, best first: its name is the text; an alias is; one of
 * them starts with it; one has each word of it (the last may be begun only); the same with one spelling error, or the whole
 * is one error away. Equal ranks stand by id. An empty text finds nothing.
 *
 * O(forms that have any of the words + different words + forms), a few milliseconds at 60,000 records.
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
  const matched = new Uint8Array(table.forms.length);
  const lastMatch = new Uint16Array(table.forms.length);
  const touched: number[] = [];
  words.forEach((word, position) => {
    for (const wordId of wordsFrom(table, word, position === words.length - 1)) {
      for (const form of table.formsOfWord[wordId] as readonly number[]) {
        if (lastMatch[form] === position + 1) continue;
        if (matched[form] === 0) touched.push(form);
        lastMatch[form] = position + 1;
        matched[form] = (matched[form] as number) + 1;
      }
    }
  });
  for (const form of touched) {
    if (matched[form] === words.length) found(form, WORD);
    else if (matched[form] === words.length - 1 && missesBySpelling(table, words, form)) found(form, SPELLING);
  }

  if (text.length < SHORTEST_MISSPELT) return;
  if (words.length === 1) {
    table.words.forEach((word, wordId) => {
      if (editDistance(text, word, 1) === 1) {
        for (const form of table.formsOfWord[wordId] as readonly number[]) found(form, SPELLING);
      }
    });
  }
  // A blank too few or too many ("datascientist", "py torch") is an error of the whole, of no single word.
  table.forms.forEach((form, index) => {
    if (Math.abs(form.length - text.length) === 1 && editDistance(text, form, 1) === 1) found(index, SPELLING);
  });
}

/** Whether the words of the text that the form lacks are one, and one spelling error away from a word of the form. */
function missesBySpelling(table: NameTable, words: readonly string[], form: number): boolean {
  const have = wordsOf(table.forms[form] as string);
  const last = words.length - 1;
  const missing = words.find((word, position) =>
    have.every((other) => other !== word && !(position === last && other.startsWith(word))),
  );
  return (
    missing !== undefined &&
    missing.length >= SHORTEST_MISSPELT &&
    have.some((other) => editDistance(missing, other, 1) === 1)
  );
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
