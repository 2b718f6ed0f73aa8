import { prefixOf } from "../model/EntityId.js";
import type { EntityPrefix } from "../model/entityKinds.js";
import type { NameRow } from "../store/CareerStore.js";

/** The entities of one kind in default order: the index of an entity in each list is its ordinal. */
export interface NamesOfKind {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Ids of the datasets that they come from. */
  readonly originIds: readonly string[];
}

const NONE: NamesOfKind = { ids: [], names: [], originIds: [] };

/** Ids and names of everything that has a name, kind by kind in default order, so that lists can be paged without the store. */
export class NamesInOrder {
  readonly #kinds = new Map<
    string,
    { readonly ids: string[]; readonly names: string[]; readonly originIds: string[] }
  >();

  /** The entities with an id prefix; none for a prefix whose entities have no names. */
  of(prefix: EntityPrefix): NamesOfKind {
    return this.#kinds.get(prefix) ?? NONE;
  }

  /** Passes rows through in any order, and keeps what lists need. */
  async *noting(batches: AsyncIterable<readonly NameRow[]>): AsyncIterable<readonly NameRow[]> {
    for await (const batch of batches) {
      for (const { id, name, originId, ordinal } of batch) {
        const prefix = prefixOf(id) ?? "";
        let kind = this.#kinds.get(prefix);
        // Stryker disable next-line ArrayDeclaration: each list is filled by index
        if (kind === undefined) this.#kinds.set(prefix, (kind = { ids: [], names: [], originIds: [] }));
        kind.ids[ordinal] = id;
        kind.names[ordinal] = name;
        kind.originIds[ordinal] = originId;
      }
      yield batch;
    }
  }
}
