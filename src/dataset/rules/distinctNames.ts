import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityList, type ReferablePrefix } from "../../model/entityKinds.js";
import { normalizeName } from "../../names/normalizeName.js";
import { idOfRecord, problemAt, type Located, type RecordPath, type Rule } from "../RawDataset.js";
import type { RecordOf } from "../recordShapes.js";

/** The kinds of record that arguments refer to by name. */
const NAMED = ENTITY_PREFIXES.map((prefix) => ENTITY_KINDS[prefix])
  .filter(({ names }) => names === "REFERENCES")
  .map(({ list }) => list) as readonly EntityList<ReferablePrefix>[];

/** A fast check that a name can be typed, which nearly all names pass. Normalising all aliases of a large dataset is slow. */
const TYPABLE = /[A-Za-z0-9]/;

type Named = Located<RecordOf<EntityList<ReferablePrefix>>>;

/**
 * Within a folder, two records of a kind must not share a name, alias or label, compared as references are, because the reference would be
 * ambiguous. Records of different folders may share names, because independent datasets name the same things; references then list the
 * candidates. With `sharedAliases`, the aliases and labels of a folder may also be shared, but not its names.
 */
export const distinctNames: Rule = function* (raw) {
  const sharing = new Set(raw.folders.filter(({ sharedAliases }) => sharedAliases).map(({ folder }) => folder));
  for (const kind of NAMED) {
    const firstOf = new Map<string, { readonly record: Named; readonly written: string }>();
    for (const record of raw.records[kind] as readonly Named[]) {
      const sharesAliases = sharing.has(record.folder);
      for (const { written, path } of namesOf(record)) {
        if (path.length > 1 && sharesAliases && TYPABLE.test(written)) continue;
        const form = normalizeName(written);
        if (form === "") {
          yield problemAt(
            record,
            path,
            `${JSON.stringify(written)} has no letter and no digit`,
            "Write a name that can be typed",
          );
          continue;
        }
        if (path.length > 1 && sharesAliases) continue;
        const key = `${record.folder}\n${form}`;
        const first = firstOf.get(key);
        if (first === undefined) firstOf.set(key, { record, written });
        else if (idOfRecord(first.record.value) !== idOfRecord(record.value)) {
          yield problemAt(
            record,
            path,
            `"${written}" reads like "${first.written}" of ${idOfRecord(first.record.value)}, so it would name both`,
            "Reword or remove one of them",
          );
        }
      }
    }
  }
};

function* namesOf({ value }: Named): Iterable<{ written: string; path: RecordPath }> {
  yield "title" in value ? { written: value.title, path: ["title"] } : { written: value.name, path: ["name"] };
  for (const [index, alias] of value.aliases.entries()) yield { written: alias, path: ["aliases", index] };
  for (const [index, label] of ("labels" in value ? value.labels : []).entries())
    yield { written: label.text, path: ["labels", index, "text"] };
}
