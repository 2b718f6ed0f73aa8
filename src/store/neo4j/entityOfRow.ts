import type { Citation } from "../../model/Citation.js";
import type { Entity } from "../../model/Entity.js";
import { prefixOf } from "../../model/EntityId.js";
import { fieldsOf, isEntityPrefix } from "../../model/entityKinds.js";
import { ownShape, type OwnShapeRow } from "./ownShapes.js";

/** An entity as statements return it: its properties, its track, and its citations as [position, source, heading, via]. */
export interface EntityRow extends OwnShapeRow {
  readonly id: string;
  readonly label: string;
  readonly originId: string;
  readonly citations: readonly (readonly [number, string, string | null, string | null])[];
  /** The fields that are stored as one property each; absent if null. */
  readonly [property: string]: unknown;
}

/**
 * The entity behind a row.
 * @throws Error if the row's id does not have the prefix of an entity; no loader writes such an id
 */
export function entityOfRow(row: EntityRow): Entity {
  const prefix = prefixOf(row.id);
  if (!isEntityPrefix(prefix)) throw new Error(`Neo4j holds an entity with the id ${row.id}.`);
  const { id, label, originId } = row;
  const entity: Entity & Record<string, unknown> = { id, label, originId, citations: citationsOfRow(row) };
  for (const [field, form] of fieldsOf(prefix)) {
    entity[field] = form === "OWN_SHAPE" ? ownShape(prefix, field).read(row) : (row[field] ?? null);
  }
  return entity;
}

function citationsOfRow({ citations }: EntityRow): Citation[] {
  return citations
    .toSorted(([left], [right]) => left - right)
    .map(([, sourceId, heading, viaId]) => ({ sourceId, viaId, heading }));
}
