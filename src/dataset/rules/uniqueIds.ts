import { isDeepStrictEqual } from "node:util";
import { idOfRecord, isMatch, problemAt, type Located, type Rule } from "../RawDataset.js";
import type { RecordKind, RecordOf } from "../recordShapes.js";

/**
 * Ids are unique across all folders (equal records of different folders have been merged before). At most one transition and one match
 * connect an ordered pair.
 */
export const uniqueIds: Rule = function* (raw) {
  const firstOf = new Map<string, Located<RecordOf<RecordKind>>>();
  for (const records of Object.values(raw.records)) {
    for (const record of records) {
      const id = idOfRecord(record.value);
      const first = firstOf.get(id);
      if (first === undefined) {
        firstOf.set(id, record);
        continue;
      }
      const where = `${first.file}:${first.lineAt([])}`;
      if (first.folder !== record.folder) {
        yield problemAt(
          record,
          "id" in record.value ? ["id"] : ["from"],
          `The record differs from the record with the same id at ${where} in ${differences(first.value, record.value).join(", ")}`,
          "Make the two equal, so that they are merged, or remove one of them",
        );
      } else if ("id" in record.value) {
        yield problemAt(
          record,
          ["id"],
          `The id is already used at ${where}`,
          "Give one of the two another id, or merge them",
        );
      } else {
        yield problemAt(
          record,
          ["from"],
          isMatch(record.value)
            ? `The same two records are already matched at ${where}`
            : `There is already a transition between the same roles at ${where}`,
          "Merge the two, with one citation per source",
        );
      }
    }
  }
};

/** The keys in which two records differ. */
function differences(first: object, second: object): string[] {
  const [left, right] = [first, second] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].filter((key) => !isDeepStrictEqual(left?.[key], right?.[key])).map((key) => `\`${key}\``);
}
