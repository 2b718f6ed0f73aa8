import { isNativeError } from "node:util/types";
import neo4j, { type Driver } from "neo4j-driver";
import type { DevelopmentNeo4j, Plugin, StartOptions } from "../../dev/neo4j/DevelopmentNeo4j.js";
import { startNeo4j } from "../../dev/neo4j/startNeo4j.js";
import { readDataset } from "../../src/dataset/readDataset.js";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";

/** No Neo4j could be started. The message says what is missing and how to get it. */
export class NoNeo4jError extends Error {
  override readonly name = "NoNeo4jError";
}

/**
 * Starts an empty Neo4j with enough memory for the whole graph, does some work over it, and stops it even if the work fails.
 * @throws NoNeo4jError if it cannot be started
 */
export async function withNeo4j<Result>(
  plugin: Plugin | null,
  work: (driver: Driver, server: DevelopmentNeo4j) => Promise<Result>,
  heap = "2g",
): Promise<Result> {
  const options: StartOptions = { cacheDir: ".neo4j", heap, pageCache: "2g", say: (line) => console.error(line) };
  const server = await startNeo4j(plugin === null ? options : { ...options, plugin }).catch((error: unknown) => {
    throw new NoNeo4jError(isNativeError(error) ? error.message : String(error), { cause: error });
  });
  try {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
    try {
      return await work(driver, server);
    } finally {
      await driver.close();
    }
  } finally {
    await server.stop();
  }
}

/** Loads a folder as `career-graph load` does. @throws Error if the dataset has problems */
export async function loadFolder(folder: string, server: DevelopmentNeo4j): Promise<void> {
  const { dataset, problems } = await readDataset([folder]);
  if (dataset === null) throw new Error(problems.map(({ message }) => message).join(" "));
  await loadDataset(dataset, { ...server, database: null });
}

/** The environment variables with which a service uses this server, whatever the environment of the benchmark configures. */
export function environmentFor({ uri, username, password }: DevelopmentNeo4j): NodeJS.ProcessEnv {
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: "" };
}

/** The rows that a statement returns, read in its own session. */
export async function rowsOf(
  driver: Driver,
  text: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    return (await session.run(text, parameters)).records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}
