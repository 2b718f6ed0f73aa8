import type { Dataset } from "../../../dataset/Dataset.js";
import type { Entity } from "../../../model/Entity.js";
import type { Transition } from "../../../model/Transition.js";
import { listsByKey } from "../../listsByKey.js";
import { contentHash } from "./contentHash.js";
import type { FactsOfRoles } from "./factsOfRoles.js";

/**
 * Computes the fingerprint of a record, which is equal for equal content. The fingerprint of an entity covers its fields and its requirements,
 * degrees, matches and outgoing links in any order, but not its position among other entities. A transition has a fingerprint of its own.
 * Fingerprints serve the summary of a load; they never decide what is loaded.
 */
export type FingerprintOf = (record: Entity | Transition) => string;

/** Fingerprints of the records of a dataset, computed on demand in time linear in the size of the record. */
export function fingerprintsOf(
  { degreeRequirements, matches, links }: Dataset,
  { requirementsOfRole }: FactsOfRoles,
): FingerprintOf {
  const held = [
    requirementsOfRole,
    listsByKey(degreeRequirements, ({ roleId }) => roleId),
    listsByKey(matches, ({ fromId }) => fromId),
    listsByKey(links, ({ from }) => from),
  ];
  const hash = contentHash(true);
  return (record) => {
    let sum = hash(record);
    for (const lists of held) for (const fact of lists.get(record.id) ?? []) sum = (sum + hash(fact)) | 0;
    return (sum >>> 0).toString(16);
  };
}
