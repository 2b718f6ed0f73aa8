import type { NameTable } from "./NameTable.js";

/** How common the records of a table are, to break ties. */
export interface Commonness {
  /** The number of people who work in each record; 0 if it is unknown or the record is not a role. */
  readonly employed: Float64Array;
  /** The records by number of people, descending, then by id. */
  readonly order: Uint32Array;
}

/**
 * Orders the records of a table by the number of people who work in them. O(n log n).
 * @param employedIn the number of people by record id
 */
export function commonFirst({ records }: NameTable, employedIn: ReadonlyMap<string, number>): Commonness {
  const employed = Float64Array.from(records, ({ id }) => employedIn.get(id) ?? 0);
  const order = Uint32Array.from(records.keys());
  if (employedIn.size > 0) order.sort((left, right) => employed[right]! - employed[left]! || left - right);
  return { employed, order };
}
