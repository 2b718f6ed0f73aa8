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
/** Java compiles code that has run often, so the first seconds do not count. */
const PACE = { connections: 10, warmUpSeconds: 15, rounds: 5, seconds: 3 };

const WHAT = "a path with the id and title of each role";
const OURS = "query ($from: String!, $to: String!) { shortestPath(from: $from, to: $to) { roles { id title } } }";
const THEIRS = "query ($from: ID!, $to: ID!) { shortestPath(from: $from, to: $to) { id title } }";

interface Role {
  readonly id: string;
  readonly title: string;
}

/** A path over HTTP against @neo4j/graphql, where Neo4j finds the path. */
export async function againstNeo4jGraphql(): Promise<Section> {
  return {
    title: "GraphQL over HTTP, against @neo4j/graphql",
    how: `${PAIRS} random pairs of roles, in turn, on a random network of ${SHAPE.roles.toLocaleString("en")} roles with ${SHAPE.stepsOut} transitions each. Both servers use the same Neo4j, which our loader filled. The rival runs on Apollo Server's own HTTP server and answers with a \`@cypher\` field that uses \`SHORTEST 1\`; role ids have a unique constraint for it. Career Graph plans in memory and has read the roles when the warm-up ends. Both paths are checked to have the same number of roles. Median of ${PACE.rounds} rounds of ${PACE.seconds} s each, in turn, at ${PACE.connections} connections, after ${PACE.warmUpSeconds} s of warm-up each. Servers, Neo4j and the load share one machine.`,
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
  // A constraint needs an index of its own; the loader has made a plain one on the same property.
  await driver.executeQuery("DROP INDEX role_id IF EXISTS");
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

/** @throws Error if a path of the rival has other ends than ours or another number of roles */
async function requireSame(ours: Asked, rival: Asked): Promise<void> {
  for (const [i, body] of ours.bodies.entries()) {
    const our = ((await ask(ours.url, body)).data as { shortestPath: { roles: Role[] } }).shortestPath.roles;
    const their = ((await ask(rival.url, rival.bodies[i]!)).data as { shortestPath: Role[] }).shortestPath;
    const told = (path: Role[]): string => JSON.stringify([path.length, path[0], path.at(-1)]);
    if (told(their) !== told(our)) throw new Error(`@neo4j/graphql: ${told(their)}, ours ${told(our)}, for ${body}.`);
  }
}
