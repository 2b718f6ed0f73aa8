import type { Connection, Edge } from "./connectionTypes.js";
import { decodeCursor, encodeCursor } from "./Cursor.js";
import { pageSize } from "./page.js";

/**
 * A page of a list that is worked out whole for each request; a position is an index into it.
 * @param list names the list in its cursors, with everything that the list depends on
 * @param edge makes the edge of an item; nodes are read only where an operation asks for them
 * @throws BadUserInputError for a cursor of another list or revision, or a page that is too large
 */
export function pageOfHits<H, T, E extends Edge<T>>(
  list: string,
  revision: string,
  hits: readonly H[],
  { first, after, byDefault }: { first: number | null; after: string | null; byDefault: number },
  edge: (hit: H, cursor: string) => E,
): Connection<T, E> {
  const size = pageSize(first, byDefault);
  const start = (decodeCursor(list, revision, after) ?? -1) + 1;
  const edges = hits
    .slice(start, start + size)
    .map((hit, index) => edge(hit, encodeCursor(list, revision, start + index)));
  return {
    totalCount: hits.length,
    edges,
    get nodes() {
      return edges.map((one) => one.node);
    },
    pageInfo: {
      hasNextPage: start + edges.length < hits.length,
      hasPreviousPage: start > 0 && hits.length > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
