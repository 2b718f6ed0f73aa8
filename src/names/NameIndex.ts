import type { NodeKind } from "../model/NodeKind.js";
import { buildNameTable, LONGEST_NAME, type NamedId, type NamedRow, type NameTable, standIn } from "./NameTable.js";
import { commonFirst } from "./commonFirst.js";
import { foldPlurals } from "./foldPlurals.js";
import { type NameInText, NamesInText } from "./NamesInText.js";
import { normalizeName } from "./normalizeName.js";
import { rankNames, type Ranked } from "./rankNames.js";
import { suggestNames, type Suggestion } from "./suggestNames.js";

/** What a reference names: one record; several, best first; or none, with at most five near misses, best first. */
export type Resolution =
  | { readonly id: string }
  | { readonly candidates: readonly NamedId[] }
  | { readonly suggestions: readonly Suggestion[] };

/** Resolves references and ranks searches over the names of one revision, the same for every store. */
export class NameIndex {
  constructor(
    private readonly table: NameTable,
    private readonly commonness = commonFirst(table, new Map()),
    private readonly skillNames = new NamesInText(table, "SKILL"),
  ) {}

  /**
   * The same index, in which of what is found equally well more common roles come first.
   * @param employedIn how many people work in a role, by its id, where that is known
   */
  withEmployment(employedIn: ReadonlyMap<string, number>): NameIndex {
    return new NameIndex(this.table, commonFirst(this.table, employedIn), this.skillNames);
  }

  /**
   * What a reference names among the records of a kind: exactly or not at all. Looked at in order: ids, names, aliases; the
   * first of them that has the reference decides, so that a title is never made ambiguous by an alias of another record. In each of
   * them English plurals are folded; a record that has the reference as written comes before those of its dataset that have it folded
   * alone, and not before those of other datasets, which name things by habits of their own. Where all that it names are the same by
   * EXACT matches, it names the one of the dataset listed first.
   * Candidates stand best first: those whose name has most words of the reference, then by id.
   * @param suggest whether to look for near misses, which takes milliseconds; without, `suggestions` is empty
   */
  resolve(kind: NodeKind, reference: string, suggest = true): Resolution {
    if (reference.length > LONGEST_NAME) return { suggestions: [] };
    const { recordOfId, kinds, records, recordOfForm, isName } = this.table;
    const byId = recordOfId.get(reference.trim().toLowerCase());
    if (byId !== undefined && kinds[byId] === kind) return { id: (records[byId] as NamedId).id };

    const text = normalizeName(reference);
    const forms = (this.table.formsOfFolded.get(foldPlurals(text)) ?? []).filter(
      (form) => kinds[recordOfForm[form] as number] === kind,
    );
    const named = forms.filter((form) => isName[form] === 1);
    const deciding = named.length > 0 ? named : forms;
    const recordOf = (form: number): NamedId => records[recordOfForm[form] as number] as NamedId;
    const isWritten = (form: number): boolean => this.table.forms[form] === text;
    const writtenIn = new Set(deciding.filter(isWritten).map((form) => recordOf(form).originId));
    const kept = deciding.filter((form) => isWritten(form) || !writtenIn.has(recordOf(form).originId));
    // Two aliases of one record may fold to the same form.
    const meant = [...new Set(kept.map((form) => recordOfForm[form] as number))];
    if (meant.length === 0)
      return { suggestions: suggest ? suggestNames(this.table, this.commonness, kind, text) : [] };
    const [first, ...others] = new Set(meant.map((record) => standIn(this.table, record)));
    if (others.length === 0) return { id: (records[first as number] as NamedId).id };
    return { candidates: meant.map((record) => records[record] as NamedId) };
  }

  /** The record of an id, written exactly so; null if there is none. */
  record(id: string): NamedId | null {
    const record = this.table.recordOfId.get(id);
    return record === undefined ? null : (this.table.records[record] ?? null);
  }

  /** The ids of all records that EXACT matches join with one, that one first; it alone where there is no such match, or no such id. O(1). */
  sameAs(id: string): [string, ...string[]] {
    const { recordOfId, records, joined } = this.table;
    const others = joined.get(recordOfId.get(id) ?? -1) ?? [];
    return [id, ...others.map((record) => records[record]!.id).filter((other) => other !== id)];
  }

  /** The skills that a free text names, in order of the text; see `NamesInText`. The caller caps the text. */
  skillsIn(text: string): readonly NameInText[] {
    return this.skillNames.find(text);
  }

  /** Every record of the kinds (null: of all) that a text finds, in the rank of `rankNames`. Never fails, whatever the text. */
  search(text: string, kinds: readonly NodeKind[] | null): readonly Ranked[] {
    return text.length > LONGEST_NAME ? [] : rankNames(this.table, this.commonness, normalizeName(text), kinds);
  }
}

/**
 * Builds the index from batches of rows in any order. O(n log n) in names and their words.
 * @param originIds the datasets in the order in which they are listed
 */
export async function buildNameIndex(
  batches: AsyncIterable<readonly NamedRow[]> | Iterable<readonly NamedRow[]>,
  originIds: readonly string[] = [],
): Promise<NameIndex> {
  const rows: NamedRow[] = [];
  for await (const batch of batches) for (const row of batch) rows.push(row);
  return new NameIndex(buildNameTable(rows, originIds));
}
