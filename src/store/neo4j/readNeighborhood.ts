import neo4j from "neo4j-driver";
import { relationId } from "../../model/EntityId.js";
import type { Entity } from "../../model/Entity.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { NeighborhoodQuery, NeighborhoodRows } from "../CareerStore.js";
import { followedPrefixes } from "../prefixesOfKinds.js";
import { citationsOfLists, type CitationLists } from "./citationLists.js";
import { type Run, statement } from "./statement.js";

const HOP = statement<{ readonly found: readonly string[] }>("read/neighborhood-hop");
const RELATIONS = statement<{ readonly found: readonly RelationsRow[] }>("read/relations-among");

/**
 * What lies around a root, breadth first: a statement a hop, then the nodes, and one for the relations among them. A hop asks for one
 * node more than there is room for, which tells whether something was cut off.
 * @param read reads the nodes of ids that the store gave
 * @param run runs a statement that gives one row for every whole generation, in the pinned revision
 */
export async function readNeighborhood(
  root: Entity,
  query: NeighborhoodQuery,
  read: (ids: readonly string[]) => Promise<readonly Entity[]>,
  run: Run,
): Promise<NeighborhoodRows> {
  const prefixes = followedPrefixes(query.kinds);
  const { relations } = query;
  const ids: string[] = [root.id];
  let frontier: readonly string[] = ids;
  let truncated = false;
  for (let hop = 1; hop <= query.depth && frontier.length > 0 && !truncated; hop++) {
    const room = query.limit - ids.length;
    const rows = await run(HOP, {
      ids: frontier,
      reached: ids,
      prefixes,
      relations,
      limit: neo4j.int(room + 1),
    });
    const found = rows.flatMap((row) => row.found);
    truncated = found.length > room;
    frontier = found.slice(0, room);
    ids.push(...frontier);
  }
  // One after the other, so that a neighborhood never takes two connections from others.
  const nodes = await read(ids);
  const among = await readRelationsAmong(ids, relations, run);
  const edges = among.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return { root, nodes, edges, truncated };
}

/**
 * Every relation of some kinds, null meaning all, among entities, each once.
 * @param run runs a statement that gives one row for every whole generation, in the pinned revision
 */
export async function readRelationsAmong(
  ids: readonly string[],
  kinds: readonly RelationKind[] | null,
  run: Run,
): Promise<Relation[]> {
  const byId = new Map<string, Relation>();
  for (const { found } of await run(RELATIONS, { ids, relations: kinds })) {
    for (const [from, type, basis, sourceIds, headings, viaIds, ends] of found) {
      const citations = citationsOfLists({ sourceIds, headings, viaIds });
      for (const to of ends) {
        const id = relationId(type, from, to);
        byId.set(id, { id, type, from, to, basis, citations });
      }
    }
  }
  return [...byId.values()];
}

/** Relationships that differ in their end alone, as the statement gives them. */
type RelationsRow = readonly [
  from: string,
  type: RelationKind,
  basis: Relation["basis"],
  sourceIds: CitationLists["sourceIds"] | null,
  headings: readonly string[] | null,
  viaIds: readonly string[] | null,
  ends: readonly string[],
];
