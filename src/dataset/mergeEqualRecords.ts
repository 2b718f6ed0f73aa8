import { isDeepStrictEqual } from "node:util";
import { idOfRecord, type Located, type RawDataset } from "./RawDataset.js";
import type { RecordFile, RecordOf } from "./recordShapes.js";

/**
 * Leaves one of each set of records that several folders hold alike, the first read: datasets made from one source share its
 * record. Those that differ stay and are a problem, and so are repetitions inside a folder. O(records).
 */
export function mergeEqualRecords(raw: RawDataset): RawDataset {
  const records = Object.fromEntries(Object.entries(raw.records).map(([file, list]) => [file, withoutRepeats(list)]));
  return { ...raw, records: records as unknown as RawDataset["records"] };
}

function withoutRepeats(list: readonly Located<RecordOf<RecordFile>>[]): Located<RecordOf<RecordFile>>[] {
  const firstOf = new Map<string, Located<RecordOf<RecordFile>>>();
  return list.filter((record) => {
    const id = idOfRecord(record.value);
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, record);
    return first === undefined || first.folder === record.folder || !isDeepStrictEqual(first.value, record.value);
  });
}
