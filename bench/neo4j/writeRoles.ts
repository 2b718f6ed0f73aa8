import type { Driver } from "neo4j-driver";
import type { Network } from "../../src/paths/network/Network.js";
import { batches } from "../../src/store/neo4j/loading/batches.js";
import { stepsOf } from "../graph/steps.js";

/** Rows per transaction. */
const BATCH = 10_000;

/**
 * Writes the roles and transitions of a network into an empty Neo4j as the simplest graph that it can search: nodes with an id under a
 * unique constraint and relationships with months, without sources or other kinds of nodes.
 */
export async function writeRoles(driver: Driver, network: Network): Promise<void> {
  await driver.executeQuery("CREATE CONSTRAINT role_id FOR (role:Role) REQUIRE role.id IS UNIQUE");
  const { roleIds, titles } = network.columns;
  const roles = roleIds.map((id, role) => ({ id, title: titles[role]! }));
  await inBatches(driver, "UNWIND $rows AS row CREATE (:Role {id: row.id, title: row.title})", roles);
  await inBatches(
    driver,
    `UNWIND $rows AS row
     MATCH (from:Role {id: row.from})
     MATCH (to:Role {id: row.to})
     CREATE (from)-[:LEADS_TO {months: toInteger(row.months)}]->(to)`,
    stepsOf(network),
  );
  // Without statistics, Neo4j would plan statements for an empty graph.
  await driver.executeQuery("CALL db.resampleOutdatedIndexes()");
  await driver.executeQuery("CALL db.awaitIndexes()");
  await driver.executeQuery("CALL db.clearQueryCaches()");
}

async function inBatches(driver: Driver, text: string, all: Iterable<object>): Promise<void> {
  for (const rows of batches(all, BATCH)) await driver.executeQuery(text, { rows });
}
