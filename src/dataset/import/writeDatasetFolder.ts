import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { HEAD_FILE } from "../datasetFiles.js";
import type { DatasetFolder } from "./DatasetFolder.js";
import { replaceFolder, REPORT_FILE } from "./replaceFolder.js";

/**
 * Writes a dataset with its report as a folder of JSON Lines, completely or not at all. The same dataset always gives the same bytes.
 * @returns whether an earlier import was replaced
 * @throws Error if the target contains something other than an earlier import
 */
export async function writeDatasetFolder(out: string, dataset: DatasetFolder, report: string): Promise<boolean> {
  return replaceFolder(out, async (draft) => {
    const { records, sharedAliases, ...head } = dataset;
    const shown = { ...head, ...(sharedAliases ? { sharedAliases } : {}) };
    await writeFile(join(draft, HEAD_FILE), stringify(shown, { lineWidth: 0 }));
    for (const [file, list] of Object.entries(records)) {
      if (list.length > 0) await writeFile(join(draft, `${file}.jsonl`), jsonLines(list));
    }
    await writeFile(join(draft, REPORT_FILE), report);
  });
}

function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
