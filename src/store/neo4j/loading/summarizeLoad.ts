import { ENTITY_PREFIXES, TYPE_OF_PREFIX, prefixOf } from "../../../model/EntityId.js";
import { statement } from "../statement.js";
import type { Fingerprints } from "./fingerprints.js";
import type { LoadSession } from "./LoadSession.js";

const FINGERPRINTS = statement("load/fingerprints");

/** How many records of a kind a load adds, changes and removes, against the revision that was active before. */
export interface Change {
  /** GraphQL type of the records, such as Role or Transition. */
  readonly type: string;
  added: number;
  changed: number;
  removed: number;
}

/**
 * What a load changes, a line a kind of record; kinds without a change are left out. A role's needs count as its own content.
 * @param replaced the revision active before, as stored; null where there was none
 */
export async function summarizeLoad(
  load: LoadSession,
  fingerprints: Fingerprints,
  replaced: string | null,
): Promise<readonly Change[]> {
  const changes = new Map<string, Change>();
  const changeOf = (id: string): Change => {
    const prefix = prefixOf(id);
    const type = prefix === null ? "other" : TYPE_OF_PREFIX[prefix];
    let change = changes.get(type);
    if (change === undefined) changes.set(type, (change = { type, added: 0, changed: 0, removed: 0 }));
    return change;
  };
  const added = new Set(fingerprints.ids);
  const compare = (id: string, fingerprint: string): void => {
    if (!added.delete(id)) changeOf(id).removed++;
    else if (fingerprints.of(id) !== fingerprint) changeOf(id).changed++;
  };
  if (replaced !== null) {
    for await (const row of load.stream(FINGERPRINTS, { revision: replaced, prefixes: ENTITY_PREFIXES })) {
      compare(row["id"] as string, row["fingerprint"] as string);
      for (const [id, fingerprint] of row["transitions"] as [string, string][]) compare(id, fingerprint);
    }
  }
  for (const id of added) changeOf(id).added++;
  const order = Object.values(TYPE_OF_PREFIX) as string[];
  return [...changes.values()].sort((left, right) => order.indexOf(left.type) - order.indexOf(right.type));
}
