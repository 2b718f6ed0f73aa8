import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { quantile } from "../figures.js";
import type { Figure, Section } from "../Section.js";
import { ask, type BenchServer, startServer } from "../startServer.js";

const CONNECTIONS = 10;
const ROUNDS = 5;
const SECONDS = 3;
const SCRIPT = new URL("./benchServer.js", import.meta.url).pathname;

const OPERATIONS = [
  { name: "shortest-path", variables: { from: "Data Scientist", to: "Staff MLE" } },
  { name: "role", variables: { ref: "Staff MLE" } },
] as const;

interface Load {
  readonly perSecond: number;
  /** Milliseconds within which 99 % were answered. */
  readonly p99: number;
}

/** The contract's shortest-path and role operations over HTTP, from this process, so that server and load have a core each. */
export async function overHttp(): Promise<Section> {
  const figures: Figure[] = [];
  for (const { name, variables } of OPERATIONS) {
    const body = JSON.stringify({ query: readFileSync(`schema/operations/${name}.graphql`, "utf8"), variables });
    const started: BenchServer[] = [];
    const start = async (...words: string[]): Promise<BenchServer> => {
      const server = await startServer(SCRIPT, words);
      started.push(server);
      return server;
    };
    try {
      const real = await start("0");
      const cached = await start("64");
      const answer = await ask(real.url, body);
      const constant = await start("0", JSON.stringify(answer.data));
      if (JSON.stringify(await ask(constant.url, body)) !== JSON.stringify(answer)) {
        throw new Error(`The constant server answers ${name} differently.`);
      }
      figures.push(...(await againstConstant(name, body, { real, cached, constant })));
      for (const connections of [1, 16, 64]) {
        for (const [how, server] of [
          ["worked out anew", real],
          ["from the response cache", cached],
        ] as const) {
          const { perSecond, p99 } = await load(server.url, body, connections);
          figures.push({
            what: `${name}, ${how}, ${connections} connection${connections > 1 ? "s" : ""}`,
            ours: `${Math.round(perSecond)} requests/s, 99 % within ${p99} ms`,
            rival: "",
            ratio: "",
          });
        }
      }
    } finally {
      await Promise.all(started.map((server) => server.stop()));
    }
  }
  return {
    title: "GraphQL over HTTP",
    how: `Embedded store, seed dataset. The rival is the same server, without response cache, whose root field answers a constant of the same shape and whose other fields read properties. Median of ${ROUNDS} rounds of ${SECONDS} s each in turn at ${CONNECTIONS} connections, after a warm-up; the load comes from another process on the same machine.`,
    figures,
  };
}

async function againstConstant(
  name: string,
  body: string,
  servers: Readonly<Record<"real" | "cached" | "constant", BenchServer>>,
): Promise<Figure[]> {
  // Warm all up before anything counts.
  for (const { url } of Object.values(servers)) await load(url, body);
  const rounds: Record<keyof typeof servers, number>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      real: (await load(servers.real.url, body)).perSecond,
      constant: (await load(servers.constant.url, body)).perSecond,
      cached: (await load(servers.cached.url, body)).perSecond,
    });
  }
  const rate = (which: keyof typeof servers): string =>
    `${Math.round(middle(rounds.map((round) => round[which])))} requests/s`;
  return (
    [
      ["worked out anew", "real"],
      ["from the response cache, as served by default", "cached"],
    ] as const
  ).map(([how, which]) => ({
    what: `${name}, ${how}`,
    ours: rate(which),
    rival: `a constant: ${rate("constant")}`,
    ratio: `${middle(rounds.map((round) => round[which] / round.constant)).toFixed(2)} of its rate`,
  }));
}

function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @throws Error where a request failed */
async function load(url: string, body: string, connections = CONNECTIONS): Promise<Load> {
  const result = await autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    connections,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests failed at ${url}.`);
  return { perSecond: result["2xx"] / result.duration, p99: result.latency.p99 };
}
