import { randomUUID } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { isNativeError } from "node:util/types";
import { isDatasetFile } from "../datasetFiles.js";
import { formatProblems } from "../formatProblems.js";
import { readDataset } from "../readDataset.js";

/** The file that marks a folder as the result of an import, which may be replaced. */
export const REPORT_FILE = "import-report.txt";

/**
 * Writes a dataset folder completely or not at all. Fills and validates a draft beside the target, moves the earlier folder aside, and
 * moves the draft to the target. If the process dies, the old or the new folder is complete; if it dies between the two moves, the next run
 * restores the old folder. A draft that is left over, `.NAME.….part`, may be deleted.
 * @returns whether an earlier folder was replaced
 * @throws Error if the target contains anything but an earlier result, if it cannot be written, or if the draft is not a valid dataset; the
 *   earlier folder then stays unchanged
 */
export async function replaceFolder(out: string, fill: (draft: string) => Promise<void>): Promise<boolean> {
  const target = await realpath(out).catch(() => resolve(out));
  const beside = (ending: string): string => join(dirname(target), `.${basename(target)}.${ending}`);
  const replaced = beside("replaced");
  try {
    await putBack(replaced, target);
    const wasThere = await assertReplaceable(target, out);
    const draft = beside(`${randomUUID()}.part`);
    await mkdir(dirname(target), { recursive: true });
    await mkdir(draft);
    try {
      await fill(draft);
      await assertSound(draft, out);
      if ((await entriesOf(target)) !== null) await rename(target, replaced);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      await putBack(replaced, target);
      throw error;
    }
    await rm(replaced, { recursive: true, force: true });
    return wasThere;
  } catch (error) {
    if (!isNativeError(error) || !("syscall" in error)) throw error;
    throw new Error(`${out} cannot be written: ${error.message}. Name a folder where you have write access.`, {
      cause: error,
    });
  }
}

/** Rejects an invalid dataset. Reports its problems with the paths that its files would have at the target. */
async function assertSound(draft: string, out: string): Promise<void> {
  const { problems } = await readDataset([draft]);
  if (problems.length === 0) return;
  const inPlace = problems.map((problem) => ({ ...problem, file: join(out, relative(draft, problem.file)) }));
  throw new Error(
    `The import produced an invalid dataset, so ${out} was not written. Please report these problems:\n${formatProblems(inPlace)}`,
  );
}

/** Undoes the first move if the second did not happen. Otherwise removes the replaced folder. */
async function putBack(replaced: string, target: string): Promise<void> {
  if ((await entriesOf(replaced)) === null) return;
  if ((await entriesOf(target)) === null) return rename(replaced, target);
  await assertReplaceable(replaced, replaced);
  await rm(replaced, { recursive: true });
}

/**
 * Rejects a folder with a file that no import writes, because the file would be lost. An empty folder is accepted.
 * @returns whether the folder contains anything
 */
async function assertReplaceable(target: string, out: string): Promise<boolean> {
  const entries = (await entriesOf(target)) ?? [];
  const foreign = entries.find(({ name, isFile }) => !isFile || !(name === REPORT_FILE || isDatasetFile(name)));
  if (foreign !== undefined) {
    throw new Error(`${out} contains ${foreign.name}, which no import writes. Name a new or empty folder.`);
  }
  if (entries.length > 0 && !entries.some(({ name }) => name === REPORT_FILE)) {
    throw new Error(`${out} contains a dataset that no import wrote: it has no ${REPORT_FILE}. Name another folder.`);
  }
  return entries.length > 0;
}

/** The entries of a folder; null if it does not exist. */
async function entriesOf(folder: string): Promise<{ readonly name: string; readonly isFile: boolean }[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFile: entry.isFile() }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
