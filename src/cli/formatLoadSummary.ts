import type { LoadPreview, LoadSummary } from "../store/neo4j/loading/loadDataset.js";

/** The result of a load as text: the revision, one line per kind of changed record, and the dropped revisions. */
export function formatLoadSummary({ revision, outcome, damage, replaced, changes, dropped }: LoadSummary): string {
  if (outcome === "ALREADY_ACTIVE") return `Revision ${revision} is already active and undamaged; nothing was changed.`;
  const wrong = damage.map((problem) => `  What was wrong: ${problem}`);
  if (outcome === "REPAIRED") {
    return [`Revision ${revision} was damaged; an undamaged copy has replaced it.`, ...wrong].join("\n");
  }
  const former = replaced === revision ? "the same revision in another data model" : replaced;
  const instead = former === null ? "the first in this database" : `replacing ${former}`;
  const how = outcome === "REACTIVATED" ? "active again, from the kept copy" : "loaded and active";
  return [
    `Revision ${revision} is ${how}, ${instead}.`,
    ...changes.map(changeLine),
    ...(damage.length === 0 ? [] : ["The database had a damaged copy of it, which is no longer used:", ...wrong]),
    ...dropped.map((old) => formatDropped(old, revision)),
  ].join("\n");
}

/**
 * The result of a dry run as text.
 * @param mostRemoved share of the active records that a load may remove without `--force`
 */
export function formatLoadPreview(preview: LoadPreview, mostRemoved: number): string {
  const { revision, outcome, damage, replaced, changes, records, removed } = preview;
  const would = {
    LOADED: `would be loaded and made active, ${replaced === null ? "the first in this database" : `in place of ${replaced}`}`,
    REACTIVATED: `would be made active again from the kept copy, replacing ${replaced ?? "none"}`,
    REPAIRED: "is active but damaged; an undamaged copy would replace it",
    ALREADY_ACTIVE: "is already active and undamaged; nothing would change",
  }[outcome];
  return [
    `Revision ${revision} ${would}.`,
    ...changes.map(changeLine),
    ...damage.map((problem) => `  What is wrong: ${problem}`),
    ...(removed > records * mostRemoved
      ? [`It would remove ${removed} of ${records} records. This needs --force.`]
      : []),
    "Nothing was changed.",
  ].join("\n");
}

function changeLine({ type, added, changed, removed }: LoadSummary["changes"][number]): string {
  return `  ${type}: ${added} added, ${changed} changed, ${removed} removed`;
}

/** A dropped generation as text. @param active the active revision; a dropped generation of the same revision was an earlier copy of it */
export function formatDropped(revision: string, active: string): string {
  return revision === active
    ? `Dropped the replaced copy of revision ${revision}.`
    : `Dropped revision ${revision}, which is no longer read.`;
}
