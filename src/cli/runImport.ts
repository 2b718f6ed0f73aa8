import { stat } from "node:fs/promises";
import type { DatasetFolder, ImportProgress } from "../dataset/import/DatasetFolder.js";
import type { ImportReport } from "../dataset/import/ImportReport.js";
import { importCrosswalk } from "../dataset/import/crosswalk/importCrosswalk.js";
import { importEsco } from "../dataset/import/esco/importEsco.js";
import { importOnet } from "../dataset/import/onet/importOnet.js";
import { writeDatasetFolder } from "../dataset/import/writeDatasetFolder.js";
import { showProgress } from "./showProgress.js";

/** `career-graph import onet`: turns a release of O*NET, folder or zip, and OEWS wages where given, into a dataset folder. */
export async function runImportOnet(
  folder: string,
  { out, wages }: { out: string; wages?: readonly string[] },
): Promise<void> {
  await runImport(out, (onProgress) => importOnet(folder, wages ?? [], onProgress));
}

/** `career-graph import esco`: turns a release of ESCO, in the zips that it is published in, into a dataset folder. */
export async function runImportEsco(
  folder: string,
  { out, languages }: { out: string; languages?: readonly string[] },
): Promise<void> {
  await assertFolder(folder);
  await runImport(out, (onProgress) => importEsco(folder, languages, onProgress));
}

/** `career-graph import crosswalk`: turns the crosswalk between O*NET and ESCO into a folder of matches. */
export async function runImportCrosswalk(
  file: string,
  { out, beside = [] }: { out: string; beside?: readonly string[] },
): Promise<void> {
  await runImport(out, () => importCrosswalk(file, beside));
}

/** Says once that the folder is not there, and not of each of its tables. */
async function assertFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new Error(`${folder}: There is no such folder. Name the folder that holds the release.`);
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
      `Wrote ${out}${replaced ? ", in the place of an earlier import" : ""}; its import-report.txt lists every row left out. Serve it with DATASET=${out} npm start.`,
    );
  } finally {
    progress.end();
  }
}
