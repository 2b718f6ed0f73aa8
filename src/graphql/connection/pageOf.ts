import { positionsOf } from "../../store/slicePositions.js";
import type { Connection, Edge } from "./connectionTypes.js";
import { alike, compareKeys, type CursorKey, decodeCursor, encodeCursor, foreignCursor } from "./Cursor.js";
import type { PageAsked } from "./pageAsked.js";

/** A list of which pages are given. */
export interface PagedList<H> {
  /** Names the list in its cursors, with everything that its order depends on. */
  readonly name: string;
  readonly hits: ArrayLike<H>;
  /** What a hit is ordered by, its id last. Keys rise along the list. */
  readonly keyOf: (hit: H) => CursorKey;
  /** The order of the keys along the list; `compareKeys` where absent. */
  readonly compare?: (left: CursorKey, right: CursorKey) => number;
}

/**
 * A page of a list that is in memory. O(log hits + size).
 * @param edge makes the edge of a hit; nodes are read only where an operation asks for them
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

/** The connection of a page. @param start position of its first item in the whole list, or where that would stand */
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

/** How many hits stand before the item of a cursor, itself counted or not; null for no cursor. */
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
