import type { RawDataset } from "./RawDataset.js";

/** Ids of all records that have one, including records of invalid shape. O(records). */
export function idsOfRecords(raw: RawDataset): ReadonlySet<string> {
  const ids = new Set(raw.brokenIds);
  for (const records of Object.values(raw.records)) {
    for (const { value } of records) if ("id" in value) ids.add(value.id);
  }
  return ids;
}
