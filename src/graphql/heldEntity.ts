import type { Entity } from "../model/Entity.js";
import { prefixOf } from "../model/EntityId.js";
import { fieldsOf, isEntityPrefix } from "../model/entityKinds.js";
import { normalizeName } from "../names/normalizeName.js";
import type { Snapshot } from "../snapshot/Snapshot.js";

/**
 * The parts of an entity that are in memory, for when the store is unavailable: id, name and dataset, and the place of a role. All other
 * fields fail with the error of the store, so that only they are missing from an answer.
 * @param error thrown by the fields that are not in memory
 * @returns null if the id is not in memory
 */
export function heldEntity({ names, roles }: Snapshot, id: string, error: Error): Entity | null {
  const named = names.record(id);
  const prefix = prefixOf(id);
  if (named === null || !isEntityPrefix(prefix)) return null;
  const { name, originId } = named;
  const entity: Record<string, unknown> = { id, label: name, originId };
  const known: Record<string, unknown> = { name, title: name };
  if (prefix === "role") {
    const ordinal = roles.placeOf(normalizeName(name), id);
    if (Number.isInteger(ordinal)) {
      known.trackId = roles.trackIds[ordinal];
      known.place = roles.places[ordinal];
      known.seniority = roles.seniorities[ordinal];
    }
  }
  for (const field of ["citations", ...fieldsOf(prefix).map(([each]) => each)]) {
    if (field in known) entity[field] = known[field];
    else {
      const get = (): never => {
        throw error;
      };
      Object.defineProperty(entity, field, { get, enumerable: true });
    }
  }
  return entity as Record<string, unknown> & Entity;
}
