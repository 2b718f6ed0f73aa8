import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Dataset } from "../../src/dataset/Dataset.js";
import { formatProblems } from "../../src/dataset/formatProblems.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import type { RecordFile } from "../../src/dataset/recordShapes.js";

/** A record as in a dataset file; without `cites` it cites the one source that is added to every such dataset. */
export type Draft = Readonly<Record<string, unknown>>;

/** The source that records cite which cite nothing themselves. */
export const GUIDE = "source:guide";

const CITES = [{ source: GUIDE }];

/**
 * The dataset of a few records, read by the real reader from real files; `head` adds to its `dataset.yaml`.
 * @throws Error listing the problems where the records are no sound dataset
 */
export async function datasetOf(
  drafts: Partial<Record<RecordFile, readonly Draft[]>>,
  head: Draft = {},
): Promise<Dataset> {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    await writeFile(join(folder, "dataset.yaml"), stringify({ id: "test", name: "Test", version: "1", ...head }));
    const sources = [{ id: GUIDE, title: "Guide" }, ...(drafts.sources ?? [])];
    for (const [file, records] of Object.entries({ ...drafts, sources })) {
      const cited = file === "sources" ? records : records.map((record) => ({ cites: CITES, ...record }));
      await writeFile(join(folder, `${file}.yaml`), stringify(cited, { aliasDuplicateObjects: false }));
    }
    const { dataset, problems } = await readDataset([folder]);
    if (dataset === null) throw new Error(formatProblems(problems));
    return dataset;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A need of a skill as roles list it. */
export function need(skill: string, importance = "ESSENTIAL", rest: Draft = {}): Draft {
  return { skill, importance, cites: CITES, ...rest };
}
