/**
 * Entities are divided into four shares, and relationships into six groups by the shares of their two ends. The groups 0 and 1 have no
 * share in common. The same is true of 2 and 3, and of 4 and 5.
 */
const GROUP_OF_SHARES = [
  [0, 0, 2, 4],
  [0, 0, 5, 3],
  [2, 5, 1, 1],
  [4, 3, 1, 1],
] as const;

export const SHARES = GROUP_OF_SHARES.length;

/**
 * Divides relationships into three rounds of two lanes each. The lanes of a round have no entity in common, so that they can be written in
 * parallel. A transaction locks both ends of each relationship that it writes, so two transactions that share an entity would wait for
 * each other or deadlock.
 * @param count how many relationships there are
 * @param fromShare the share of the entity that a relationship starts from, by the ordinal of the relationship; from 0 to SHARES - 1
 * @param toShare the share of the entity that it leads to
 * @returns the ordinals of the relationships, each once, ascending within a lane. O(count)
 */
export function disjointLanes(
  count: number,
  fromShare: (ordinal: number) => number,
  toShare: (ordinal: number) => number,
): readonly (readonly Uint32Array[])[] {
  const groups = new Uint8Array(count);
  const sizes = new Uint32Array(6);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const group = GROUP_OF_SHARES[fromShare(ordinal)]![toShare(ordinal)]!;
    groups[ordinal] = group;
    sizes[group]!++;
  }
  const lanes = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(6);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const group = groups[ordinal]!;
    lanes[group]![filled[group]!++] = ordinal;
  }
  return [lanes.slice(0, 2), lanes.slice(2, 4), lanes.slice(4)];
}
