import { kindOf } from "../model/EntityId.js";
import type { NodeKind } from "../model/NodeKind.js";
import { append } from "../model/append.js";
import { compareText } from "../model/compareText.js";
import { foldPlurals } from "./foldPlurals.js";
import { letterSet, repeatedLetters } from "./letterSets.js";
import { mayHoldShortForm, normalizeName } from "./normalizeName.js";
import { wordsInCommon } from "./wordsInCommon.js";

/** What the index must know of a record; rows of a store's names have this shape. */
export interface NamedRow {
  readonly id: string;
  /** Id of the dataset that it comes from. */
  readonly originId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids of the records of other datasets that are the same (EXACT matches). */
  readonly sameAsIds: readonly string[];
}

/** A record as errors show it: its id, its name as written and the id of its dataset. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
  readonly originId: string;
}

/** A name or alias with short forms, which its form has written out. */
export interface ShortName {
  readonly record: number;
  /** As written. */
  readonly written: string;
  readonly isName: boolean;
}

/**
 * Names laid out for look-ups. Records stand by id, so that a record's index is its rank among equals. A *form* is one
 * normalised name or alias of a record; a record's name comes before its aliases.
 */
export interface NameTable {
  readonly records: readonly NamedId[];
  /** Kind of each record. */
  readonly kinds: readonly NodeKind[];
  readonly recordOfId: ReadonlyMap<string, number>;
  /** For a record that EXACT matches join with others: all of them, itself too, the one of the dataset listed first before the others. */
  readonly joined: ReadonlyMap<number, readonly number[]>;
  readonly forms: readonly string[];
  /** The name or alias behind each form, as written; of several that are one form, the name or else the first. */
  readonly written: readonly string[];
  /** Names and aliases that seem to hold short forms, also those that are one form with another. */
  readonly shortNames: readonly ShortName[];
  /** Record of each form. */
  readonly recordOfForm: Uint32Array;
  /** 1 for each form that is its record's name, 0 for an alias. */
  readonly isName: Uint8Array;
  /** Number of different words of each form. */
  readonly wordCount: Uint8Array;
  /** The forms by code unit, for prefixes. */
  readonly formsSorted: Uint32Array;
  /**
   * Forms equal to a text but for plurals, by that text folded (`foldPlurals`): names before aliases, then those whose record's name has
   * most words of it, then by id.
   */
  readonly formsOfFolded: ReadonlyMap<string, readonly number[]>;
  /** Different words of all forms, by code unit. */
  readonly words: readonly string[];
  /** Forms that contain each word, ascending. */
  readonly formsOfWord: readonly (readonly number[])[];
  readonly wordIds: ReadonlyMap<string, number>;
  /** Number of code units and letters (`letterSet`) of each form, and of each word: what a comparison by edits looks at first. */
  readonly formLengths: Uint16Array;
  readonly formLetters: Int32Array;
  /** Letters that each form has twice or more. */
  readonly formRepeated: Int32Array;
  /** Forms of each number of code units, ascending; a length that no form has may be absent. */
  readonly formsOfLength: readonly (readonly number[] | undefined)[];
  readonly wordLengths: Uint16Array;
  /** Words of each number of code units, ascending; a length that no word has may be absent. */
  readonly wordsOfLength: readonly (readonly number[] | undefined)[];
  readonly wordLetters: Int32Array;
}

/** No name is longer: a reference or a search beyond it can match nothing and is not looked at. In UTF-16 code units. */
export const LONGEST_NAME = 500;

/** Words of a normalised text, each once, in order of first appearance. */
export function wordsOf(normalized: string): string[] {
  return normalized === "" ? [] : [...new Set(normalized.split(" "))];
}

/**
 * Lays out rows of any order; rows whose id names no kind of node are left out. O(n log n) in names and their words.
 * @param originIds the datasets in the order in which they are listed
 */
