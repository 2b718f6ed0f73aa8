import type { Neo4jAddress } from "../Neo4jAddress.js";
import { LoadSession } from "./LoadSession.js";

/**
 * Does work in a session that is closed afterwards, whatever comes of it.
 * @param patient whether Neo4j may be away at first, for instance because it is started anew
 * @throws Neo4jUnavailableError at once where it is away and may not be
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
