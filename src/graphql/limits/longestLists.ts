import type { Network } from "../../paths/network/Network.js";

/** The length of the longest list in the data, by the type of its items. */
export type ListLengths = Readonly<Partial<Record<string, number>>>;

const known = new WeakMap<Network, ListLengths>();

/**
 * The lengths of the longest lists of a network: needs of a role, and transitions of a role. Other lists are short in every dataset, and
 * they are still charged when they are resolved, like all lists. Computed once per network, in O(roles).
 */
export function longestLists(network: Network): ListLengths {
  let lengths = known.get(network);
  // Stryker disable next-line ConditionalExpression: computing the lengths again would only take more time.
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

/** @param starts the index at which each row starts, followed by the end of the last row */
function longestRow(starts: Uint32Array): number {
  let longest = 0;
  for (let row = 1; row < starts.length; row++) longest = Math.max(longest, starts[row]! - starts[row - 1]!);
  return longest;
}
