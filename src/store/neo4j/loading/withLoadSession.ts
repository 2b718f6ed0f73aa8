import type { Neo4jAddress } from "../Neo4jAddress.js";
import { LoadSession } from "./LoadSession.js";

/**
 * Runs work in a session, and closes the session afterwards in any case.
 * @param patient whether to wait if Neo4j is unavailable at first, for example because it is restarting
 * @throws Neo4jUnavailableError at once if Neo4j is unavailable and `patient` is false
 */
export async function withLoadSession<T>(
  address: Neo4jAddress,
  work: (load: LoadSession) => Promise<T>,
  patient = false,
): Promise<T> {
  const load = new LoadSession(address);
  try {
    if (!patient) await load.assertReachable();
    return await work(load);
  } finally {
    await load.close();
  }
}
