import { millisecondsOf, quantile, told } from "./figures.js";
import { type Figure, leftOut, type Section } from "./Section.js";
import { ask, startServer } from "./startServer.js";
import { withOnet } from "./withOnet.js";

const COMMAND = "dist/cli/career-graph.js";
const ROUNDS = 5;

const DATASETS = {
  seed: {
    what: "the seed dataset",
    query: `{ shortestPath(from: "Data Scientist", to: "Staff MLE") { summary } }`,
  },
  onet: {
    what: "O*NET, imported",
    query: `{ shortestPath(from: "Software Developers", to: "Computer and Information Systems Managers") { summary } }`,
  },
};

/** The time from the start of the process to its first answer. */
export async function coldStart(): Promise<Section> {
  const ofSeed = await firstAnswer("seed", DATASETS.seed);
  const ofOnet = await withOnet((folder) => firstAnswer(folder, DATASETS.onet));
  return {
    title: "Cold start",
    how: `The time from the start of the process, \`career-graph serve\` with the embedded store, to its first answer to a path query over HTTP. Median and worst of ${ROUNDS} starts.`,
    figures: [ofSeed, ofOnet ?? leftOut(DATASETS.onet.what, "its files are not there")],
  };
}

async function firstAnswer(dataset: string, { what, query }: { what: string; query: string }): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let stop = (): Promise<void> => Promise.resolve();
    try {
      times.push(
        await millisecondsOf(async () => {
          const server = await startServer(COMMAND, ["serve"], { DATASET: dataset, PORT: "0", NEO4J_URI: "" });
          stop = () => server.stop();
          const answer = await ask(server.url, JSON.stringify({ query }));
          if (!JSON.stringify(answer).includes("summary")) throw new Error(`No path: ${JSON.stringify(answer)}`);
        }),
      );
    } finally {
      await stop();
    }
  }
  return { what, ours: `${told(quantile(times, 0.5))}, worst ${told(Math.max(...times))}`, rival: "", ratio: "" };
}
