import { quantile, told } from "../figures.js";
import { type Figure, leftOut } from "../Section.js";
import { BENCH_SERVER, roleIdsOf, startServer } from "../startServer.js";
import { withOnet } from "../withOnet.js";
import { HttpLoad } from "./HttpLoad.js";

const SECONDS = { warmUp: 3, alone: 5, beside: 8 };

/** How many clients send small queries, and how many send heavy searches beside them, each one at a time. */
const MIXES = [
  { what: "1 client with small queries beside 4 with heavy searches", small: 1, heavy: 4 },
  { what: "4 clients with small queries beside 1 with heavy searches", small: 4, heavy: 1 },
];

/** How long small queries take alone and beside heavy searches, on the seed and on O*NET. */
export async function besideSearches(): Promise<Figure[]> {
  const onSeed = await figuresOn("seed", "seed");
  const onOnet = await withOnet((folder) => figuresOn("O*NET", folder));
  return [...onSeed, ...(onOnet ?? [leftOut("the same on O*NET", "its files are not there")])];
}

async function figuresOn(name: string, dataset: string): Promise<Figure[]> {
  const server = await startServer(BENCH_SERVER, [], { DATASET: dataset, NEO4J_URI: "", RESPONSE_CACHE_MB: "0" });
  const load = new HttpLoad(new URL(server.url), 50);
  try {
    const ids = await roleIdsOf(server.url);
    let turn = 0;
    const id = (step: number): string => ids[(turn * step + step) % ids.length]!;
    const small = (): string => {
      turn++;
      return JSON.stringify({ query: `{ role(ref: "${id(1)}") { title skills { skill { name } } } }` });
    };
    const heavy = (): string => {
      turn++;
      return JSON.stringify({
        query: `{ tradeoffs(from: "${id(1)}", to: "${id(5)}", limit: 20) { outcome } paths(from: "${id(1)}", to: "${id(3)}", objective: LEAST_LEARNING, limit: 10) { outcome } }`,
      });
    };
    const figures: Figure[] = [];
    for (const { what, small: clients, heavy: streams } of MIXES) {
      await load.closed(clients, SECONDS.warmUp, small);
      const alone = (await load.closed(clients, SECONDS.alone, small)).byStatus.get(200) ?? [];
      const [answers, searches] = await Promise.all([
        load.closed(clients, SECONDS.beside, small),
        load.closed(streams, SECONDS.beside, heavy),
      ]);
      const beside = answers.byStatus.get(200) ?? [];
      const [p50, p99] = [0.5, 0.99].map((share) => quantile(beside, share)) as [number, number];
      const [p50Alone, p99Alone] = [0.5, 0.99].map((share) => quantile(alone, share)) as [number, number];
      const others = [...answers.byStatus]
        .filter(([status]) => status !== 200)
        .reduce((sum, [, { length }]) => sum + length, 0);
      figures.push({
        what: `${name}: ${what} (${searches.byStatus.get(200)?.length ?? 0} searches)`,
        ours: `half within ${told(p50)}, 99 % within ${told(p99)}${others > 0 ? `, ${others} refused` : ""}`,
        rival: `alone: ${told(p50Alone)}, ${told(p99Alone)}`,
        ratio: `99 % within ${(p99 / p99Alone).toFixed(1)} times as long`,
      });
    }
    return figures;
  } finally {
    load.close();
    await server.stop();
  }
}
