import { readFileSync } from "node:fs";
import { readDataset } from "../../src/dataset/readDataset.js";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import { perSecond } from "../figures.js";
import { environmentFor, NoNeo4jError, withNeo4j } from "../neo4j/withNeo4j.js";
import { type Figure, leftOut, type Section } from "../Section.js";
import { ask, BENCH_SERVER, type BenchServer, startServer } from "../startServer.js";
import { besideSearches } from "./besideSearches.js";
import { figuresAgainst, load, loadInTurns } from "./load.js";

const PACE = { connections: 10, warmUpSeconds: 5, rounds: 5, seconds: 3 };

const OPERATIONS = [
  { name: "shortest-path", variables: { from: "Data Scientist", to: "Staff MLE" } },
  { name: "role", variables: { ref: "Staff MLE" } },
] as const;

/** The dataset asked, and no Neo4j, whatever the environment of the benchmark names. */
const EMBEDDED = { DATASET: "seed", NEO4J_URI: "" };

const HOW = `The rival is the same server over the embedded store, without response cache, whose root field answers a constant of the same shape and whose other fields read properties. Median of ${PACE.rounds} rounds of ${PACE.seconds} s each in turn at ${PACE.connections} connections, after ${PACE.warmUpSeconds} s to warm up; the load comes from another process on the same machine.`;

/** The contract's shortest-path and role operations over HTTP, from this process, so that server and load have a core each. */
export async function overHttp(): Promise<Section> {
  return {
    title: "GraphQL over HTTP",
    how: `Embedded store, seed dataset. ${HOW} Beside searches, a small query asks a role and its skills, a heavy search for trade-offs and ten paths of least learning.`,
    figures: [...(await figuresOf(EMBEDDED)), ...(await besideSearches())],
  };
}

/** The same operations where the dataset is in Neo4j, once what they read has been read. */
export async function overHttpFromNeo4j(): Promise<Section> {
  return {
    title: "GraphQL over HTTP, from Neo4j",
    how: `Seed dataset, loaded into a Neo4j on the same machine; the warm-up fills the cache of the store. ${HOW}`,
    figures: await withNeo4j(null, async (_, server) => {
      const { dataset, problems } = await readDataset(["seed"]);
      if (dataset === null) throw new Error(problems.map(({ message }) => message).join(" "));
      await loadDataset(dataset, { ...server, database: null });
      return figuresOf(environmentFor(server));
    }).catch((error: unknown) => {
      if (error instanceof NoNeo4jError) return [leftOut("shortest-path and role", error.message)];
      throw error;
    }),
  };
}

/** Figures of both operations, with the store that the environment of a server names. */
async function figuresOf(store: NodeJS.ProcessEnv): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, variables } of OPERATIONS) {
    const body = JSON.stringify({ query: readFileSync(`schema/operations/${name}.graphql`, "utf8"), variables });
    const started: BenchServer[] = [];
    const start = async (environment: NodeJS.ProcessEnv, ...words: string[]): Promise<BenchServer> => {
      const server = await startServer(BENCH_SERVER, words, environment);
      started.push(server);
      return server;
    };
    try {
      const real = await start({ ...store, RESPONSE_CACHE_MB: "0" });
      const cached = await start({ ...store, RESPONSE_CACHE_MB: "" });
      const answer = await ask(real.url, body);
      const constant = await start({ ...EMBEDDED, RESPONSE_CACHE_MB: "0" }, JSON.stringify(answer.data));
      if (JSON.stringify(await ask(constant.url, body)) !== JSON.stringify(answer)) {
        throw new Error(`The constant server answers ${name} differently.`);
      }
      const bodies = [body];
      const rates = await loadInTurns(
        { anew: { ...real, bodies }, rival: { ...constant, bodies }, cached: { ...cached, bodies } },
        PACE,
      );
      figures.push(...figuresAgainst(name, rates, "a constant: ", (ratio) => `${ratio.toFixed(2)} of its rate`));
      for (const connections of [1, 16, 64]) {
        for (const [how, server] of [
          ["worked out anew", real],
          ["from the response cache", cached],
        ] as const) {
          const at = await load(server.url, [body], connections, PACE.seconds);
          figures.push({
            what: `${name}, ${how}, ${connections} connection${connections > 1 ? "s" : ""}`,
            ours: `${perSecond(at.perSecond)}, 99 % within ${at.p99} ms`,
            rival: "",
            ratio: "",
          });
        }
      }
    } finally {
      await Promise.all(started.map((server) => server.stop()));
    }
  }
  return figures;
}
