import { execFileSync } from "node:child_process";
import { quantile, told } from "../figures.js";
import { processorWait } from "../processorWait.js";
import type { Figure, Section } from "../Section.js";
import { BENCH_SERVER, startServer } from "../startServer.js";
import { contractMix } from "./contractMix.js";
import { type Answers, HttpLoad } from "./HttpLoad.js";

/** More connections than a service that refuses at once ever needs. They are opened before the measurement, because opening takes time. */
const CONNECTIONS = 1_000;
const TIMES = 4;
const ROUNDS = 5;
const SECONDS = { warmUp: 5, alone: 3, capacity: 3, overload: 4 };

/** What one round measured, in milliseconds unless stated otherwise. */
interface Round {
  readonly alone: number;
  /** Operations per second. */
  readonly capacity: number;
  readonly served: number;
  readonly refused: number;
  readonly live: number;
  /** Shares of the requests. */
  readonly servedShare: number;
  readonly failedShare: number;
  /** Milliseconds for which server and load waited for a processor during the overload. */
  readonly waited: number;
}

/** Sends four times as many operations as the service can answer, whether or not it answers. */
export async function overload(): Promise<Section> {
  const pinned = pin(process.pid, 0);
  const server = await startServer(BENCH_SERVER, [], { DATASET: "seed", NEO4J_URI: "", RESPONSE_CACHE_MB: "0" });
  pin(server.pid, 1);
  const load = new HttpLoad(new URL(server.url), CONNECTIONS);
  const prober = new HttpLoad(new URL(server.url), 1);
  try {
    const next = contractMix();
    await load.closed(4, SECONDS.warmUp, next);
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS) rounds.push(await round(load, prober, next, [process.pid, server.pid]));
    // The round that other processes disturbed least.
    const best = rounds.reduce((one, other) => (other.waited < one.waited ? other : one));
    return {
      title: "Overload",
      how: `The contract's operations on the seed, in a fixed random order, without response cache. Each round sends them one at a time (*alone*), then 16 at once (*capacity*), then at ${TIMES} times the capacity for ${SECONDS.overload} s over ${CONNECTIONS} open connections. In the last part each request is sent when it is due, whether or not earlier ones are answered, and \`/health/live\` is asked 20 times per second. ${pinned ? "Server and load have one core each." : "Server and load share the machine."} The figures are those of the round, out of ${ROUNDS}, in which the two waited least for a processor: ${Math.round(best.waited)} ms.`,
      figures: figuresOf(best),
    };
  } finally {
    load.close();
    prober.close();
    await server.stop();
  }
}

async function round(load: HttpLoad, prober: HttpLoad, next: () => string, pids: readonly number[]): Promise<Round> {
  const alone = await load.closed(1, SECONDS.alone, next);
  const full = await load.closed(16, SECONDS.capacity, next);
  const capacity = timesOf(full, 200).length / full.seconds;
  await load.connect();
  const waitedBefore = pids.map(processorWait);
  const lives: number[] = [];
  const probe = setInterval(() => void prober.get("/health/live").then((at) => lives.push(at.milliseconds)), 50);
  const answers = await load.open(capacity * TIMES, SECONDS.overload, next);
  clearInterval(probe);
  const waited = pids.reduce((sum, pid, place) => sum + processorWait(pid) - waitedBefore[place]!, 0);
  const served = timesOf(answers, 200);
  const refused = timesOf(answers, 503);
  const all = [...answers.byStatus.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    alone: quantile(timesOf(alone, 200), 0.95),
    capacity,
    served: quantile(served, 0.95),
    refused: quantile(refused, 0.95),
    live: quantile(lives, 1),
    servedShare: served.length / all,
    failedShare: 1 - (served.length + refused.length) / all,
    waited,
  };
}

function figuresOf({ alone, capacity, served, refused, live, servedShare, failedShare }: Round): Figure[] {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return [
    { what: "alone, 95 % served within", ours: told(alone), rival: "", ratio: "" },
    { what: "capacity", ours: `${Math.round(capacity)} operations/s`, rival: "", ratio: "" },
    {
      what: `at ${TIMES} times the capacity, 95 % of those served (${percent(servedShare)}) within`,
      ours: told(served),
      rival: `alone: ${told(alone)}`,
      ratio: `${(served / alone).toFixed(1)} times as long`,
    },
    { what: "the same, 95 % of those refused within", ours: told(refused), rival: "", ratio: "" },
    { what: "the same, every `/health/live` within", ours: told(live), rival: "", ratio: "" },
    { what: "the same, neither served nor refused", ours: percent(failedShare), rival: "", ratio: "" },
  ];
}

function timesOf({ byStatus }: Answers, status: number): readonly number[] {
  return byStatus.get(status) ?? [];
}

/** Keeps a process on one core; returns false if the system cannot do that. */
function pin(pid: number, core: number): boolean {
  try {
    execFileSync("taskset", ["-a", "-c", "-p", String(core), String(pid)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
