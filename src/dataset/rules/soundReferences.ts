import { prefixOf } from "../../model/EntityId.js";
import { ENTITY_KINDS, isEntityPrefix } from "../../model/entityKinds.js";
import { idsOfRecords } from "../idsOfRecords.js";
import { problemAt, type RecordPath, type Rule } from "../RawDataset.js";
import { visitReferences } from "../references.js";

/** Every reference names a record of some folder. References to a kind with an unreadable file are not checked. */
export const soundReferences: Rule = function* (raw) {
  const ids = idsOfRecords(raw);
  for (const records of Object.values(raw.records)) {
    for (const record of records) {
      const dangling: { id: string; path: RecordPath }[] = [];
      visitReferences(record.value, (id, pathOf) => {
        if (!ids.has(id)) dangling.push({ id, path: pathOf() });
      });
      for (const { id, path } of dangling) {
        const prefix = prefixOf(id);
        const file = isEntityPrefix(prefix) ? ENTITY_KINDS[prefix].list : null;
        if (file === null || raw.unreadFiles.has(file)) continue;
        yield problemAt(
          record,
          path,
          `There is no record ${id}`,
          `Correct the id, add the record to ${file}.yaml, or also name the folder that contains it`,
        );
      }
    }
  }
};
