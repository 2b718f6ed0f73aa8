import { existsSync, readFileSync } from "node:fs";
import { perSecond, quantile, told } from "../figures.js";
import { processorTime } from "../processorTime.js";
import { type Figure, leftOut } from "../Section.js";
import { ask, BENCH_SERVER, type BenchServer, startServer } from "../startServer.js";
import { contractMix } from "./contractMix.js";
import { HttpLoad } from "./HttpLoad.js";

const RIVALS = "bench/rivals";
const MERCURIUS = `${RIVALS}/mercuriusConstant.js`;

/** The warm-up counts requests and not seconds, so that V8 has optimised the code of each server on a busy machine, too. */
export const PACE = { connections: 10, warmUpRequests: 4_000, rounds: 15, seconds: 0.5 };

/** The seed and no Neo4j, whatever the environment of the benchmark configures. */
export const EMBEDDED = { DATASET: "seed", NEO4J_URI: "" };

/** Operations of the contract with their variables. */
export type Operations = readonly { readonly name: string; readonly variables: Readonly<Record<string, string>> }[];

interface Contender extends BenchServer {
  readonly load: HttpLoad;
}

/** For each round, the requests answered per second and per second of the server's processor time. */
interface Rounds {
  readonly perSecond: number[];
  readonly perProcessorSecond: number[];
}

/**
 * Our server, with all limits and without response cache, against servers that answer with the same text as a constant:
 * - *the constant under graphql-js* is our own stack, Fastify, Apollo Server and graphql-js with all limits. The root field returns a
 *   constant of the same shape and all other fields read properties.
 * - *the constant under compiled execution* is the same with compiled execution.
 * - *the limit* is mercurius with its compiler and without our limits. It returns the same constant.
 * Our server is measured as served by default, which compiles these operations, and with graphql-js alone. A ratio compares requests per
 * second of the server's processor time, because other processes disturb that least. If the system does not report that time, it compares
 * requests per second.
 * @param store the variables that configure the store of our server
 */
export async function againstConstants(
  dataset: string,
  store: NodeJS.ProcessEnv,
  operations: Operations,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, variables } of operations) {
    const body = JSON.stringify({ query: readFileSync(`schema/operations/${name}.graphql`, "utf8"), variables });
    const contenders = new Map<string, Contender>();
    const start = async (who: string, script: string, environment: NodeJS.ProcessEnv, ...words: string[]) => {
      const server = await startServer(script, words, environment);
      contenders.set(who, { ...server, load: new HttpLoad(new URL(server.url), PACE.connections) });
    };
    try {
      const anew = { ...store, RESPONSE_CACHE_MB: "0" };
      await start("compiled", BENCH_SERVER, { ...anew, COMPILE: "on" });
      await start("graphql-js", BENCH_SERVER, { ...anew, COMPILE: "off" });
      await start("cached", BENCH_SERVER, { ...store, RESPONSE_CACHE_MB: "" });
      const answer = await ask(contenders.get("compiled")!.url, body);
      const constant = JSON.stringify(answer.data);
      const uncached = { ...EMBEDDED, RESPONSE_CACHE_MB: "0" };
      await start("constant", BENCH_SERVER, { ...uncached, COMPILE: "off" }, constant);
      await start("constantCompiled", BENCH_SERVER, { ...uncached, COMPILE: "on" }, constant);
      if (existsSync(`${RIVALS}/node_modules/mercurius`)) await start("limit", MERCURIUS, {}, constant);
      for (const [who, { url }] of contenders) {
        if (JSON.stringify(await ask(url, body)) !== JSON.stringify(answer)) {
          throw new Error(`The server ${who} answers ${name} differently.`);
        }
      }
      const rounds = await inRounds(contenders, body);
      figures.push(...figuresOf(`${dataset}: ${name}`, rounds));
    } finally {
      for (const { load, stop } of contenders.values()) {
        load.close();
        await stop();
      }
    }
  }
  return figures;
}

