import { prefixOf } from "../../model/EntityId.js";
import type { Entity } from "../../model/Entity.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import { compareText } from "../../model/compareText.js";
import type { NeighborhoodQuery, NeighborhoodRows } from "../CareerStore.js";
import { followedPrefixes } from "../prefixesOfKinds.js";
import type { GraphIndex } from "./GraphIndex.js";
import { relationsFrom, relationsInto } from "./relations.js";

/** Every relation of some kinds among entities; null means all kinds. O(relations that start from them). */
export function relationsAmong(
  graph: GraphIndex,
  ids: ReadonlySet<string>,
  kinds: readonly RelationKind[] | null,
): Relation[] {
  const found: Relation[] = [];
  for (const id of ids) {
    for (const relation of relationsFrom(graph, id)) {
      if (ids.has(relation.to) && (kinds === null || kinds.includes(relation.type))) found.push(relation);
    }
  }
  return found;
}

/**
 * The nodes within some hops of an entity, breadth first. Relations are followed in both directions. Excluded kinds of nodes and relations
 * are not followed. The nearest nodes come first, then the least ids. Stops at the limit. O(relations of the returned nodes).
 */
export function neighborhoodOf(graph: GraphIndex, query: NeighborhoodQuery): NeighborhoodRows | null {
  if (!graph.ordinals.has(query.id)) return null;
  const prefixes: ReadonlySet<string | null> = new Set(followedPrefixes(query.kinds));
  const follows = ({ type }: Relation): boolean => query.relations === null || query.relations.includes(type);
  const returned = new Set([query.id]);
  let truncated = false;
  let frontier = [query.id];
  for (let hop = 1; hop <= query.depth && frontier.length > 0 && !truncated; hop++) {
    const reached = new Set<string>();
    const reach = (id: string): void => {
      if (!returned.has(id) && prefixes.has(prefixOf(id))) reached.add(id);
    };
    for (const id of frontier) {
      for (const relation of relationsFrom(graph, id)) if (follows(relation)) reach(relation.to);
      for (const relation of relationsInto(graph, id)) if (follows(relation)) reach(relation.from);
    }
    const room = query.limit - returned.size;
    truncated = reached.size > room;
    frontier = [...reached].sort(compareText).slice(0, room);
    for (const id of frontier) returned.add(id);
  }

  const edges = relationsAmong(graph, returned, query.relations);
  const nodes = [...returned].map((id) => graph.nodes.get(id) as Entity);
  return {
    root: nodes[0] as Entity,
    nodes,
    edges: edges.sort((left, right) => compareText(left.id, right.id)),
    truncated,
  };
}
