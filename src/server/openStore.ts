import { formatProblems } from "../dataset/formatProblems.js";
import { readDataset } from "../dataset/readDataset.js";
import type { CareerStore } from "../store/CareerStore.js";
import { EmbeddedStore } from "../store/embedded/EmbeddedStore.js";
import type { Config } from "./Config.js";

/** The dataset has problems; the message lists all of them. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
}

/**
 * Opens the configured store: Neo4j if its address is set, otherwise the dataset files in memory.
 * @throws DatasetError if the dataset files have problems
 */
export async function openStore(config: Config): Promise<CareerStore> {
  if (config.neo4j !== null) {
    // Imported only here, because loading the driver is slow and the embedded store does not need it.
    const { Neo4jStore } = await import("../store/neo4j/Neo4jStore.js");
    return new Neo4jStore(config.neo4j);
  }
  const { dataset, problems, notices } = await readDataset(config.dataset);
  if (dataset === null) throw new DatasetError(formatProblems(problems));
  if (notices.length > 0) process.stderr.write(`${formatProblems(notices, "notice")}\n`);
  return new EmbeddedStore(dataset, new Date());
}
