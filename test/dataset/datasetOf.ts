import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Dataset } from "../../src/dataset/Dataset.js";
import { formatProblems } from "../../src/dataset/formatProblems.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import type { RecordKind } from "../../src/dataset/recordShapes.js";

/** A record as in a dataset file. Without `cites`, it cites a source that is added to every such dataset. */
export type Draft = Readonly<Record<string, unknown>>;

/** The source of records without `cites`. */
export const GUIDE = "source:guide";

const CITES = [{ source: GUIDE }];

/** A folder as tests write it: its records, and what its `dataset.yaml` contains in addition to a name. */
export interface DraftFolder {
  readonly drafts: Partial<Record<RecordKind, readonly Draft[]>>;
  readonly head: Draft;
}

/**
 * The dataset of a few records, read by the real reader from real files; `head` adds to its `dataset.yaml`.
 * @param beside folders that are read after it
 * @throws Error listing the problems if the dataset is invalid
 */
export async function datasetOf(
  drafts: Partial<Record<RecordKind, readonly Draft[]>>,
  head: Draft = {},
  beside: readonly DraftFolder[] = [],
): Promise<Dataset> {
  const parent = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    const folders: string[] = [];
    for (const each of [{ drafts, head }, ...beside]) {
      const folder = join(parent, String(folders.length));
      folders.push(folder);
      await writeFolder(folder, each);
    }
    const { dataset, problems } = await readDataset(folders);
    if (dataset === null) throw new Error(formatProblems(problems));
    return dataset;
  } finally {
    await rm(parent, { recursive: true });
  }
}

async function writeFolder(folder: string, { drafts, head }: DraftFolder): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "dataset.yaml"), stringify({ id: "test", name: "Test", version: "1", ...head }));
  const sources = [{ id: GUIDE, title: "Guide" }, ...(drafts.sources ?? [])];
  for (const [file, records] of Object.entries({ ...drafts, sources })) {
    const cited = file === "sources" ? records : records.map((record) => ({ cites: CITES, ...record }));
    await writeFile(join(folder, `${file}.yaml`), stringify(cited, { aliasDuplicateObjects: false }));
  }
}

/** A need as roles list it. */
export function need(skill: string, importance = "ESSENTIAL", rest: Draft = {}): Draft {
  return { skill, importance, cites: CITES, ...rest };
}
