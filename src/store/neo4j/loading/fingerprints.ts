import type { Dataset } from "../../../dataset/Dataset.js";
import type { Entity } from "../../../model/Entity.js";
import type { Transition } from "../../../model/Transition.js";
import { listsByKey } from "../../listsByKey.js";
import { contentHash } from "./contentHash.js";
import type { FactsOfRoles } from "./factsOfRoles.js";

/**
 * Tells the fingerprint of a record: equal for equal content. An entity's covers what its record holds besides its own fields
 * (needs, degrees, links out of it), whatever their order, but not its place among the others; a transition has its own. They
 * serve the summary of a load, never to decide what is loaded.
 */
export type FingerprintOf = (record: Entity | Transition) => string;

/** Fingerprints of the records of a dataset, each worked out whenever it is asked for: linear in what the record holds. */
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
