import neo4j from "neo4j-driver";
import type { RelationKind } from "../../../model/RelationKind.js";
import { contentHash } from "./contentHash.js";
import type { Relationships } from "./Relationships.js";

/**
 * Checksums of records as Neo4j stores them. A load computes them from what it writes, and `verify` from what it reads back, so they
 * cover every property. They detect accidents and edits by hand, not somebody who recomputes them.
 */

type Properties = Readonly<Record<string, unknown>>;

const hash = contentHash(false);

/** Labels of the node that tells what a generation is. */
export const DATASET_LABELS = ["Dataset", "Entity"] as const;

/** A node without its relationships. The order of its labels does not count. `properties` must include its id. */
export function checksumOfNode(labels: readonly string[], properties: Properties): number {
  return hash({ labels: labels.toSorted(), properties: stored(properties) });
}

/** A relationship, whose other end is part of it. */
export function checksumOfRelationship(type: string, toId: string, properties: Properties): number {
  return hash({ type, toId, properties: stored(properties) });
}

/** An entity: its node and the relationships out of it, in any order. */
export function checksumOfEntity(node: number, relationships: number): number {
  return (node + relationships) | 0;
}

/** The sum of the checksums of all relationships out of an entity, by its id; an entity without any is absent. O(relationships). */
export function checksumsOfRelationships(
  relationships: Readonly<Record<RelationKind, Relationships>>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [type, { facts, fromOf, toOf, properties }] of Object.entries(relationships)) {
    const columns = Object.entries(properties);
    for (const [ordinal, fact] of facts.entries()) {
      const values: Record<string, unknown> = {};
      for (const [name, valueOf] of columns) values[name] = valueOf(fact, ordinal);
      const from = fromOf(fact);
      sums.set(from, checksumOfEntity(sums.get(from) ?? 0, checksumOfRelationship(type, toOf(fact), values)));
    }
  }
  return sums;
}

/** Properties as they are read back: without nulls, and with numbers instead of the driver's integers. */
function stored(properties: Properties): Properties {
  const found: Record<string, unknown> = {};
  for (const name in properties) {
    const value = properties[name];
    if (value !== null && value !== undefined) found[name] = plain(value);
  }
  return found;
}

function plain(value: unknown): unknown {
  if (neo4j.isInt(value)) return value.toNumber();
  return Array.isArray(value) && neo4j.isInt(value[0]) ? value.map(plain) : value;
}
