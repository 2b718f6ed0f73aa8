import type { Dataset } from "../../../dataset/Dataset.js";
import type { Entity } from "../../../model/Entity.js";
import { TYPE_OF_PREFIX, prefixOf, transitionId } from "../../../model/EntityId.js";
import { ENTITY_PREFIXES } from "../../../model/entityKinds.js";
import type { Transition } from "../../../model/Transition.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { statement } from "../statement.js";
import type { FingerprintOf } from "./fingerprints.js";
import type { LoadSession } from "./LoadSession.js";

const FINGERPRINTS = statement<{
  readonly id: string;
  readonly fingerprint: string;
  readonly transitions: readonly (readonly [toId: string, fingerprint: string])[];
}>("load/fingerprints");

/** How many records of a kind a load adds, changes and removes, compared with the revision that was active before. */
export interface Change {
  /** GraphQL type of the records, such as Role or Transition. */
  readonly type: string;
  added: number;
  changed: number;
  removed: number;
}

/**
 * What a load changes, by kind of record; kinds without a change are omitted. The requirements of a role count as content of the role.
 * @param replaced the stored name of the revision that was active before; null if there was none
 * @returns the changes, and how many records the replaced revision has
 */
export async function summarizeLoad(
  load: LoadSession,
  dataset: Dataset,
  fingerprintOf: FingerprintOf,
  replaced: string | null,
): Promise<{ readonly changes: readonly Change[]; readonly records: number }> {
  let records = 0;
  const changes = new Map<string, Change>();
  const changeOf = (id: string): Change => {
    const prefix = prefixOf(id);
    const type = prefix === null ? "other" : TYPE_OF_PREFIX[prefix];
    let change = changes.get(type);
    if (change === undefined) changes.set(type, (change = { type, added: 0, changed: 0, removed: 0 }));
    return change;
  };
  if (replaced === null) {
    for (const { id } of recordsOf(dataset)) changeOf(id).added++;
  } else {
    const added = new Map<string, Entity | Transition>();
    for (const record of recordsOf(dataset)) added.set(record.id, record);
    const compare = (id: string, fingerprint: string): void => {
      const record = added.get(id);
      records++;
      added.delete(id);
      if (record === undefined) changeOf(id).removed++;
      else if (fingerprintOf(record) !== fingerprint) changeOf(id).changed++;
    };
    const stored = load.stream(FINGERPRINTS, { revision: replaced, prefixes: ENTITY_PREFIXES });
    for await (const { id, fingerprint, transitions } of stored) {
      compare(id, fingerprint);
      for (const [toId, ofTransition] of transitions) compare(transitionId(id, toId), ofTransition);
    }
    for (const id of added.keys()) changeOf(id).added++;
  }
  const order = Object.values(TYPE_OF_PREFIX) as string[];
  const sorted = [...changes.values()].sort((left, right) => order.indexOf(left.type) - order.indexOf(right.type));
  return { changes: sorted, records };
}

/** Every record that has a fingerprint. */
function* recordsOf(dataset: Dataset): Iterable<Entity | Transition> {
  for (const entities of Object.values(entitiesByPrefix(dataset))) yield* entities;
  yield* dataset.transitions;
}
