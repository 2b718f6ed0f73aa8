import { append } from "../../../model/append.js";

/** A link from one key to another. */
export interface KeyLink {
  readonly from: string;
  readonly to: string;
}

/**
 * Removes the links that close a cycle, including links from a key to itself, and calls `drop` for each. Links are added in the given
 * order, so the result is deterministic. For each link, searches from its target through the links kept so far: O(links · keys above a
 * key), of which a classification has few.
 */
export function acyclicLinks<L extends KeyLink>(links: readonly L[], drop: (link: L) => void): L[] {
  const above = new Map<string, string[]>();
  const leadsTo = (start: string, goal: string): boolean => {
    const seen = new Set([start]);
    for (const key of seen) {
      if (key === goal) return true;
      for (const next of above.get(key) ?? []) seen.add(next);
    }
    return false;
  };
  return links.filter((link) => {
    if (leadsTo(link.to, link.from)) {
      drop(link);
      return false;
    }
    append(above, link.from, link.to);
    return true;
  });
}