export function buildNameTable(rows: readonly NamedRow[], originIds: readonly string[] = []): NameTable {
  const records: NamedId[] = [];
  const kinds: NodeKind[] = [];
  const recordOfId = new Map<string, number>();
  const forms: string[] = [];
  const written: string[] = [];
  const shortNames: ShortName[] = [];
  const recordOfForm: number[] = [];
  const isName: number[] = [];
  for (const row of [...rows].sort((left, right) => compareText(left.id, right.id))) {
    const kind = kindOf(row.id);
    if (kind === null) continue;
    const record = records.length;
    records.push({ id: row.id, name: row.name, originId: row.originId });
    kinds.push(kind);
    recordOfId.set(row.id, record);
    const seen = new Set([""]);
    for (const text of [row.name, ...row.aliases]) {
      const form = normalizeName(text);
      if (mayHoldShortForm(text)) shortNames.push({ record, written: text, isName: text === row.name });
      if (seen.has(form)) continue;
      seen.add(form);
      forms.push(form);
      written.push(text);
      recordOfForm.push(record);
      isName.push(text === row.name ? 1 : 0);
    }
  }

  const formsOfFolded = new Map<string, number[]>();
  const postings = new Map<string, number[]>();
  const wordCount = new Uint8Array(forms.length);
  forms.forEach((form, index) => {
    append(formsOfFolded, foldPlurals(form), index);
    const words = wordsOf(form);
    wordCount[index] = Math.min(words.length, 255);
    for (const word of words) append(postings, word, index);
  });
  for (const [text, sameText] of formsOfFolded) {
    if (sameText.length === 1) continue;
    const textWords = wordsOf(text);
    const nearness = new Map(
      sameText.map((form) => {
        const { name } = records[recordOfForm[form] as number] as NamedId;
        return [form, wordsInCommon(textWords, wordsOf(foldPlurals(normalizeName(name))))];
      }),
    );
    sameText.sort(
      (left, right) =>
        (isName[right] as number) - (isName[left] as number) ||
        (nearness.get(right) as number) - (nearness.get(left) as number) ||
        left - right,
    );
  }
  const words = [...postings.keys()].sort(compareText);
  const formsOfLength: number[][] = [];
  forms.forEach((form, index) => (formsOfLength[lengthOf(form)] ??= []).push(index));
  const wordsOfLength: number[][] = [];
  words.forEach((word, index) => (wordsOfLength[lengthOf(word)] ??= []).push(index));
  return {
    records,
    kinds,
    recordOfId,
    joined: joinedBy(rows, records, recordOfId, originIds),
    forms,
    written,
    shortNames,
    recordOfForm: Uint32Array.from(recordOfForm),
    isName: Uint8Array.from(isName),
    wordCount,
    formsSorted: Uint32Array.from(forms.keys()).sort((left, right) =>
      compareText(forms[left] as string, forms[right] as string),
    ),
    formsOfFolded,
    words,
    formsOfWord: words.map((word) => postings.get(word) as number[]),
    wordIds: new Map(words.map((word, index) => [word, index])),
    formLengths: Uint16Array.from(forms, lengthOf),
    formLetters: Int32Array.from(forms, letterSet),
    formRepeated: Int32Array.from(forms, repeatedLetters),
    formsOfLength,
    wordLengths: Uint16Array.from(words, lengthOf),
    wordsOfLength,
    wordLetters: Int32Array.from(words, letterSet),
  };
}

/** The record that stands for one and all that EXACT matches join with it: that of the dataset listed first. O(1). */
export function standIn({ joined }: NameTable, record: number): number {
  return joined.get(record)?.[0] ?? record;
}

/** Follows `sameAsIds` from record to record. */
function joinedBy(
  rows: readonly NamedRow[],
  records: readonly NamedId[],
  recordOfId: ReadonlyMap<string, number>,
  originIds: readonly string[],
): NameTable["joined"] {
  const sameAs = new Map(rows.flatMap(({ id, sameAsIds }) => (sameAsIds.length > 0 ? [[id, sameAsIds] as const] : [])));
  const places = new Map(originIds.map((id, place) => [id, place]));
  const placeOf = (id: string): number => places.get(records[recordOfId.get(id)!]!.originId) ?? originIds.length;
  const joined = new Map<number, readonly number[]>();
  for (const start of sameAs.keys()) {
    if (joined.has(recordOfId.get(start)!)) continue;
    const ids = new Set([start]);
    for (const id of ids) for (const other of sameAs.get(id) ?? []) if (recordOfId.has(other)) ids.add(other);
    const inOrder = [...ids].sort((left, right) => placeOf(left) - placeOf(right) || compareText(left, right));
    const ofClass = inOrder.map((id) => recordOfId.get(id)!);
    for (const record of ofClass) joined.set(record, ofClass);
  }
  return joined;
}

/** The half-open range of a sorted list whose items start with the prefix. O(log n). */
export function prefixRange(length: number, textAt: (index: number) => string, prefix: string): [number, number] {
  const firstFrom = (isPast: (text: string) => boolean, start: number): number => {
    let low = start;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isPast(textAt(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const start = firstFrom((text) => text >= prefix, 0);
  return [start, firstFrom((text) => !text.startsWith(prefix), start)];
}

function lengthOf(text: string): number {
  return Math.min(text.length, 65_535);
}
