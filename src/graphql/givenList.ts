/** A list argument that is given: null for an empty list too, which is the same as none. */
export function givenList<Item>(list: readonly Item[] | null | undefined): readonly Item[] | null {
  return list === null || list === undefined || list.length === 0 ? null : list;
}
