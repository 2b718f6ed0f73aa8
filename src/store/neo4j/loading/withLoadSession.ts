import type { Neo4jAddress } from "../Neo4jAddress.js";
import { LoadSession } from "./LoadSession.js";

/** Does work in a session that is closed afterwards, whatever comes of it. */
export async function withLoadSession<T>(address: Neo4jAddress, work: (load: LoadSession) => Promise<T>): Promise<T> {
  const load = new LoadSession(address);
  try {
    return await work(load);
  } finally {
    await load.close();
  }
}
