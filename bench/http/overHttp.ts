import { environmentFor, loadFolder, NoNeo4jError, withNeo4j } from "../neo4j/withNeo4j.js";
import { type Figure, leftOut, type Section } from "../Section.js";
import { withOnet } from "../withOnet.js";
import { againstConstants, contractInTurns, EMBEDDED, type Operations, PACE } from "./againstConstants.js";
import { besideSearches } from "./besideSearches.js";

const ON_SEED: Operations = [
  { name: "shortest-path", variables: { from: "Data Scientist", to: "Staff MLE" } },
  { name: "role", variables: { ref: "Staff MLE" } },
];

const ON_ONET: Operations = [
  { name: "shortest-path", variables: { from: "Statisticians", to: "Computer and Information Research Scientists" } },
  { name: "role", variables: { ref: "Data Scientists" } },
];

const HOW = `With all limits, against servers that answer with the same text as a constant: our own stack under graphql-js, our own stack under compiled execution, and mercurius with its compiler and without limits. Rates are the median of ${PACE.rounds} rounds of ${PACE.seconds} s each, in turn, at ${PACE.connections} connections, after ${PACE.warmUpRequests.toLocaleString("en")} requests to warm up. Ratios compare requests per second of the server's processor time. The load comes from another process on the same machine.`;

/** The contract's operations over HTTP. This process sends the load, so that server and load have one core each. */
export async function overHttp(): Promise<Section> {
  return {
    title: "GraphQL over HTTP",
    how: `Embedded store. ${HOW} "All operations of the contract" sends each with all its variables, on the seed alone and on the seed with O*NET. Where searches run beside small queries, a small query asks for a role and its skills, and a heavy search asks for trade-offs and ten paths of least learning.`,
    figures: [...(await onSeed()), ...(await onOnet()), ...(await besideSearches())],
  };
}

export async function onSeed(): Promise<Figure[]> {
  return [...(await againstConstants("seed", EMBEDDED, ON_SEED)), await contractInTurns("seed", EMBEDDED)];
}

export async function onOnet(): Promise<Figure[]> {
  const figures = await withOnet(async (folder) => [
    ...(await againstConstants("O*NET", { ...EMBEDDED, DATASET: folder }, ON_ONET)),
    await contractInTurns("seed and O*NET", { ...EMBEDDED, DATASET: `seed,${folder}` }),
  ]);
  return figures ?? [leftOut("the same on O*NET", "its files are not there")];
}

/** The same operations with the dataset in Neo4j, after the store's cache has been filled. */
export async function overHttpFromNeo4j(): Promise<Section> {
  return {
    title: "GraphQL over HTTP, from Neo4j",
    how: `The seed, loaded into a Neo4j on the same machine. The warm-up fills the cache of the store. ${HOW}`,
    figures: await withNeo4j(null, async (_, server) => {
      await loadFolder("seed", server);
      return againstConstants("seed", environmentFor(server), ON_SEED);
    }).catch((error: unknown) => {
      if (error instanceof NoNeo4jError) return [leftOut("shortest-path and role", error.message)];
      throw error;
    }),
  };
}
