import type { Entity } from "../model/Entity.js";
import { prefixOf } from "../model/EntityId.js";
import { fieldsOf, isEntityPrefix } from "../model/entityKinds.js";
import { normalizeName } from "../names/normalizeName.js";
import type { Snapshot } from "../snapshot/Snapshot.js";

/** Fields that only resolvers read. They throw the error of the store. */
const READ_BY_RESOLVERS = new Set(["citations", "trackId"]);

/**
 * The parts of an entity that are in memory, for when the store is unavailable: id, name and dataset, and the place of a role. All other
 * fields fail with the error of the store, so that only they are missing from an answer. Their value is that error: GraphQL reports an error
 * that a field has as its value. A getter must not throw it, because compiled operations read fields without a resolver directly, and would
 * never end.
 * @param error the error of the fields that are not in memory
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
    const ordinal = roles.ordinalOf(normalizeName(name), id);
    if (Number.isInteger(ordinal)) {
      known.trackId = roles.trackIds[ordinal];
      known.place = roles.places[ordinal];
      known.seniority = roles.seniorities[ordinal];
    }
  }
  for (const field of ["citations", ...fieldsOf(prefix).map(([each]) => each)]) {
    if (field in known) entity[field] = known[field];
    else if (!READ_BY_RESOLVERS.has(field)) entity[field] = error;
    else {
      const get = (): never => {
        throw error;
      };
      Object.defineProperty(entity, field, { get, enumerable: true });
    }
  }
  return entity as Record<string, unknown> & Entity;
}

/**
 * A field of an entity that may be held only in part, for code that computes with it.
 * @throws StoreUnavailableError if the field is not in memory
 */
export function heldField<T extends Entity, F extends keyof T>(entity: T, field: F): T[F] {
  const value: unknown = entity[field];
  if (value instanceof Error) throw value;
  return value as T[F];
}
