import { ENTITY_PREFIXES, type EntityPrefix, KIND_OF_PREFIX } from "../model/EntityId.js";
import type { NodeKind } from "../model/NodeKind.js";

/** Kinds that have no name to refer to or search by: their labels are made from figures and sentences. */
const NAMELESS: ReadonlySet<NodeKind> = new Set(["CLAIM", "STATEMENT"]);

/** Kinds that a neighborhood leaves out unless it is asked for them: nearly everything hangs together by these. */
const LEFT_OUT: ReadonlySet<NodeKind> = new Set(["CLAIM", "STATEMENT", "SOURCE"]);

/** Id prefixes of what a reference or a search can name. */
export const NAMED_PREFIXES: readonly EntityPrefix[] = ENTITY_PREFIXES.filter(
  (prefix) => !NAMELESS.has(KIND_OF_PREFIX[prefix]),
);

/** Id prefixes of what a neighborhood returns and passes through. @param kinds null means the usual ones */
export function followedPrefixes(kinds: readonly NodeKind[] | null): readonly EntityPrefix[] {
  return ENTITY_PREFIXES.filter((prefix) => {
    const kind = KIND_OF_PREFIX[prefix];
    return kinds === null ? !LEFT_OUT.has(kind) : kinds.includes(kind);
  });
}
