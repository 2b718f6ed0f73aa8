import neo4j from "neo4j-driver";
import { relationId } from "../../model/EntityId.js";
import type { Entity } from "../../model/Entity.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { NeighborhoodQuery, NeighborhoodRows } from "../CareerStore.js";
import { followedPrefixes } from "../prefixesOfKinds.js";
import { citationsOfLists, type CitationLists } from "./citationLists.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import { type Run, statement } from "./statement.js";

const HOP = statement<{ readonly found: readonly EntityRow[] }>("read/neighborhood-hop");
const RELATIONS = statement<{ readonly found: readonly RelationRow[] }>("read/relations-among");

/**
 * What lies around a root, breadth first: a statement a hop, then one for the relations among what was found. A hop asks for one
 * node more than there is room for, which tells whether something was cut off.
 * @param run runs a statement that gives one row for every whole generation, in the pinned revision
 */
export async function readNeighborhood(root: Entity, query: NeighborhoodQuery, run: Run): Promise<NeighborhoodRows> {
  const prefixes = followedPrefixes(query.kinds);
  const { relations } = query;
  const nodes: Entity[] = [root];
  let frontier: readonly Entity[] = nodes;
  let truncated = false;
  for (let hop = 1; hop <= query.depth && frontier.length > 0 && !truncated; hop++) {
    const room = query.limit - nodes.length;
    const rows = await run(HOP, {
      ids: frontier.map(({ id }) => id),
      reached: nodes.map(({ id }) => id),
      prefixes,
      relations,
      limit: neo4j.int(room + 1),
    });
    const found = rows.flatMap((row) => row.found);
    truncated = found.length > room;
    frontier = found.slice(0, room).map(entityOfRow);
    nodes.push(...frontier);
  }
  const among = await readRelationsAmong(
    nodes.map(({ id }) => id),
    relations,
    run,
  );
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
    for (const row of found) {
      const relation = relationOfRow(row);
      byId.set(relation.id, relation);
    }
  }
  return [...byId.values()];
}

/** A relationship as the statement gives it. */
type RelationRow = Pick<Relation, "type" | "from" | "to" | "basis"> & {
  readonly [K in keyof CitationLists]: CitationLists[K] | null;
};

function relationOfRow(row: RelationRow): Relation {
  const { type, from, to, basis } = row;
  return { id: relationId(type, from, to), type, from, to, basis, citations: citationsOfLists(row) };
}
