import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { millisecondsOf, quantile, told } from "./figures.js";
import { type Figure, leftOut, type Section } from "./Section.js";
import { ask, startServer } from "./startServer.js";

const COMMAND = "dist/cli/career-graph.js";
const ROUNDS = 5;

/** Where the publisher's files lie, outside the repository. */
const ONET = "../shared/data/onet";

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

/** From the start of the process to the first answer. */
export async function coldStart(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "cold-start-"));
  try {
    const figures = [await firstAnswer("seed", DATASETS.seed)];
    if (existsSync(ONET)) {
      const onet = join(folder, "onet");
      await promisify(execFile)(process.execPath, [COMMAND, "import", "onet", ONET, "--out", onet]);
      figures.push(await firstAnswer(onet, DATASETS.onet));
    } else {
      figures.push(leftOut(DATASETS.onet.what, "its files are not there"));
    }
    return {
      title: "Cold start",
      how: `\`career-graph serve\`, built, embedded store: from the start of the process to the answer of a path over HTTP; median and worst of ${ROUNDS}.`,
      figures,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
