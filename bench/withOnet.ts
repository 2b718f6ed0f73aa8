import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where the publisher's files lie, outside the repository. */
const ONET = "../shared/data/onet";

/**
 * Measures on O*NET, imported for the occasion.
 * @param measure given the folder of the dataset
 * @returns null where the publisher's files are not there
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
