import { idOfRecord, problemAt, type Located, type Rule } from "../RawDataset.js";
import type { RecordFile, RecordOf } from "../recordShapes.js";

/** Every id names one record, in all folders together; at most one transition joins an ordered pair of roles. */
export const uniqueIds: Rule = function* (raw) {
  const firstOf = new Map<string, Located<RecordOf<RecordFile>>>();
  for (const records of Object.values(raw.records)) {
    for (const record of records) {
      const id = idOfRecord(record.value);
      const first = firstOf.get(id);
      if (first === undefined) {
        firstOf.set(id, record);
        continue;
      }
      const where = `${first.file}:${first.lineAt([])}`;
      if ("id" in record.value) {
        yield problemAt(
          record,
          ["id"],
          `The id stands already at ${where}`,
          "Give one of the two another id, or merge them",
        );
      } else {
        yield problemAt(
          record,
          ["from"],
          `A transition between the same roles stands already at ${where}`,
          "Merge the two: several sources are several citations",
        );
      }
    }
  }
};
