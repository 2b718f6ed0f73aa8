import { isNativeError } from "node:util/types";
import neo4j from "neo4j-driver";
import { startNeo4j } from "../../../dev/neo4j/startNeo4j.js";
import type { Neo4jAddress } from "../../../src/store/neo4j/Neo4jAddress.js";
import { Neo4jStore } from "../../../src/store/neo4j/Neo4jStore.js";
import { testedVersion } from "./testedVersion.js";

/** Where the shared server of a test run answers, or why there is none. */
export type SharedNeo4j =
  { readonly uri: string; readonly username: string; readonly password: string } | { readonly absent: string };

/** Environment variable in which the set-up of a run passes the server to its tests, as JSON. */
export const SHARED_NEO4J = "SHARED_NEO4J";

let stop = async (): Promise<void> => {};

/**
 * One Neo4j for all tests of a run: that of `NEO4J_URI` if set (it must be empty, because the tests erase it); otherwise, one of the
 * run's release line, started with Docker, or with Java and Maven. If none can be started, its tests are skipped with a message that says
 * how to get one; with `NEO4J_REQUIRED=1`, the run fails instead.
 */
export async function startSharedNeo4j(): Promise<void> {
  process.env[SHARED_NEO4J] = JSON.stringify(await findOrStart());
}

/** Stops the server if the set-up started it. */
export async function stopSharedNeo4j(): Promise<void> {
  await stop();
}

async function findOrStart(): Promise<SharedNeo4j> {
  const uri = process.env["NEO4J_URI"];
  if (uri !== undefined && uri !== "") {
    const address = {
      uri,
      username: process.env["NEO4J_USERNAME"] ?? "neo4j",
      password: process.env["NEO4J_PASSWORD"] ?? "",
    };
    await refuseUnlessEmpty(address);
    return address;
  }
  try {
    const server = await startNeo4j({ version: testedVersion(), cacheDir: ".neo4j", say: console.log });
    stop = () => server.stop();
    const address = { uri: server.uri, username: server.username, password: server.password };
    await prepare({ ...address, database: null });
    return address;
  } catch (error) {
    const absent = isNativeError(error) ? error.message : String(error);
    if (process.env["NEO4J_REQUIRED"] === "1") throw new Error(`NEO4J_REQUIRED=1, but: ${absent}`, { cause: error });
    console.warn(`The tests over Neo4j are skipped. ${absent} Or set NEO4J_URI to an empty Neo4j.`);
    return { absent };
  }
}

/** Otherwise, the first tests would meet the deadlines of a service with a server that has just started. */
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
