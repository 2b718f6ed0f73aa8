import neo4j from "neo4j-driver";
import { describe } from "@jest/globals";
import { javaForLine } from "../../../dev/neo4j/findJava.js";
import { lineOfVersion } from "../../../dev/neo4j/neo4jLines.js";
import type { Neo4jAddress } from "../../../src/store/neo4j/Neo4jAddress.js";
import { SHARED_NEO4J, type SharedNeo4j } from "./sharedNeo4j.js";
import { testedVersion } from "./testedVersion.js";

const shared = sharedNeo4j();

/** Tests that are skipped if the run has no Neo4j; `sharedNeo4j.ts` has said why. */
export const describeWithNeo4j = "absent" in shared ? describe.skip : describe;

/** Version of the servers that tests start themselves: that of the run. */
export const ownVersion = testedVersion();

const java = await javaForLine(lineOfVersion(ownVersion));
if (java === null && process.env["NEO4J_REQUIRED"] === "1") {
  throw new Error(`NEO4J_REQUIRED=1, but no Java was found that Neo4j ${ownVersion} runs on. Install one.`);
}

/** Tests that freeze and kill a server, which must be a process of their own: skipped if no Java fits. */
export const describeWithOwnServer = java === null ? describe.skip : describe;

/** The Neo4j that all tests of a run share, one after another. */
export function sharedAddress(): Neo4jAddress {
  if ("absent" in shared) throw new Error(shared.absent);
  return { ...shared, database: null };
}

function sharedNeo4j(): SharedNeo4j {
  const shared = process.env[SHARED_NEO4J];
  if (shared === undefined) throw new Error("These tests need a Neo4j: run them by `npm run test:neo4j -- FILE`.");
  return JSON.parse(shared) as SharedNeo4j;
}

/** Rows of any statement, to look at the database without the store. Integers are returned as numbers. */
export async function cypher(
  address: Neo4jAddress,
  text: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
    disableLosslessIntegers: true,
  });
  try {
    const { records } = await driver.executeQuery(text, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

/**
 * Empties the database batch by batch, relationships first, because one source may be cited a hundred thousand times. Constraints and
 * indexes stay.
 */
export async function erase(address: Neo4jAddress): Promise<void> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
  const session = driver.session();
  try {
    await session.run("MATCH ()-[joined]->() CALL (joined) { DELETE joined } IN TRANSACTIONS OF 20000 ROWS");
    await session.run("MATCH (node) CALL (node) { DELETE node } IN TRANSACTIONS OF 20000 ROWS");
  } finally {
    await session.close();
    await driver.close();
  }
}
