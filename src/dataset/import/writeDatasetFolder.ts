import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { stringify } from "yaml";
import type { DatasetFolder } from "./DatasetFolder.js";

/** Lies in every folder that is written here, and so marks those that may be written over. */
export const REPORT_FILE = "import-report.txt";

/**
 * Writes a dataset as a folder of JSON Lines with its report. The folder appears whole or not at all: it is written beside its
 * place and then renamed. An earlier one is replaced. The same dataset gives the same bytes.
 * @throws Error where the place holds something other than an earlier import
 */
export async function writeDatasetFolder(out: string, dataset: DatasetFolder, report: string): Promise<void> {
  const target = resolve(out);
  const found = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [] as string[];
    throw new Error(
      `${out} cannot be written (${error.code ?? error.message}). Name a folder that does not exist yet.`,
    );
  });
  if (found.length > 0 && !found.includes(REPORT_FILE)) {
    throw new Error(`${out} holds other files, none of them ${REPORT_FILE}. Name a folder that is new or empty.`);
  }
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  await mkdir(draft, { recursive: true });
  try {
    const { records, sharedAliases, ...head } = dataset;
    const shown = { ...head, ...(sharedAliases ? { sharedAliases } : {}) };
    await writeFile(join(draft, "dataset.yaml"), stringify(shown, { lineWidth: 0 }));
    for (const [file, list] of Object.entries(records)) {
      if (list.length > 0) await writeFile(join(draft, `${file}.jsonl`), jsonLines(list));
    }
    await writeFile(join(draft, REPORT_FILE), report);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
