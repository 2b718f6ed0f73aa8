import { type EntityPrefix, KIND_OF_PREFIX, prefixOf } from "../../model/EntityId.js";
import type { Citation } from "../../model/Citation.js";
import type { Entity } from "../../model/Entity.js";
import type { Experience } from "../../model/Experience.js";
import type { YearSpan } from "../../model/YearSpan.js";
import { citationsOfLists } from "./citationLists.js";
import { PLAIN_FIELDS } from "./entityFields.js";

/** An entity as the statements give it: its properties, its track and its citations as [position, source, heading, via]. */
export interface EntityRow {
  readonly id: string;
  readonly label: string;
  readonly citations: readonly (readonly [number, string, string | null, string | null])[];
  readonly trackId?: string | null;
  readonly [property: string]: unknown;
}

/**
 * The entity behind a row.
 * @throws Error where the row's id has no prefix of an entity, which no loader writes
 */
export function entityOfRow(row: EntityRow): Entity {
  const prefix = prefixOf(row.id);
  if (prefix === null || !Object.hasOwn(KIND_OF_PREFIX, prefix))
    throw new Error(`Neo4j holds an entity with the id ${row.id}.`);
  const entity: Record<string, unknown> = { id: row.id, label: row.label, citations: citationsOfRow(row) };
  for (const field of PLAIN_FIELDS[prefix as EntityPrefix]) entity[field] = row[field] ?? null;
  if (prefix === "role") {
    entity["experience"] = experienceOfRow(row);
    entity["trackId"] = row.trackId ?? null;
  }
  if (prefix === "phase") {
    entity["years"] = {
      from: row["yearsFrom"] as number,
      to: (row["yearsTo"] as number | undefined) ?? null,
    } satisfies YearSpan;
  }
  return entity as unknown as Entity;
}

function citationsOfRow({ citations }: EntityRow): Citation[] {
  return citations
    .toSorted(([left], [right]) => left - right)
    .map(([, sourceId, heading, viaId]) => ({ sourceId, viaId, heading }));
}

function experienceOfRow(row: EntityRow): Experience | null {
  if (row["experienceFrom"] === undefined) return null;
  return {
    from: row["experienceFrom"] as number,
    to: (row["experienceTo"] as number | undefined) ?? null,
    disputed: row["experienceDisputed"] as boolean,
    citations: citationsOfLists({
      sourceIds: row["experienceSourceIds"] as string[],
      headings: row["experienceHeadings"] as string[],
      viaIds: row["experienceViaIds"] as string[],
    }),
  };
}
