import { append } from "../../../model/append.js";

/** A link from one key to another. */
export interface KeyLink {
  readonly from: string;
  readonly to: string;
}

/**
 * The links without those that close a cycle, which are handed to `drop`; a link of a key to itself is one. Links count in their
 * order, so that the same list loses the same ones. Each link is looked for from its target, through those kept so far:
 * O(links · what lies above a key), which in a classification is a few.
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
