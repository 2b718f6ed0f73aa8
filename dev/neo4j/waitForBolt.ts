import { setTimeout as sleep } from "node:timers/promises";
import neo4j from "neo4j-driver";

/**
 * Waits until a Neo4j answers a query over Bolt.
 * @param exited rejects when the server has ended, so that the wait ends, too
 * @param deadline milliseconds to wait at most
 */
export async function waitForBolt(
  address: { readonly uri: string; readonly username: string; readonly password: string },
  exited: Promise<never>,
  deadline = 120_000,
): Promise<void> {
  const until = Date.now() + deadline;
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
    connectionTimeout: 1000,
    connectionAcquisitionTimeout: 2000,
  });
  try {
    for (;;) {
      try {
        await Promise.race([driver.executeQuery("RETURN 1 AS one"), exited]);
        return;
      } catch (error) {
        if (error instanceof ServerExitedError) throw error;
        if (Date.now() > until) {
          throw new Error(`Neo4j did not answer at ${address.uri} within ${deadline / 1000} s.`, { cause: error });
        }
      }
      await Promise.race([sleep(100), exited]);
    }
  } finally {
    await driver.close();
  }
}

/** The server ended before it answered. */
export class ServerExitedError extends Error {
  override readonly name = "ServerExitedError";
}
