import neo4j from "neo4j-driver";
import { compareText } from "../../model/compareText.js";
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
 * The neighborhood of a root, breadth first: one statement per hop, then the nodes, then one statement for the relations among them. A hop
 * requests one node more than fits, which shows whether the neighborhood was truncated.
 * @param read reads the nodes with ids that the store returned
 * @param run runs a statement, in the pinned revision, that returns at least one row for every whole generation
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
  // In sequence, so that a neighborhood never uses two connections at once.
  const nodes = await read(ids);
  const among = await readRelationsAmong(ids, relations, run);
  const edges = among.toSorted((left, right) => compareText(left.id, right.id));
  return { root, nodes, edges, truncated };
}

/**
 * Every relation of some kinds among entities, each once; null means all kinds.
 * @param run runs a statement, in the pinned revision, that returns at least one row for every whole generation
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

/** Relationships that differ only in their other end, as the statement returns them. */
type RelationsRow = readonly [
  from: string,
  type: RelationKind,
  basis: Relation["basis"],
  sourceIds: CitationLists["sourceIds"] | null,
  headings: readonly string[] | null,
  viaIds: readonly string[] | null,
  ends: readonly string[],
];
