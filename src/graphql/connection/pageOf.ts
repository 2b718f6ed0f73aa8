import { positionsOf } from "../../store/positionsOf.js";
import type { Connection, Edge } from "./connectionTypes.js";
import { alike, compareKeys, type CursorKey, decodeCursor, encodeCursor, foreignCursor } from "./Cursor.js";
import type { PageAsked } from "./pageAsked.js";

/** A list that is paginated. */
export interface PagedList<H> {
  /** Identifies the list in its cursors; depends on everything that its order depends on. */
  readonly name: string;
  readonly hits: ArrayLike<H>;
  /** The sort key of a hit, with its id last. Keys ascend along the list. */
  readonly keyOf: (hit: H) => CursorKey;
  /** The order of the keys; `compareKeys` by default. */
  readonly compare?: (left: CursorKey, right: CursorKey) => number;
}

/**
 * A page of a list that is in memory. O(log hits + size).
 * @param edge makes the edge of a hit; nodes are read only if the operation selects them
 * @throws BadUserInputError for a cursor of another list
 */
export function pageOf<H, T, E extends Edge<T>>(
  list: PagedList<H>,
  page: PageAsked,
  edge: (hit: H, cursor: string) => E,
): Connection<T, E> {
  const { name, hits, keyOf } = list;
  const from = countTo(list, page.after, "after", true);
  const to = countTo(list, page.before, "before", false);
  const { start, end } = positionsOf(page, hits.length, from, to);
  const edges: E[] = [];
  for (let index = start; index < end; index++) {
    const hit = hits[index] as H;
    edges.push(edge(hit, encodeCursor(name, keyOf(hit))));
  }
  return connectionOf(edges, start, hits.length);
}

/** The connection of a page. @param start position in the whole list of its first item, or where it would be */
export function connectionOf<T, E extends Edge<T>>(
  edges: readonly E[],
  start: number,
  totalCount: number,
): Connection<T, E> {
  return {
    totalCount,
    edges,
    get nodes() {
      return edges.map((one) => one.node);
    },
    pageInfo: {
      hasNextPage: start + edges.length < totalCount,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Number of hits before the item of a cursor, including it or not; null without a cursor. */
function countTo<H>(
  { name, hits, keyOf, compare = compareKeys }: PagedList<H>,
  cursor: string | null,
  argument: string,
  inclusive: boolean,
): number | null {
  if (cursor === null) return null;
  const key = decodeCursor(name, cursor, argument);
  if (hits.length > 0 && !alike(key, keyOf(hits[0] as H))) throw foreignCursor(argument);
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const difference = compare(keyOf(hits[middle] as H), key);
    if (difference < 0 || (inclusive && difference === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
