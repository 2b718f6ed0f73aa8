import neo4j from "neo4j-driver";
import { relationId } from "../../model/EntityId.js";
import type { Entity } from "../../model/Entity.js";
import type { Relation } from "../../model/Relation.js";
import type { NeighborhoodQuery, NeighborhoodRows } from "../CareerStore.js";
import { followedPrefixes } from "../prefixesOfKinds.js";
import { citationsOfLists, type CitationLists } from "./citationLists.js";
import { type EntityRow, entityOfRow } from "./entityOfRow.js";
import { statement } from "./statement.js";
import type { Row } from "./StatementRunner.js";

const HOP = statement("read/neighborhood-hop");
const RELATIONS = statement("read/relations-among");

/**
 * What lies around a root, breadth first: a statement a hop, then one for the relations among what was found. A hop asks for one
 * node more than there is room for, which tells whether something was cut off.
 * @param run runs a statement that gives one row for every whole generation, in the pinned revision
 */
export async function readNeighborhood(
  root: Entity,
  query: NeighborhoodQuery,
  run: (text: string, parameters: Row) => Promise<readonly Row[]>,
): Promise<NeighborhoodRows> {
  const find = async <T>(text: string, parameters: Row): Promise<readonly T[]> =>
    (await run(text, parameters)).flatMap((row) => row["found"] as readonly T[]);
  const prefixes = followedPrefixes(query.kinds);
  const { relations } = query;
  const nodes: Entity[] = [root];
  let frontier: readonly Entity[] = nodes;
  let truncated = false;
  for (let hop = 1; hop <= query.depth && frontier.length > 0 && !truncated; hop++) {
    const room = query.limit - nodes.length;
    const found = await find<EntityRow>(HOP, {
      ids: frontier.map(({ id }) => id),
      reached: nodes.map(({ id }) => id),
      prefixes,
      relations,
      limit: neo4j.int(room + 1),
    });
    truncated = found.length > room;
    frontier = found.slice(0, room).map(entityOfRow);
    nodes.push(...frontier);
  }
  const found = new Map<string, Relation>();
  for (const row of await find<RelationRow>(RELATIONS, { ids: nodes.map(({ id }) => id), relations })) {
    const relation = relationOfRow(row);
    found.set(relation.id, relation);
  }
  const edges = [...found.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  return { root, nodes, edges, truncated };
}

/** A relationship as the statement gives it. */
type RelationRow = Pick<Relation, "type" | "from" | "to" | "basis"> & {
  readonly [K in keyof CitationLists]: CitationLists[K] | null;
};

function relationOfRow(row: RelationRow): Relation {
  const { type, from, to, basis } = row;
  return { id: relationId(type, from, to), type, from, to, basis, citations: citationsOfLists(row) };
}
