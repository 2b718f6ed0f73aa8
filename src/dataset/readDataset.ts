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

/** Either the dataset, or everything that is wrong with its files. */
export type ReadResult =
  | {
      readonly dataset: Dataset;
      readonly problems: readonly [];
      /** What was ignored although its file is valid: matches with an end that is not served. */
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
 * Reads one or more dataset folders as one dataset. Records of all folders stand side by side: equal ones of different
 * folders are merged, others must differ in their ids, and references may cross. Finds all problems in one run, listed by file and line; never rejects because of what the folders
 * hold or lack. Time grows with the records and what they hold, times a logarithm.
 */
export async function readDataset(folders: readonly string[]): Promise<ReadResult> {
  if (folders.length === 0) return { dataset: null, problems: [NO_FOLDER], notices: [] };
  const { raw: read, problems } = await readFolders(folders);
  const { raw, notices } = servedMatches(mergeEqualRecords(read));
  for (const rule of RULES) for (const problem of rule(raw)) problems.push(problem);
  if (problems.length > 0) {
    return { dataset: null, problems: problems.sort(byPlace), notices: [] };
  }
  return { dataset: buildDataset(raw), problems: [], notices: notices.toSorted(byPlace) };
}

function byPlace(left: Problem, right: Problem): number {
  return compareText(left.file, right.file) || (left.line ?? 0) - (right.line ?? 0);
}
