import type { Network } from "../../paths/network/Network.js";

/** How long lists may get: by the type of their items, the longest that the data holds. */
export type ListLengths = Readonly<Partial<Record<string, number>>>;

const known = new WeakMap<Network, ListLengths>();

/**
 * The longest lists of a network: what roles need, and their transitions. Lists of other items are short in every dataset, and what
 * they cost is counted when they are resolved, as with all. O(roles), once a network.
 */
export function longestLists(network: Network): ListLengths {
  let lengths = known.get(network);
  if (lengths === undefined) {
    const { needStart, outStart, inStart } = network.columns;
    lengths = {
      SkillRequirement: longestRow(needStart),
      Transition: Math.max(longestRow(outStart), longestRow(inStart)),
    };
    known.set(network, lengths);
  }
  return lengths;
}

/** The longest of rows that stand one after the other, by where each begins. */
function longestRow(starts: Uint32Array): number {
  let longest = 0;
  for (let row = 1; row < starts.length; row++) longest = Math.max(longest, starts[row]! - starts[row - 1]!);
  return longest;
}
