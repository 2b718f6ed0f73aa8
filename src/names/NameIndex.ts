import type { NodeKind } from "../model/NodeKind.js";
import { buildNameTable, LONGEST_NAME, type NamedId, type NamedRow, type NameTable, standIn } from "./NameTable.js";
import { commonFirst } from "./commonFirst.js";
import { foldPlurals } from "./foldPlurals.js";
import { type NameInText, NamesInText } from "./NamesInText.js";
import { normalizeName } from "./normalizeName.js";
import { rankNames, type Ranked } from "./rankNames.js";
import { suggestNames, type Suggestion } from "./suggestNames.js";

/** The result of resolving a reference: one record; several candidates, best first; or none, with up to five suggestions, best first. */
export type Resolution =
  | { readonly id: string }
  | { readonly candidates: readonly NamedId[] }
  | { readonly suggestions: readonly Suggestion[] };

/** Resolves references and ranks searches over the names of one revision. All stores use it. */
export class NameIndex {
  constructor(
    private readonly table: NameTable,
    private readonly commonness = commonFirst(table, new Map()),
    private readonly skillNames = new NamesInText(table, "SKILL"),
  ) {}

  /**
   * The same index, but results that match equally well are ordered by employment.
   * @param employedIn the number of people who work in a role, by role id; roles without a known number are absent
   */
  withEmployment(employedIn: ReadonlyMap<string, number>): NameIndex {
    return new NameIndex(this.table, commonFirst(this.table, employedIn), this.skillNames);
  }

  /**
   * Finds the records of a kind that a reference names exactly. Compares with ids, then names, then aliases. The first of these with a hit
   * decides, so an alias of another record never makes a title ambiguous. English plurals are folded. Within a dataset, a record that has
   * the reference as written takes precedence over records that match only with plurals folded; across datasets it does not, because
   * datasets follow different naming conventions. If all hits belong to one EXACT class, the result is the record of the dataset listed
   * first. Candidates are ordered by how many words their name shares with the reference, then by id.
   * @param suggest whether to look for suggestions, which takes milliseconds; if not, `suggestions` is empty
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

  /** The record with exactly this id; null if there is none. */
  record(id: string): NamedId | null {
    const record = this.table.recordOfId.get(id);
    return record === undefined ? null : (this.table.records[record] ?? null);
  }

  /** The ids of the EXACT class of a record, its own id first. Only that id if there is no match or no such record. O(1). */
  sameAs(id: string): [string, ...string[]] {
    const { recordOfId, records, joined } = this.table;
    const others = joined.get(recordOfId.get(id) ?? -1) ?? [];
    return [id, ...others.map((record) => records[record]!.id).filter((other) => other !== id)];
  }

  /** The skills that a free text mentions, in text order (see `NamesInText`). The caller must limit the length of the text. */
  skillsIn(text: string): readonly NameInText[] {
    return this.skillNames.find(text);
  }

  /** Every record of some kinds (null: all kinds) that matches a text, ranked as by `rankNames`. Accepts any text. */
  search(text: string, kinds: readonly NodeKind[] | null): readonly Ranked[] {
    return text.length > LONGEST_NAME ? [] : rankNames(this.table, this.commonness, normalizeName(text), kinds);
  }
}

/**
 * Builds the index from batches of rows in any order. O(n log n) in names and their words.
 * @param originIds ids of the datasets, in listed order
 */
export async function buildNameIndex(
  batches: AsyncIterable<readonly NamedRow[]> | Iterable<readonly NamedRow[]>,
  originIds: readonly string[] = [],
): Promise<NameIndex> {
  const rows: NamedRow[] = [];
  for await (const batch of batches) for (const row of batch) rows.push(row);
  return new NameIndex(buildNameTable(rows, originIds));
}
