import { readFileSync } from "node:fs";
import { quantile, told } from "../figures.js";
import { environmentFor, loadFolder, NoNeo4jError, withNeo4j } from "../neo4j/withNeo4j.js";
import { type Figure, leftOut, type Section } from "../Section.js";
import { BENCH_SERVER, roleIdsOf, startServer } from "../startServer.js";
import { withOnet } from "../withOnet.js";
import { HttpLoad } from "./HttpLoad.js";

const CLIENTS = 64;
const REQUESTS_EACH = 2;
const BURSTS = 5;

/** Neighborhoods of two hops that many clients ask for at once, from a service over Neo4j. */
export async function neighborhoodsFromNeo4j(): Promise<Section> {
  return {
    title: "Neighborhoods of two hops, from Neo4j",
    how: `O*NET, loaded into a Neo4j on the same machine. ${CLIENTS} clients start at the same moment. Each asks for ${REQUESTS_EACH} neighborhoods with depth 2 and limit 100, one after the other, without response cache. The service is restarted before each of ${BURSTS} bursts. Server, Neo4j and clients share the machine.`,
    figures: await withNeo4j(null, async (_, server) => {
      const figures = await withOnet(async (folder) => {
        await loadFolder(folder, server);
        return inBursts(environmentFor(server));
      });
      return figures ?? [leftOut("neighborhoods", "the files of O*NET are not there")];
    }).catch((error: unknown) => {
      if (error instanceof NoNeo4jError) return [leftOut("neighborhoods", error.message)];
      throw error;
    }),
  };
}

async function inBursts(store: NodeJS.ProcessEnv): Promise<Figure[]> {
  const query = readFileSync("schema/operations/neighborhood.graphql", "utf8");
  const figures: Figure[] = [];
  for (let burst = 1; burst <= BURSTS; burst++) {
    const server = await startServer(BENCH_SERVER, [], { ...store, RESPONSE_CACHE_MB: "0" });
    const load = new HttpLoad(new URL(server.url), CLIENTS);
    try {
      const ids = await roleIdsOf(server.url);
      await load.connect();
      const answers = await Promise.all(
        Array.from({ length: CLIENTS }, async (_, client) => {
          const own = [];
          for (let request = 0; request < REQUESTS_EACH; request++) {
            const id = ids[(client + request * CLIENTS + burst * 7) % ids.length];
            own.push(await load.post(JSON.stringify({ query, variables: { id, depth: 2, limit: 100 } })));
          }
          return own;
        }),
      );
      const all = answers.flat();
      const served = all.filter(({ status }) => status === 200).map(({ milliseconds }) => milliseconds);
      const refused = all.filter(({ status }) => status === 503).length;
      figures.push({
        what: `burst ${burst}: ${all.length} requests`,
        ours: `${served.length} answered (${Math.round((100 * served.length) / all.length)} %), half within ${told(quantile(served, 0.5))}, all within ${told(quantile(served, 1))}; ${refused} refused (503); ${all.length - served.length - refused} others`,
        rival: "",
        ratio: "",
      });
    } finally {
      load.close();
      await server.stop();
    }
  }
  return figures;
}
