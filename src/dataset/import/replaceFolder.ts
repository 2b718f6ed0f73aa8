import { randomUUID } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { isNativeError } from "node:util/types";
import { isDatasetFile } from "../datasetFiles.js";
import { formatProblems } from "../formatProblems.js";
import { readDataset } from "../readDataset.js";

/** Lies in every folder that is written here, and so marks those that may be written over. */
export const REPORT_FILE = "import-report.txt";

/**
 * Writes a dataset folder that appears whole or not at all: it is filled beside its place and validated there, then the earlier one
 * is moved aside and the new one into its place. A process that dies leaves the old or the new one whole; if it dies between the
 * two moves, the next run puts the old one back. What `fill` leaves behind in a process that dies, `.NAME.….part`, may be deleted.
 * @returns whether an earlier one was there
 * @throws Error where the place holds anything but what was written so, or cannot be written, or what was filled in is no sound
 * dataset; the earlier folder then stays as it was
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

/** Refuses a folder with which nothing could be served. Its problems are told as if it stood in its place already. */
async function assertSound(draft: string, out: string): Promise<void> {
  const { problems } = await readDataset([draft]);
  if (problems.length === 0) return;
  const inPlace = problems.map((problem) => ({ ...problem, file: join(out, relative(draft, problem.file)) }));
  throw new Error(
    `The import produced an invalid dataset, so ${out} was not written. Please report these problems:\n${formatProblems(inPlace)}`,
  );
}

/** Undoes the first of the two moves where the second never came, and clears away an old folder that was replaced. */
async function putBack(replaced: string, target: string): Promise<void> {
  if ((await entriesOf(replaced)) === null) return;
  if ((await entriesOf(target)) === null) return rename(replaced, target);
  await assertReplaceable(replaced, replaced);
  await rm(replaced, { recursive: true });
}

/** Refuses a folder that holds a file which no import writes: it would be lost. Whether it holds anything; an empty one is fine. */
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

/** What a folder holds; null if there is none. */
async function entriesOf(folder: string): Promise<{ readonly name: string; readonly isFile: boolean }[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFile: entry.isFile() }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
