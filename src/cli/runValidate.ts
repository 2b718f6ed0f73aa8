import { formatProblems } from "../dataset/formatProblems.js";
import { readDataset } from "../dataset/readDataset.js";
import { readConfig } from "../server/Config.js";

/** `career-graph validate`: prints the problems of dataset folders and fails, or a summary if there are none. */
export async function runValidate(folders: readonly string[]): Promise<void> {
  const checked = folders.length > 0 ? folders : readConfig(process.env).dataset;
  const { dataset, problems, notices } = await readDataset(checked);
  if (dataset === null) throw new Error(formatProblems(problems));
  if (notices.length > 0) console.warn(formatProblems(notices, "notice"));
  console.log(
    `${checked.join(", ")}: no problems. ${dataset.name} ${dataset.version}: ${dataset.roles.length} roles, ` +
      `${dataset.transitions.length} transitions, ${dataset.skills.length} skills, ${dataset.sources.length} sources; revision ${dataset.revision}.`,
  );
}
