import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stringify } from "yaml";
import type { RecordKind } from "../../src/dataset/recordShapes.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import { GUIDE, type Draft } from "./datasetOf.js";

/** A problem as a test expects it. */
export interface FoundProblem {
  readonly file: string;
  /** Text of the line that the problem points at, without leading and trailing blanks. */
  readonly at: string;
  readonly id: string | null;
  readonly message: string;
  readonly fix: string;
}

export type Drafts = Partial<Record<RecordKind, readonly Draft[]>>;

/** The problems of a dataset of a few records. A record without `cites` cites a source that is added. */
export function problemsOf(drafts: Drafts): Promise<FoundProblem[]> {
  return problemsOfFolders([drafts]);
}

/** The same for several folders that are read together; the source is in the first. */
export async function problemsOfFolders(folders: readonly Drafts[]): Promise<FoundProblem[]> {
  const root = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    const paths: string[] = [];
    for (const drafts of folders) {
      const folder = await mkdtemp(join(root, "folder-"));
      const guide = paths.length === 0 ? [{ id: GUIDE, title: "Guide" }] : [];
      paths.push(folder);
      await writeFile(join(folder, "dataset.yaml"), "name: Test\nversion: '1'\n");
      for (const [file, records] of Object.entries({ sources: [], ...drafts })) {
        const cited =
          file === "sources"
            ? [...guide, ...records]
            : records.map((record) => ({ ...record, cites: record.cites ?? [{ source: GUIDE }] }));
        await writeFile(join(folder, `${file}.yaml`), stringify(cited, { aliasDuplicateObjects: false, lineWidth: 0 }));
      }
    }
    const { problems } = await readDataset(paths);
    return await Promise.all(
      problems.map(async ({ file, line, id, message, fix }) => {
        const lines = (await readFile(file, "utf8")).split("\n");
        const at = (lines[(line ?? 0) - 1] ?? "").trim().replace(/^- /, "");
        return { file: basename(file), at, id, message: message.replaceAll(/\S*\/(?=\w+\.yaml)/g, ""), fix };
      }),
    );
  } finally {
    await rm(root, { recursive: true });
  }
}
