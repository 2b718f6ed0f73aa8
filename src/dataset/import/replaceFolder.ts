import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** Lies in every folder that is written here, and so marks those that may be written over. */
export const REPORT_FILE = "import-report.txt";

/**
 * Writes a folder that appears whole or not at all: it is filled beside its place and then renamed. An earlier one is replaced.
 * @throws Error where the place holds something that was not written so
 */
export async function replaceFolder(out: string, fill: (draft: string) => Promise<void>): Promise<void> {
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
    await fill(draft);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
