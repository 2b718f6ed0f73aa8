import { realpath } from "node:fs/promises";
import { formatProblems } from "../dataset/formatProblems.js";
import { BANDS, LEAST_SIMILARITY } from "../dataset/infer/closenessOfSimilarity.js";
import { inferTransitions, MOST_INFERRED } from "../dataset/infer/inferTransitions.js";
import { isTuned, measureSimilarity } from "../dataset/infer/measureSimilarity.js";
import { isInferred, writeInferred } from "../dataset/infer/writeInferred.js";
import { readDataset } from "../dataset/readDataset.js";
import { showProgress } from "./showProgress.js";

/**
 * `career-graph infer`: copies a dataset folder and adds transitions between roles that need similar skills. If sources relate roles, it also
 * prints how well the inferred transitions agree with them.
 * @throws Error if the dataset has problems or inferred transitions, or the output folder has other content
 */
export async function runInfer(folder: string, { out }: { out: string }): Promise<void> {
  const { dataset, problems } = await readDataset([folder]);
  if (dataset === null) throw new Error(formatProblems(problems));
  if (isInferred(dataset.name)) {
    throw new Error(`${folder} already contains inferred transitions. Name the folder that they were inferred from.`);
  }
  if ((await realpath(folder)) === (await realpath(out).catch(() => null))) {
    throw new Error(`${out} is the input folder. Name another folder to write to.`);
  }
  const progress = showProgress(process.stderr, "roles");
  try {
    const transitions = inferTransitions(dataset, (done, total) =>
      progress.show({ step: "Comparing roles", done, total }),
    );
    const measure = measureSimilarity(dataset, MOST_INFERRED, (roleId) => !isTuned(roleId));
    const from = new Set(transitions.map((transition) => transition.from)).size;
    const report = [
      `Inferred transitions: ${transitions.length}, from ${from} of ${dataset.roles.length} roles.`,
      `  Connects roles with a similarity of at least ${LEAST_SIMILARITY} (Dice coefficient of the needed skills; rare skills count more), ` +
        `at most ${MOST_INFERRED} per role. Skips roles from which a source already states or relates a transition.`,
      ...BANDS.map(({ closeness, from: least }) => {
        const pairs = transitions.filter((transition) => transition.closeness === closeness).length;
        const band = measure?.bands[closeness];
        const precision =
          band === undefined
            ? ""
            : `; of ${band.pairs} such pairs ${percent(band.precision)} are related by the source too`;
        return `  ${closeness}, from a similarity of ${least}: ${pairs}${precision}.`;
      }),
      measure === null
        ? "  No source relates roles in this dataset, so the quality cannot be measured; docs/datasets.md has figures for O*NET."
        : `  Against the roles that the source relates, measured on the ${measure.roles} roles that were not used for tuning: precision at 10 is ` +
          `${percent(measure.precisionAt10)} (by chance ${percent(measure.byChance)}), recall at 10 is ${percent(measure.recallAt10)}.`,
      "",
    ].join("\n");
    const replaced = await writeInferred(folder, out, transitions, report);
    progress.end();
    console.log(
      `${report}\nWrote ${out}${replaced ? ", replacing an earlier run" : ""}. Serve it with DATASET=${out} npm start.`,
    );
  } finally {
    progress.end();
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
