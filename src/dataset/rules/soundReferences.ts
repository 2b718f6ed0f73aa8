import { KIND_OF_PREFIX, prefixOf, type EntityPrefix } from "../../model/EntityId.js";
import { problemAt, type RecordPath, type Rule } from "../RawDataset.js";
import type { RecordFile } from "../recordShapes.js";
import { visitReferences } from "../references.js";

/** File that holds the records of each prefix. */
const FILE_OF_PREFIX: Readonly<Record<EntityPrefix, RecordFile>> = {
  role: "roles",
  track: "tracks",
  skill: "skills",
  certification: "certifications",
  degree: "degrees",
  activity: "activities",
  phase: "phases",
  trend: "trends",
  sector: "sectors",
  employer: "employers",
  question: "questions",
  pay: "pay",
  growth: "growth",
  statement: "statements",
  source: "sources",
};

/** Every reference names a record of the dataset, in whichever folder. References into a file that could not be read pass. */
export const soundReferences: Rule = function* (raw) {
  const ids = new Set(raw.brokenIds);
  for (const records of Object.values(raw.records)) {
    for (const { value } of records) if ("id" in value) ids.add(value.id);
  }
  for (const records of Object.values(raw.records)) {
    for (const record of records) {
      const dangling: { id: string; path: RecordPath }[] = [];
      visitReferences(record.value, (id, pathOf) => {
        if (!ids.has(id)) dangling.push({ id, path: pathOf() });
      });
      for (const { id, path } of dangling) {
        const prefix = prefixOf(id);
        const file = prefix !== null && prefix in KIND_OF_PREFIX ? FILE_OF_PREFIX[prefix as EntityPrefix] : null;
        if (file === null || raw.unreadFiles.has(file)) continue;
        yield problemAt(
          record,
          path,
          `${id} names no record`,
          `Correct the id, add the record to ${file}.yaml, or name the folder that holds it too`,
        );
      }
    }
  }
};
