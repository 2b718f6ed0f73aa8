import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityPrefix } from "../model/entityKinds.js";
import type { NodeKind } from "../model/NodeKind.js";

/** Id prefixes of the entities that references and searches can find. */
export const NAMED_PREFIXES: readonly EntityPrefix[] = ENTITY_PREFIXES.filter(
  (prefix) => ENTITY_KINDS[prefix].names !== "NOBODY",
);

/** Id prefixes of the nodes that a neighborhood returns and follows. @param kinds null means all but claims, statements and sources */
export function followedPrefixes(kinds: readonly NodeKind[] | null): readonly EntityPrefix[] {
  return ENTITY_PREFIXES.filter((prefix) => {
    const { kind, aside } = ENTITY_KINDS[prefix];
    return kinds === null ? !aside : kinds.includes(kind);
  });
}
