import { idsOfRecords } from "../idsOfRecords.js";
import type { Problem } from "../Problem.js";
import { problemAt, type RawDataset } from "../RawDataset.js";

/**
 * Removes the matches with an end that is not served, so that a folder of matches works with any other folders. Gives one notice for each.
 * O(records).
 */
export function servedMatches(raw: RawDataset): { readonly raw: RawDataset; readonly notices: readonly Problem[] } {
  if (raw.records.matches.length === 0) return { raw, notices: [] };
  const ids = idsOfRecords(raw);
  const notices: Problem[] = [];
  const served = raw.records.matches.filter((match) => {
    const { from, to } = match.value;
    const absent = [from, to].filter((id) => !ids.has(id));
    if (absent.length === 0) return true;
    notices.push(
      problemAt(
        match,
        [absent[0] === from ? "from" : "to"],
        `The match is ignored, because ${absent.join(" and ")} is not served`,
        "Also name the folder that contains it, or correct the id",
      ),
    );
    return false;
  });
  return { raw: { ...raw, records: { ...raw.records, matches: served } }, notices };
}
