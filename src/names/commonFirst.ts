import type { NameTable } from "./NameTable.js";

/** How common the records of a table are, for what is equal in all else. */
export interface Commonness {
  /** How many people work in each record, 0 where that is unknown or makes no sense. */
  readonly employed: Float64Array;
  /** The records, those with most people first, then by id. */
  readonly order: Uint32Array;
}

/**
 * Orders the records of a table by how many people work in them. O(n log n).
 * @param employedIn people by id of a record
 */
export function commonFirst({ records }: NameTable, employedIn: ReadonlyMap<string, number>): Commonness {
  const employed = Float64Array.from(records, ({ id }) => employedIn.get(id) ?? 0);
  const order = Uint32Array.from(records.keys());
  if (employedIn.size > 0) order.sort((left, right) => employed[right]! - employed[left]! || left - right);
  return { employed, order };
}
