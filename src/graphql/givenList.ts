/** A list argument, or null if it is empty or absent, which have the same meaning. */
export function givenList<Item>(list: readonly Item[] | null | undefined): readonly Item[] | null {
  return list === null || list === undefined || list.length === 0 ? null : list;
}