/** All operations of the contract with all their variables, in a fixed random order: compiled, and under graphql-js. */
export async function contractInTurns(dataset: string, store: NodeJS.ProcessEnv): Promise<Figure> {
  const rates = new Map<string, number[]>();
  const times: number[] = [];
  const contenders: { readonly who: string; readonly server: BenchServer; readonly load: HttpLoad }[] = [];
  try {
    for (const [who, COMPILE] of [
      ["compiled", "on"],
      ["graphql-js", "off"],
    ] as const) {
      const server = await startServer(BENCH_SERVER, [], { ...store, RESPONSE_CACHE_MB: "0", COMPILE });
      contenders.push({ who, server, load: new HttpLoad(new URL(server.url), PACE.connections) });
      rates.set(who, []);
    }
    const next = contractMix();
    for (const { load } of contenders) await warmUp(load, next);
    for (let round = 0; round < PACE.rounds; round++) {
      for (const { who, server, load } of contenders) {
        const before = processorTime(server.pid);
        const { byStatus } = await load.closed(PACE.connections, PACE.seconds, next);
        const answered = byStatus.get(200) ?? [];
        const used = processorTime(server.pid);
        const seconds = before === null || used === null ? PACE.seconds : (used - before) / 1000;
        rates.get(who)!.push(answered.length / seconds);
        if (who === "compiled") times.push(...answered);
      }
    }
  } finally {
    for (const { load, server } of contenders) {
      load.close();
      await server.stop();
    }
  }
  const [ours, theirs] = [rates.get("compiled")!, rates.get("graphql-js")!];
  const ratio = quantile(
    ours.map((rate, round) => rate / theirs[round]!),
    0.5,
  );
  return {
    what: `${dataset}: all operations of the contract, no cache, compiled`,
    ours: `${Math.round(quantile(ours, 0.5))} per second of processor time, half within ${told(quantile(times, 0.5))}, 99 % within ${told(quantile(times, 0.99))}`,
    rival: `graphql-js: ${Math.round(quantile(theirs, 0.5))} per second of processor time`,
    ratio: `${ratio.toFixed(2)} times its rate`,
  };
}

async function warmUp(load: HttpLoad, next: () => string): Promise<void> {
  for (let answered = 0; answered < PACE.warmUpRequests;) {
    const { byStatus } = await load.closed(PACE.connections, PACE.seconds, next);
    answered += byStatus.get(200)?.length ?? 0;
  }
}

async function inRounds(
  contenders: ReadonlyMap<string, Contender>,
  body: string,
): Promise<ReadonlyMap<string, Rounds>> {
  const rounds = new Map<string, Rounds>(
    [...contenders.keys()].map((who) => [who, { perSecond: [], perProcessorSecond: [] }]),
  );
  for (const { load } of contenders.values()) await warmUp(load, () => body);
  for (let round = 0; round < PACE.rounds; round++) {
    for (const [who, { pid, load }] of contenders) {
      const before = processorTime(pid);
      const { byStatus, seconds } = await load.closed(PACE.connections, PACE.seconds, () => body);
      const after = processorTime(pid);
      const answered = byStatus.get(200)?.length ?? 0;
      const others = [...byStatus.values()].reduce((sum, { length }) => sum + length, 0) - answered;
      if (others > 0) throw new Error(`${who} did not answer ${others} of ${others + answered} requests.`);
      const of = rounds.get(who)!;
      of.perSecond.push(answered / seconds);
      of.perProcessorSecond.push(
        before === null || after === null ? answered / seconds : (1000 * answered) / (after - before),
      );
    }
  }
  return rounds;
}

function figuresOf(what: string, rounds: ReadonlyMap<string, Rounds>): Figure[] {
  const rate = (who: string): string => perSecond(quantile(rounds.get(who)!.perSecond, 0.5));
  const ratio = (who: string, rival: string): string => {
    const theirs = rounds.get(rival)!.perProcessorSecond;
    const ratios = rounds.get(who)!.perProcessorSecond.map((ours, round) => ours / theirs[round]!);
    return `${quantile(ratios, 0.5).toFixed(2)} of its rate`;
  };
  const figure = (how: string, who: string, rival: string, toldRival: string): Figure =>
    rounds.has(rival)
      ? {
          what: `${what}, ${how}`,
          ours: rate(who),
          rival: `${toldRival}: ${rate(rival)}`,
          ratio: ratio(who, rival),
        }
      : leftOut(`${what}, ${how}, ${toldRival}`, `run \`npm ci --prefix ${RIVALS}\``);
  const constant = "the constant under graphql-js";
  const limit = "the limit, mercurius answering a constant";
  return [
    figure("no cache, compiled", "compiled", "constant", constant),
    figure("no cache, compiled", "compiled", "constantCompiled", "the constant under compiled execution"),
    figure("no cache, compiled", "compiled", "limit", limit),
    figure("no cache, compiled", "compiled", "graphql-js", "the same under graphql-js"),
    figure("no cache, graphql-js", "graphql-js", "constant", constant),
    figure("from the response cache", "cached", "constant", constant),
    figure("from the response cache", "cached", "limit", limit),
  ];
}
