import { appendFile, copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { HEAD_FILE, isDatasetFile } from "../datasetFiles.js";
import type { RecordDraft } from "../recordShapes.js";
import { replaceFolder, REPORT_FILE } from "../import/replaceFolder.js";

/** What is added to the name of a dataset. */
const ADDED = ", with inferred transitions";

/** Whether a dataset of this name came of an earlier inference. */
export function isInferred(name: string): boolean {
  return name.endsWith(ADDED);
}

/**
 * Writes a copy of a dataset folder with more transitions: its files as they are, the transitions added to `transitions.jsonl`,
 * beside a `transitions.yaml` where there is one. An earlier report is kept above the new one; what else the folder holds, such as
 * a README, is not part of the dataset and stays behind.
 * @returns whether an earlier result was there
 * @throws Error where the place holds something other than an earlier result
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

/** Adds whole lines to a file, which is made where there is none; a last line that does not end is ended first. */
async function appendLines(file: string, lines: string): Promise<void> {
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  await appendFile(file, before === "" || before.endsWith("\n") ? lines : `\n${lines}`);
}
