import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityPrefix } from "./entityKinds.js";
import type { NodeCount } from "./NodeCount.js";
import { NodeKind } from "./NodeKind.js";

/** How many nodes there are of every kind, in the order of kinds. @param countOf how many entities an id prefix has */
export function countsOfKinds(countOf: (prefix: EntityPrefix) => number): readonly NodeCount[] {
  return Object.values(NodeKind).map((kind) => ({
    kind,
    count: ENTITY_PREFIXES.filter((prefix) => ENTITY_KINDS[prefix].kind === kind).reduce(
      (sum, prefix) => sum + countOf(prefix),
      0,
    ),
  }));
}
