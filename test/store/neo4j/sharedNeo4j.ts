import neo4j from "neo4j-driver";
import type { TestProject } from "vitest/node";
import { startNeo4j } from "../../../src/neo4j-dev/startNeo4j.js";
import type { Neo4jAddress } from "../../../src/store/neo4j/Neo4jAddress.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";

/** Where the shared server of a test run answers; or why there is none. */
export type SharedNeo4j =
  { readonly uri: string; readonly username: string; readonly password: string } | { readonly absent: string };

declare module "vitest" {
  interface ProvidedContext {
    /** The line of Neo4j that the project tests. */
    neo4jVersion: string;
    sharedNeo4j: SharedNeo4j;
  }
}

/**
 * One Neo4j for all tests of a project: that of `NEO4J_URI` if set (it must be empty, for the tests erase it), else one of the
 * project's line, started by Docker, else by Java and Maven. Where none can be had, its tests are skipped with a line that says
 * how to get one, and with `NEO4J_REQUIRED=1` the run fails instead.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const uri = process.env["NEO4J_URI"];
  if (uri !== undefined && uri !== "") {
    const address = {
      uri,
      username: process.env["NEO4J_USERNAME"] ?? "neo4j",
      password: process.env["NEO4J_PASSWORD"] ?? "",
    };
    await refuseUnlessEmpty(address);
    project.provide("sharedNeo4j", address);
    return undefined;
  }
  const { neo4jVersion: version } = project.getProvidedContext();
  try {
    const server = await startNeo4j({ version, cacheDir: ".neo4j", say: console.log });
    const address = { uri: server.uri, username: server.username, password: server.password };
    project.provide("sharedNeo4j", address);
    await prepare({ ...address, database: null });
    return () => server.stop();
  } catch (error) {
    const absent = error instanceof Error ? error.message : String(error);
    if (process.env["NEO4J_REQUIRED"] === "1") throw new Error(`NEO4J_REQUIRED=1, but: ${absent}`, { cause: error });
    console.warn(`The tests over Neo4j are skipped. ${absent} Or set NEO4J_URI to an empty Neo4j.`);
    project.provide("sharedNeo4j", { absent });
    return undefined;
  }
}

/** Without this the first tests would meet the deadlines of a service with a server that has just started. */
async function prepare(address: Neo4jAddress): Promise<void> {
  const store = new Neo4jStore(address);
  await store.prepare();
  await store.close();
}

async function refuseUnlessEmpty(address: { uri: string; username: string; password: string }): Promise<void> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
  try {
    const { records } = await driver.executeQuery("MATCH (node) RETURN count(node) AS nodes");
    const nodes = Number(records[0]?.get("nodes"));
    if (nodes > 0) {
      throw new Error(
        `The Neo4j at NEO4J_URI holds ${nodes} nodes, and the tests would erase them. Point it at an empty one.`,
      );
    }
  } finally {
    await driver.close();
  }
}
