import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";

/** What a dataset folder is to hold: by file name, its text, or records to be written as YAML. */
export type FolderContent = Readonly<Record<string, string | readonly object[]>>;

/** Writes a dataset folder that lasts until the test ends; `dataset.yaml` is added unless given. Returns its path. */
export async function writeFolder(content: FolderContent): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = { "dataset.yaml": "name: Test\nversion: '1'\n", ...content };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof text === "string" ? text : stringify(text));
  }
  return folder;
}
