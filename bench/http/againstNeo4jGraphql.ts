import { existsSync } from "node:fs";
import type { Driver } from "neo4j-driver";
import type { DevelopmentNeo4j } from "../../dev/neo4j/DevelopmentNeo4j.js";
import { loadDataset } from "../../src/store/neo4j/loading/loadDataset.js";
import { randomDataset } from "../graph/randomDataset.js";
import { dice } from "../graph/randomNetwork.js";
import { environmentFor, NoNeo4jError, withNeo4j } from "../neo4j/withNeo4j.js";
import { type Figure, leftOut, type Section } from "../Section.js";
import { ask, BENCH_SERVER, type BenchServer, startServer } from "../startServer.js";
import { type Asked, figuresAgainst, loadInTurns } from "./load.js";

const RIVALS = "bench/rivals";
const SHAPE = { roles: 10_000, stepsOut: 10, needs: 0, skills: 0 };
const PAIRS = 40;
/** The server's Java compiles what it has run often enough, so that its first seconds tell little of it. */
const PACE = { connections: 10, warmUpSeconds: 15, rounds: 5, seconds: 3 };

const WHAT = "a path with the id and title of each role";
const OURS = "query ($from: String!, $to: String!) { shortestPath(from: $from, to: $to) { roles { id title } } }";
const THEIRS = "query ($from: ID!, $to: ID!) { shortestPath(from: $from, to: $to) { id title } }";

interface Role {
  readonly id: string;
  readonly title: string;
}

/** A path over HTTP against @neo4j/graphql, which has Neo4j find it. */
export async function againstNeo4jGraphql(): Promise<Section> {
  return {
    title: "GraphQL over HTTP, against @neo4j/graphql",
    how: `Random pairs of roles, ${PAIRS} by turns, on a random network of ${SHAPE.roles.toLocaleString("en")} roles with ${SHAPE.stepsOut} transitions each, which the loader put into a Neo4j that both ask. The rival, with Apollo Server's own HTTP server, answers by a \`@cypher\` field of \`SHORTEST 1\`, for which role ids got a unique constraint; both paths have the same number of roles, which is checked. Ours plans in memory and has read the roles once the warm-up is over. Median of ${PACE.rounds} rounds of ${PACE.seconds} s each in turn at ${PACE.connections} connections, after ${PACE.warmUpSeconds} s each. Servers, Neo4j and the process that asks share one machine.`,
    figures: await figures(),
  };
}

async function figures(): Promise<Figure[]> {
  if (!existsSync(`${RIVALS}/node_modules`)) return [leftOut(WHAT, `run \`npm ci --prefix ${RIVALS}\``)];
  try {
    return await withNeo4j(null, measured);
  } catch (error) {
    if (error instanceof NoNeo4jError) return [leftOut(WHAT, error.message)];
    throw error;
  }
}

async function measured(driver: Driver, server: DevelopmentNeo4j): Promise<Figure[]> {
  await loadDataset(randomDataset(SHAPE, 1), { ...server, database: null });
  await driver.executeQuery("CREATE CONSTRAINT role_id FOR (role:Role) REQUIRE role.id IS UNIQUE");
  const environment = environmentFor(server);
  const roll = dice(PAIRS);
  const pairs = Array.from({ length: PAIRS }, () => ({
    from: `role:r${roll(SHAPE.roles)}`,
    to: `role:r${roll(SHAPE.roles)}`,
  }));
  const bodiesOf = (query: string) => pairs.map((variables) => JSON.stringify({ query, variables }));
  const started: BenchServer[] = [];
  const start = async (script: string, query: string, further: NodeJS.ProcessEnv): Promise<Asked> => {
    const asked = await startServer(script, [], { ...environment, ...further });
    started.push(asked);
    return { url: asked.url, bodies: bodiesOf(query) };
  };
  try {
    const anew = await start(BENCH_SERVER, OURS, { RESPONSE_CACHE_MB: "0" });
    const cached = await start(BENCH_SERVER, OURS, { RESPONSE_CACHE_MB: "" });
    const rival = await start(`${RIVALS}/neo4jGraphqlServer.js`, THEIRS, { NODE_ENV: "production" });
    await requireSame(anew, rival);
    const rates = await loadInTurns({ anew, rival, cached }, PACE);
    return figuresAgainst(WHAT, rates, "", (ratio) => `${Number(ratio.toPrecision(2))} times its rate`);
  } finally {
    await Promise.all(started.map((each) => each.stop()));
  }
}

/** @throws Error where a path of the rival has other ends than ours, or another number of roles */
async function requireSame(ours: Asked, rival: Asked): Promise<void> {
  for (const [i, body] of ours.bodies.entries()) {
    const our = ((await ask(ours.url, body)).data as { shortestPath: { roles: Role[] } }).shortestPath.roles;
    const their = ((await ask(rival.url, rival.bodies[i]!)).data as { shortestPath: Role[] }).shortestPath;
    const told = (path: Role[]): string => JSON.stringify([path.length, path[0], path.at(-1)]);
    if (told(their) !== told(our)) throw new Error(`@neo4j/graphql: ${told(their)}, ours ${told(our)}, for ${body}.`);
  }
}
