import { kindOf } from "../model/EntityId.js";
import type { NodeKind } from "../model/NodeKind.js";
import { append } from "../model/append.js";
import { compareText } from "../model/compareText.js";
import { foldPlurals } from "./foldPlurals.js";
import { letterSet, repeatedLetters } from "./letterSets.js";
import { mayHoldShortForm, normalizeName } from "./normalizeName.js";
import { wordsInCommon } from "./wordsInCommon.js";

/** What the index must know about a record. Stores return rows of this shape. */
export interface NamedRow {
  readonly id: string;
  /** Id of the dataset that it comes from. */
  readonly originId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids of the records of other datasets that are the same (EXACT matches). */
  readonly sameAsIds: readonly string[];
}

/** A record as errors show it. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
  readonly originId: string;
}

/** A name or alias that contains short forms. Its form has them expanded. */
export interface ShortName {
  readonly record: number;
  /** As written. */
  readonly written: string;
  readonly isName: boolean;
}

/**
 * Names laid out for lookups. Records are ordered by id, so the index of a record breaks ties. A *form* is one normalised name or alias
 * of a record. The name of a record comes before its aliases.
 */
export interface NameTable {
  readonly records: readonly NamedId[];
  /** Kind of each record. */
  readonly kinds: readonly NodeKind[];
  readonly recordOfId: ReadonlyMap<string, number>;
  /** For a record with EXACT matches: all records of its EXACT class, including itself, in listed order of their datasets. */
  readonly joined: ReadonlyMap<number, readonly number[]>;
  readonly forms: readonly string[];
  /** The name or alias of each form, as written. If several have the same form: the name, else the first alias. */
  readonly written: readonly string[];
  /** Names and aliases that may contain short forms, including those with the same form as another. */
  readonly shortNames: readonly ShortName[];
  /** Record of each form. */
  readonly recordOfForm: Uint32Array;
  /** 1 for each form that is its record's name, 0 for an alias. */
  readonly isName: Uint8Array;
  /** The number of different words of each form, at most 255. */
  readonly wordCount: Uint8Array;
  /** The forms in code-unit order, for prefix lookups. */
  readonly formsSorted: Uint32Array;
  /**
   * Forms by their folded text (`foldPlurals`): names before aliases, then by how many words the record's name shares with the text, then
   * by id.
   */
  readonly formsOfFolded: ReadonlyMap<string, readonly number[]>;
  /** The different words of all forms, in code-unit order. */
  readonly words: readonly string[];
  /** Forms that contain each word, ascending. */
  readonly formsOfWord: readonly (readonly number[])[];
  readonly wordIds: ReadonlyMap<string, number>;
  /** The length in code units and the letters (`letterSet`) of each form. They exclude most forms before edits are counted. */
  readonly formLengths: Uint16Array;
  readonly formLetters: Int32Array;
  /** Letters that each form has twice or more. */
  readonly formRepeated: Int32Array;
  /** Forms by length in code units, ascending. A length without forms may be absent. */
  readonly formsOfLength: readonly (readonly number[] | undefined)[];
  readonly wordLengths: Uint16Array;
  /** Words by length in code units, ascending. A length without words may be absent. */
  readonly wordsOfLength: readonly (readonly number[] | undefined)[];
  readonly wordLetters: Int32Array;
}

/** The greatest length of a name, in UTF-16 code units. A longer reference or search can match nothing. */
export const LONGEST_NAME = 500;

/** The different words of a normalised text, in order of first appearance. */
export function wordsOf(normalized: string): string[] {
  return normalized === "" ? [] : [...new Set(normalized.split(" "))];
}

/**
 * Lays out rows, which may come in any order. Ignores rows whose id has no known kind. O(n log n) in names and their words.
 * @param originIds ids of the datasets, in listed order
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

/** The representative of a record's EXACT class: the record of the dataset listed first. O(1). */
export function standIn({ joined }: NameTable, record: number): number {
  return joined.get(record)?.[0] ?? record;
}

/** Computes the EXACT classes by following `sameAsIds`. */
function joinedBy(
  rows: readonly NamedRow[],
  records: readonly NamedId[],
  recordOfId: ReadonlyMap<string, number>,
  originIds: readonly string[],
): NameTable["joined"] {
  const sameAs = new Map(rows.flatMap(({ id, sameAsIds }) => (sameAsIds.length > 0 ? [[id, sameAsIds] as const] : [])));
  const ordinals = new Map(originIds.map((id, ordinal) => [id, ordinal]));
  const originOrdinalOf = (id: string): number =>
    ordinals.get(records[recordOfId.get(id)!]!.originId) ?? originIds.length;
  const joined = new Map<number, readonly number[]>();
  for (const start of sameAs.keys()) {
    if (joined.has(recordOfId.get(start)!)) continue;
    const ids = new Set([start]);
    for (const id of ids) for (const other of sameAs.get(id) ?? []) if (recordOfId.has(other)) ids.add(other);
    const inOrder = [...ids].sort(
      (left, right) => originOrdinalOf(left) - originOrdinalOf(right) || compareText(left, right),
    );
    const ofClass = inOrder.map((id) => recordOfId.get(id)!);
    for (const record of ofClass) joined.set(record, ofClass);
  }
  return joined;
}

/** The half-open range of the items of a sorted list that start with a prefix. O(log n). */
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
