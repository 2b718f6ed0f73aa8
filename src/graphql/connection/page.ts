import { BadUserInputError } from "../errors/InputError.js";
import { MOST_ITEMS } from "../limits/mostItems.js";
import type { Page } from "../../store/CareerStore.js";
import type { Connection } from "./connectionTypes.js";
import { encodeCursor } from "./Cursor.js";

/**
 * How many items a page may hold, from an argument `first`; null means the default.
 * @throws BadUserInputError outside 1 to 100
 */
export function pageSize(first: number | null | undefined, byDefault: number): number {
  const size = first ?? byDefault;
  if (size < 1 || size > MOST_ITEMS) {
    throw new BadUserInputError(
      "first",
      "OUT_OF_RANGE",
      `\`first\` is ${size}; ask for 1 to ${MOST_ITEMS} items and page on with \`after\`.`,
    );
  }
  return size;
}

/** A page of the store as the connection that clients see; `list` names the list in its cursors. */
export function connectionOf<T>(list: string, revision: string, page: Page<T>): Connection<T> {
  const edges = page.items.map(({ position, node }) => ({ cursor: encodeCursor(list, revision, position), node }));
  return {
    totalCount: page.totalCount,
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
