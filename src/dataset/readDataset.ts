import { compareText } from "../model/compareText.js";
import { buildDataset } from "./buildDataset.js";
import type { Dataset } from "./Dataset.js";
import type { Problem } from "./Problem.js";
import type { Rule } from "./RawDataset.js";
import { mergeEqualRecords } from "./mergeEqualRecords.js";
import { servedMatches } from "./matches/servedMatches.js";
import { readFolders } from "./readFolders.js";
import { acyclicSkills } from "./rules/acyclicSkills.js";
import { choicesHaveParts } from "./rules/choicesHaveParts.js";
import { distinctNames } from "./rules/distinctNames.js";
import { explainedInferences } from "./rules/explainedInferences.js";
import { soundLevels } from "./rules/soundLevels.js";
import { soundMatches } from "./rules/soundMatches.js";
import { soundPay } from "./rules/soundPay.js";
import { soundReferences } from "./rules/soundReferences.js";
import { soundSpans } from "./rules/soundSpans.js";
import { uniqueIds } from "./rules/uniqueIds.js";
import { uniqueItems } from "./rules/uniqueItems.js";
import { wholeLadders } from "./rules/wholeLadders.js";

/** Either the dataset or all problems in its files. */
export type ReadResult =
  | {
      readonly dataset: Dataset;
      readonly problems: readonly [];
      /** Valid records that were ignored: matches with an end that is not served. */
      readonly notices: readonly Problem[];
    }
  | { readonly dataset: null; readonly problems: readonly Problem[]; readonly notices: readonly [] };

const RULES: readonly Rule[] = [
  uniqueIds,
  uniqueItems,
  soundReferences,
  distinctNames,
  soundSpans,
  soundLevels,
  soundMatches,
  soundPay,
  explainedInferences,
  acyclicSkills,
  choicesHaveParts,
  wholeLadders,
];

const NO_FOLDER: Problem = {
  file: "(none)",
  line: null,
  id: null,
  message: "No folder is named",
  fix: "Name at least one dataset folder",
};

/**
 * Reads one or more dataset folders as one dataset. Equal records of different folders are merged, other records must have different ids,
 * and references may lead to other folders. Finds all problems in one run and lists them by file and line. Never rejects because of the
 * content of the folders. O(n log n) in the size of the records.
 */
export async function readDataset(folders: readonly string[]): Promise<ReadResult> {
  if (folders.length === 0) return { dataset: null, problems: [NO_FOLDER], notices: [] };
  const { raw, problems, notices } = await checkedFolders(folders);
  if (problems.length > 0) {
    return { dataset: null, problems: problems.sort(byPlace), notices: [] };
  }
  return { dataset: buildDataset(raw), problems: [], notices: notices.toSorted(byPlace) };
}

/** Reads folders and applies every rule. In a function of its own, so that `buildDataset` can free the records. */
async function checkedFolders(folders: readonly string[]) {
  const { raw: read, problems } = await readFolders(folders);
  const { raw, notices } = servedMatches(mergeEqualRecords(read));
  for (const rule of RULES) for (const problem of rule(raw)) problems.push(problem);
  return { raw, problems, notices };
}

function byPlace(left: Problem, right: Problem): number {
  return compareText(left.file, right.file) || (left.line ?? 0) - (right.line ?? 0);
}
