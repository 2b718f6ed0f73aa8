import autocannon from "autocannon";
import { perSecond, quantile } from "../figures.js";
import type { Figure } from "../Section.js";

/** What a server answered under load. */
interface Load {
  readonly perSecond: number;
  /** Milliseconds within which 99 % were answered. */
  readonly p99: number;
}

/**
 * Sends requests from this process over several connections. Each connection sends the bodies in turn, the next one as soon as the last
 * is answered.
 * @throws Error if a request failed
 */
async function load(url: string, bodies: readonly string[], connections: number, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    requests: bodies.map((body) => ({ body })),
    connections,
    duration: seconds,
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} requests failed at ${url}.`);
  return { perSecond: result["2xx"] / result.duration, p99: result.latency.p99 };
}

/** A server and the request bodies for it. */
export interface Asked {
  readonly url: string;
  readonly bodies: readonly string[];
}

/** Medians over the rounds of a comparison. */
export interface Rates<Name extends string> {
  /** Requests per second that one server answered. */
  of(name: Name): number;
  /** The rate of one by that of another in the same round. */
  ratio(name: Name, rival: Name): number;
}

/** Puts servers under load one after the other: once to warm them up, then in `pace.rounds` rounds. */
export async function loadInTurns<Name extends string>(
  servers: Readonly<Record<Name, Asked>>,
  pace: {
    readonly connections: number;
    readonly warmUpSeconds: number;
    readonly rounds: number;
    readonly seconds: number;
  },
): Promise<Rates<Name>> {
  const round = async (seconds: number): Promise<Record<Name, number>> => {
    const rates = {} as Record<Name, number>;
    for (const name of Object.keys(servers) as Name[]) {
      const { url, bodies } = servers[name];
      rates[name] = (await load(url, bodies, pace.connections, seconds)).perSecond;
    }
    return rates;
  };
  await round(pace.warmUpSeconds);
  const rounds: Record<Name, number>[] = [];
  while (rounds.length < pace.rounds) rounds.push(await round(pace.seconds));
  const median = (of: (rates: Record<Name, number>) => number): number => quantile(rounds.map(of), 0.5);
  return {
    of: (name) => median((rates) => rates[name]),
    ratio: (name, rival) => median((rates) => rates[name] / rates[rival]),
  };
}

/**
 * The figures of our server with and without the response cache, against a rival.
 * @param rivalPrefix text before the rival's rate
 * @param toldRatio writes the ratio of our rate to the rival's
 */
export function figuresAgainst(
  what: string,
  rates: Rates<"anew" | "cached" | "rival">,
  rivalPrefix: string,
  toldRatio: (ratio: number) => string,
): Figure[] {
  return (
    [
      ["no cache", "anew"],
      ["from the response cache", "cached"],
    ] as const
  ).map(([how, which]) => ({
    what: `${what}, ${how}`,
    ours: perSecond(rates.of(which)),
    rival: `${rivalPrefix}${perSecond(rates.of("rival"))}`,
    ratio: toldRatio(rates.ratio(which, "rival")),
  }));
}
