import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityPrefix } from "./entityKinds.js";
import type { NodeCount } from "./NodeCount.js";
import { NodeKind } from "./NodeKind.js";

/**
 * The number of nodes of every kind, in the order of `NodeKind`.
 * @param countOf the number of entities with an id prefix
 */
export function countsOfKinds(countOf: (prefix: EntityPrefix) => number): readonly NodeCount[] {
  return Object.values(NodeKind).map((kind) => ({
    kind,
    count: ENTITY_PREFIXES.filter((prefix) => ENTITY_KINDS[prefix].kind === kind).reduce(
      (sum, prefix) => sum + countOf(prefix),
      0,
    ),
  }));
}
