import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityPrefix } from "../model/entityKinds.js";
import type { NodeKind } from "../model/NodeKind.js";

/** Id prefixes of what a reference or a search can name. */
export const NAMED_PREFIXES: readonly EntityPrefix[] = ENTITY_PREFIXES.filter(
  (prefix) => ENTITY_KINDS[prefix].names !== "NOBODY",
);

/** Id prefixes of what a neighborhood returns and passes through. @param kinds null means all that it does not leave aside */
export function followedPrefixes(kinds: readonly NodeKind[] | null): readonly EntityPrefix[] {
  return ENTITY_PREFIXES.filter((prefix) => {
    const { kind, aside } = ENTITY_KINDS[prefix];
    return kinds === null ? !aside : kinds.includes(kind);
  });
}
