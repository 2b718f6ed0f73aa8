import type { LoadPreview, LoadSummary } from "../store/neo4j/loading/loadDataset.js";

/** What a load did, for a person: the revision, a line a kind of record that changed, and what was dropped. */
export function formatLoadSummary({ revision, outcome, damage, replaced, changes, dropped }: LoadSummary): string {
  if (outcome === "ALREADY_ACTIVE") return `Revision ${revision} is active already and whole; nothing was changed.`;
  const wrong = damage.map((problem) => `  What was wrong: ${problem}`);
  if (outcome === "REPAIRED") {
    return [`Revision ${revision} was damaged; a whole copy is active in its place.`, ...wrong].join("\n");
  }
  const former = replaced === revision ? "the same in another data model" : replaced;
  const instead = former === null ? "the first in this database" : `in place of ${former}`;
  const how = outcome === "REACTIVATED" ? "active again, for the database still held it" : "loaded and active";
  return [
    `Revision ${revision} is ${how}, ${instead}.`,
    ...changes.map(changeLine),
    ...(damage.length === 0 ? [] : ["The database held a damaged copy of it, which is used no more:", ...wrong]),
    ...dropped.map((old) => `Dropped revision ${old}, which nobody reads any more.`),
  ].join("\n");
}

/**
 * What a load would do, for a person.
 * @param mostRemoved share of the active records that is removed without `--force`
 */
export function formatLoadPreview(preview: LoadPreview, mostRemoved: number): string {
  const { revision, outcome, damage, replaced, changes, records, removed } = preview;
  const would = {
    LOADED: `would be loaded and made active, ${replaced === null ? "the first in this database" : `in place of ${replaced}`}`,
    REACTIVATED: `would be made active again, for the database still holds it, in place of ${replaced ?? "none"}`,
    REPAIRED: "is active but damaged; a whole copy would take its place",
    ALREADY_ACTIVE: "is active already and whole; nothing would change",
  }[outcome];
  return [
    `Revision ${revision} ${would}.`,
    ...changes.map(changeLine),
    ...damage.map((problem) => `  What is wrong: ${problem}`),
    ...(removed > records * mostRemoved
      ? [`It would remove ${removed} of ${records} records: without --force it is refused.`]
      : []),
    "Nothing was changed.",
  ].join("\n");
}

function changeLine({ type, added, changed, removed }: LoadSummary["changes"][number]): string {
  return `  ${type}: ${added} added, ${changed} changed, ${removed} removed`;
}
