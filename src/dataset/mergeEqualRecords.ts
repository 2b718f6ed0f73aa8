import { isDeepStrictEqual } from "node:util";
import { idOfRecord, type Located, type RawDataset } from "./RawDataset.js";
import type { RecordKind, RecordOf } from "./recordShapes.js";

/**
 * Merges equal records of several folders into the first one, because datasets made from one source share the record of that source.
 * Records with one id that differ, and repetitions inside a folder, stay and are reported by `uniqueIds`. O(records).
 */
export function mergeEqualRecords(raw: RawDataset): RawDataset {
  const records = Object.fromEntries(Object.entries(raw.records).map(([file, list]) => [file, withoutRepeats(list)]));
  return { ...raw, records: records as unknown as RawDataset["records"] };
}

function withoutRepeats(list: readonly Located<RecordOf<RecordKind>>[]): Located<RecordOf<RecordKind>>[] {
  const firstOf = new Map<string, Located<RecordOf<RecordKind>>>();
  return list.filter((record) => {
    const id = idOfRecord(record.value);
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, record);
    return first === undefined || first.folder === record.folder || !isDeepStrictEqual(first.value, record.value);
  });
}
