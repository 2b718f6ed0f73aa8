import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The folder of the publisher's files, outside the repository. */
const ONET = "../shared/data/onet";

/**
 * Imports O*NET into a temporary folder and measures on it.
 * @param measure receives the folder of the dataset
 * @returns null if the publisher's files are absent
 */
export async function withOnet<T>(measure: (folder: string) => Promise<T>): Promise<T | null> {
  if (!existsSync(ONET)) return null;
  const parent = await mkdtemp(join(tmpdir(), "onet-"));
  try {
    const folder = join(parent, "onet");
    await promisify(execFile)(process.execPath, ["dist/cli/career-graph.js", "import", "onet", ONET, "--out", folder]);
    return await measure(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
