import neo4j from "neo4j-driver";
import { describe, inject } from "vitest";
import type { Neo4jAddress } from "../../../src/store/neo4j/Neo4jAddress.js";

const shared = inject("sharedNeo4j");

/** Tests that are skipped where the run has no Neo4j; `sharedNeo4j.ts` has said why. */
export const describeWithNeo4j = describe.skipIf("absent" in shared);

/** The Neo4j that all tests of a run share, one after another. */
export function sharedAddress(): Neo4jAddress {
  if ("absent" in shared) throw new Error(shared.absent);
  return { ...shared, database: null };
}

/** Rows of any statement, for a look at the database beside the store. Integers come as numbers. */
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

/** Empties the database: small graphs alone, for it takes one transaction. Constraints and indexes stay. */
export async function erase(address: Neo4jAddress): Promise<void> {
  await cypher(address, "MATCH (node) DETACH DELETE node");
}
