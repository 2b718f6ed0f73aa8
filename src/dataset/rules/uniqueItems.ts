import { problemAt, type Located, type RecordPath, type Rule } from "../RawDataset.js";
import type { RecordKind, RecordOf } from "../recordShapes.js";

/** The lists of records that refer to other records, each with the key of the reference in an item. */
const LISTS: readonly (readonly [list: string, key: string])[] = [
  ["skills", "skill"],
  ["degrees", "degree"],
  ["closeMatches", "to"],
  ["buildsOn", "to"],
  ["partOf", "to"],
  ["certifies", "to"],
  ["develops", "to"],
  ["callsFor", "to"],
  ["employs", "to"],
  ["about", "to"],
];

/** A list names a record at most once and never the record itself, because at most one relation of a kind connects an ordered pair. */
export const uniqueItems: Rule = function* (raw) {
  for (const records of Object.values(raw.records)) {
    for (const record of records) {
      for (const [list, key] of LISTS) yield* repeated(record, list, key);
    }
  }
  for (const transition of raw.records.transitions) {
    if (transition.value.from === transition.value.to) {
      yield problemAt(
        transition,
        ["to"],
        "The transition leads from a role to itself",
        "Correct one of its ends or remove it",
      );
    }
  }
};

function* repeated(record: Located<RecordOf<RecordKind>>, list: string, key: string) {
  const items: unknown = (record.value as Record<string, unknown>)[list];
  if (!Array.isArray(items) || items.length === 0) return;
  const seen = new Set<string>();
  for (const [index, item] of (items as readonly Record<string, string>[]).entries()) {
    const id = item[key] as string;
    const path: RecordPath = [list, index, key];
    if ("id" in record.value && id === record.value.id) {
      yield problemAt(record, path, `\`${list}\` names the record itself`, "Remove the item or name another record");
    }
    if (seen.has(id)) {
      yield problemAt(record, path, `\`${list}\` names ${id} twice`, "Merge the two items, with the citations of both");
    }
    seen.add(id);
  }
}
