import { formatProblems } from "../dataset/formatProblems.js";
import { readDataset } from "../dataset/readDataset.js";
import { readConfig } from "../server/Config.js";
import { loadDataset } from "../store/neo4j/loading/loadDataset.js";
import { formatLoadSummary } from "./formatLoadSummary.js";
import { neo4jOfEnvironment } from "./runRevisions.js";
import { showProgress } from "./showProgress.js";

/**
 * `career-graph load`: validates dataset folders, loads them into Neo4j and tells what that changed.
 * @throws Error where no Neo4j is configured, the dataset has problems or the load fails
 */
export async function runLoad(folders: readonly string[]): Promise<void> {
  const config = readConfig(process.env);
  const address = neo4jOfEnvironment();
  const { dataset, problems, notices } = await readDataset(folders.length > 0 ? folders : config.dataset);
  if (dataset === null) throw new Error(formatProblems(problems));
  if (notices.length > 0) console.warn(formatProblems(notices, "notice"));
  const progress = showProgress(process.stderr);
  try {
    const summary = await loadDataset(dataset, address, { onProgress: progress.show });
    progress.end();
    console.log(formatLoadSummary(summary));
  } finally {
    progress.end();
  }
}
