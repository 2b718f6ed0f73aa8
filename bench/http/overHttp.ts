import { readDataset } from "../../src/dataset/readDataset.js";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import { environmentFor, NoNeo4jError, withNeo4j } from "../neo4j/withNeo4j.js";
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

const HOW = `Worked out anew with all limits on, against servers that answer the same text as a constant: our own stack, under graphql-js and under compiled execution, and mercurius with its compiler and without limits. Rates are the median of ${PACE.rounds} rounds of ${PACE.seconds} s each in turn at ${PACE.connections} connections, after ${PACE.warmUpRequests.toLocaleString("en")} requests to warm up; ratios are those of requests for each second of the server's processor time. The load comes from another process on the same machine.`;

/** The contract's operations over HTTP, from this process, so that server and load have a core each. */
export async function overHttp(): Promise<Section> {
  return {
    title: "GraphQL over HTTP",
    how: `Embedded store. ${HOW} The contract's operations are asked with all their variables, on the seed alone and on seed and O*NET together. Beside searches, a small query asks a role and its skills, a heavy search for trade-offs and ten paths of least learning.`,
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

/** The same operations where the dataset is in Neo4j, once what they read has been read. */
export async function overHttpFromNeo4j(): Promise<Section> {
  return {
    title: "GraphQL over HTTP, from Neo4j",
    how: `Seed dataset, loaded into a Neo4j on the same machine; the warm-up fills the cache of the store. ${HOW}`,
    figures: await withNeo4j(null, async (_, server) => {
      const { dataset, problems } = await readDataset(["seed"]);
      if (dataset === null) throw new Error(problems.map(({ message }) => message).join(" "));
      await loadDataset(dataset, { ...server, database: null });
      return againstConstants("seed", environmentFor(server), ON_SEED);
    }).catch((error: unknown) => {
      if (error instanceof NoNeo4jError) return [leftOut("shortest-path and role", error.message)];
      throw error;
    }),
  };
}
