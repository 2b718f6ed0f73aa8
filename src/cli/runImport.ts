import { stat } from "node:fs/promises";
import type { DatasetFolder, ImportProgress } from "../dataset/import/DatasetFolder.js";
import type { ImportReport } from "../dataset/import/ImportReport.js";
import { importCrosswalk } from "../dataset/import/crosswalk/importCrosswalk.js";
import { importEsco } from "../dataset/import/esco/importEsco.js";
import { importLadder } from "../dataset/import/ladder/importLadder.js";
import { importOnet } from "../dataset/import/onet/importOnet.js";
import { writeDatasetFolder } from "../dataset/import/writeDatasetFolder.js";
import { showProgress } from "./showProgress.js";

/** `career-graph import onet`: converts a release of O*NET (folder or zip), with OEWS wages if given, to a dataset folder. */
export async function runImportOnet(
  folder: string,
  { out, wages }: { out: string; wages?: readonly string[] },
): Promise<void> {
  await runImport(out, (onProgress) => importOnet(folder, wages ?? [], onProgress));
}

/** `career-graph import esco`: converts a release of ESCO, in its published zips, to a dataset folder. */
export async function runImportEsco(
  folder: string,
  { out, languages }: { out: string; languages?: readonly string[] },
): Promise<void> {
  await assertFolder(folder);
  await runImport(out, (onProgress) => importEsco(folder, languages, onProgress));
}

/** `career-graph import crosswalk`: converts the crosswalk between O*NET and ESCO to a folder of matches. */
export async function runImportCrosswalk(
  file: string,
  { out, beside = [] }: { out: string; beside?: readonly string[] },
): Promise<void> {
  await runImport(out, () => importCrosswalk(file, beside));
}

/** The options of `import ladder`. */
interface LadderOptions {
  readonly out: string;
  readonly name?: string;
  readonly source?: string;
  readonly url?: string;
  readonly levels?: string;
  readonly rungs?: "fill" | "replace";
  readonly steps: boolean;
}

/** `career-graph import ladder`: converts a career ladder, written as one table, to a dataset folder. */
export async function runImportLadder(file: string, options: LadderOptions): Promise<void> {
  const { out, name, source, url, levels, rungs, steps } = options;
  await runImport(out, () =>
    importLadder(file, {
      name: name ?? null,
      version: null,
      source: source === undefined ? null : { title: source, url },
      levels: levels?.split(",") ?? null,
      rungs: rungs ?? null,
      steps: steps ? null : "none",
    }),
  );
}

/** Reports a missing folder once, instead of each of its tables. */
async function assertFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new Error(`${folder}: There is no such folder. Name the folder of the release.`);
  }
}

async function runImport(
  out: string,
  importing: (
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<{ readonly dataset: DatasetFolder; readonly report: ImportReport }>,
): Promise<void> {
  const progress = showProgress(process.stderr, "tables");
  try {
    const { dataset, report } = await importing(progress.show);
    progress.show({ step: `Writing ${out}`, done: 0, total: 0 });
    const replaced = await writeDatasetFolder(out, dataset, report.full());
    progress.end();
    console.log(report.summary());
    console.log(
      `Wrote ${out}${replaced ? ", replacing an earlier import" : ""}; its import-report.txt lists every row left out. Serve it with DATASET=${out} npm start.`,
    );
  } finally {
    progress.end();
  }
}
