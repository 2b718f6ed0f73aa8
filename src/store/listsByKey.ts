/** Groups values by a key into lists. Each list is ordered by the first rank, equal values by the second, and so on. */
export function listsByKey<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  ...ranks: readonly ((value: T) => number)[]
): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  let last: string | null = null;
  let list: T[] = [];
  for (const value of values) {
    const key = keyOf(value);
    // Values of one key are usually adjacent, and look-ups in large maps are slow.
    if (key !== last) {
      list = lists.get(key) ?? [];
      if (list.length === 0) lists.set(key, list);
      last = key;
    }
    list.push(value);
  }
  if (ranks.length > 0) for (const each of lists.values()) each.sort(byRanks(...ranks));
  return lists;
}

/** A comparison by several ranks. The first rank that differs decides. */
export function byRanks<T>(...ranks: readonly ((value: T) => number)[]): (left: T, right: T) => number {
  return (left, right) => {
    for (const rank of ranks) {
      const difference = rank(left) - rank(right);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** The rank of an enum's value: its position in the enum. */
export function rankIn(values: Readonly<Record<string, string>>, value: string): number {
  return Object.keys(values).indexOf(value);
}
