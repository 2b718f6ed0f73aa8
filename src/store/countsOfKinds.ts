import { ENTITY_PREFIXES, type EntityPrefix, KIND_OF_PREFIX } from "../model/EntityId.js";
import type { NodeCount } from "../model/NodeCount.js";
import { NodeKind } from "../model/NodeKind.js";

/** How many nodes there are of every kind, in the order of kinds. @param countOf how many entities an id prefix has */
export function countsOfKinds(countOf: (prefix: EntityPrefix) => number): readonly NodeCount[] {
  return Object.values(NodeKind).map((kind) => ({
    kind,
    count: ENTITY_PREFIXES.filter((prefix) => KIND_OF_PREFIX[prefix] === kind).reduce(
      (sum, prefix) => sum + countOf(prefix),
      0,
    ),
  }));
}
