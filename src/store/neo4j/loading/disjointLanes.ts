/**
 * Entities are dealt to four shares, and relationships to six groups by the shares of their two ends. Groups 0 and 1 have no share
 * in common, nor have 2 and 3, nor 4 and 5.
 */
const GROUP_OF_SHARES = [
  [0, 0, 2, 4],
  [0, 0, 5, 3],
  [2, 5, 1, 1],
  [4, 3, 1, 1],
] as const;

export const SHARES = GROUP_OF_SHARES.length;

/**
 * Deals relationships to three rounds of two lanes each. The lanes of a round have no entity in common, so that each can be
 * written beside the other: a transaction locks both ends of each relationship that it writes, and two that share an entity wait
 * for each other or end in a deadlock.
 * @param count how many relationships there are
 * @param fromShare the share of the entity that a relationship starts from, by the place of the relationship, from 0 to SHARES - 1
 * @param toShare the share of the entity that it leads to
 * @returns the places of the relationships, each once, in their order within a lane. O(count)
 */
export function disjointLanes(
  count: number,
  fromShare: (place: number) => number,
  toShare: (place: number) => number,
): readonly (readonly Uint32Array[])[] {
  const groups = new Uint8Array(count);
  const sizes = new Uint32Array(6);
  for (let place = 0; place < count; place++) {
    const group = GROUP_OF_SHARES[fromShare(place)]![toShare(place)]!;
    groups[place] = group;
    sizes[group]!++;
  }
  const lanes = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(6);
  for (let place = 0; place < count; place++) {
    const group = groups[place]!;
    lanes[group]![filled[group]!++] = place;
  }
  return [lanes.slice(0, 2), lanes.slice(2, 4), lanes.slice(4)];
}
