import { appendFile, copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { HEAD_FILE, isDatasetFile } from "../datasetFiles.js";
import type { RecordDraft } from "../recordShapes.js";
import { replaceFolder, REPORT_FILE } from "../import/replaceFolder.js";

/** The suffix for the name of the dataset. */
const ADDED = ", with inferred transitions";

/** Whether the name of a dataset shows that it comes from an earlier inference. */
export function isInferred(name: string): boolean {
  return name.endsWith(ADDED);
}

/**
 * Writes a copy of a dataset folder with more transitions. Copies its files unchanged and appends the transitions to `transitions.jsonl`,
 * even if there is also a `transitions.yaml`. Appends the report to an earlier one. Does not copy other files, such as a README, because
 * they are not part of the dataset.
 * @returns whether an earlier result was replaced
 * @throws Error if the target contains something other than an earlier result
 */
export async function writeInferred(
  folder: string,
  out: string,
  transitions: readonly RecordDraft<"transitions">[],
  report: string,
): Promise<boolean> {
  return replaceFolder(out, async (draft) => {
    for (const name of await readdir(folder)) {
      if (isDatasetFile(name) || name === REPORT_FILE) await copyFile(join(folder, name), join(draft, name));
    }
    const head = parseDocument(await readFile(join(folder, HEAD_FILE), "utf8"));
    head.set("name", `${String(head.get("name"))}${ADDED}`);
    await writeFile(join(draft, HEAD_FILE), head.toString({ lineWidth: 0 }));
    const lines = transitions.map((transition) => `${JSON.stringify(transition)}\n`).join("");
    await appendLines(join(draft, "transitions.jsonl"), lines);
    await appendLines(join(draft, REPORT_FILE), report);
  });
}

/** Appends lines to a file and creates it if necessary. Ends an unfinished last line first. */
async function appendLines(file: string, lines: string): Promise<void> {
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  await appendFile(file, before === "" || before.endsWith("\n") ? lines : `\n${lines}`);
}
