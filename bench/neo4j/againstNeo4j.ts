import type { Driver } from "neo4j-driver";
import { findPaths } from "../../src/paths/findPaths.js";
import type { Network } from "../../src/paths/network/Network.js";
import type { Plugin } from "../../dev/neo4j/DevelopmentNeo4j.js";
import type { PathQuery } from "../../src/paths/query/PathQuery.js";
import { fasterBy, told } from "../figures.js";
import { randomNetwork } from "../graph/randomNetwork.js";
import { monthsOfPath } from "../graph/steps.js";
import { inTurns, type Turns } from "../inTurns.js";
import { queries } from "../planner/queries.js";
import { type Figure, leftOut, type Section } from "../Section.js";
import { NoNeo4jError, rowsOf, withNeo4j } from "./withNeo4j.js";
import { writeRoles } from "./writeRoles.js";

const STEPS_OUT = 10;
const SIZES = [1_000, 10_000, 100_000];
/** A size at which Neo4j would take many minutes; only ours is measured. */
const OURS_ALONE = 1_000_000;
const PAIRS = 40;
/** Java compiles code that has run often, so the first seconds do not count. */
const PACE = { rounds: 3, warmUpSeconds: 5 };

/** Yen is asked fewer questions, because one answer takes seconds on a large network. */
const YEN = { k: 5, pairs: 10, pace: { rounds: 1, warmUpSeconds: 10 } };

const BEST_BY_YEARS = `the ${YEN.k} best by years`;

/** The Graph Data Science library, in the version for the first line of Neo4j. It gets one thread, as ours has. */
const GDS: Plugin = {
  group: "org.neo4j.gds",
  artifacts: ["proc", "opengds-extension"],
  version: "2.13.9",
  unrestricted: "gds.*",
};

const SHORTEST = `MATCH path = SHORTEST 1 (from:Role {id: $from})-[:LEADS_TO]->+(to:Role {id: $to})
  RETURN [role IN nodes(path) | role.id] AS roleIds`;

const PROJECT = `CALL gds.graph.project('roles', 'Role', 'LEADS_TO', {relationshipProperties: 'months'})`;

const YENS = `MATCH (from:Role {id: $from}), (to:Role {id: $to})
  CALL gds.shortestPath.yens.stream('roles', {
    sourceNode: from, targetNode: to, k: ${YEN.k}, relationshipWeightProperty: 'months', concurrency: 1
  })
  YIELD index, nodeIds
  RETURN [id IN nodeIds | gds.util.asNode(id).id] AS roleIds
  ORDER BY index`;

/** Paths of role ids. */
type Paths = readonly (readonly string[])[];

/** The planner against two searches of Neo4j through its driver: its own by steps, and its library's k best by years. */
export async function againstNeo4j(): Promise<Section> {
  const figures: Figure[] = [];
  for (const roles of SIZES) figures.push(...(await atSize(roles)));
  figures.push(...(await alone(OURS_ALONE)));
  return {
    title: "Planner against Neo4j",
    how: `Random pairs of roles on random networks with ${STEPS_OUT} transitions per role. Neo4j Community Edition runs on the same machine and holds only the same roles and transitions. It is asked by role id through the driver, over an open connection, with one session per question; Career Graph answers inside the process that asks. \`SHORTEST 1\` finds any path of fewest steps, as FEWEST_STEPS does. LEAST_TIME, which compares years, is shown beside it. The time of an empty answer is the time to the server and back. Yen's algorithm in the Graph Data Science library ${GDS.version} (one thread, projection made before) finds the ${YEN.k} paths of least months. Steps and months of the answers are checked to be equal. Median of ${PACE.rounds} rounds over ${PAIRS} pairs after a warm-up of ${PACE.warmUpSeconds} s; for Yen, ${YEN.pace.rounds} round over ${YEN.pairs} pairs after ${YEN.pace.warmUpSeconds} s. Contenders take turns.`,
    figures,
  };
}

async function atSize(roles: number): Promise<Figure[]> {
  const network = await randomNetwork({ roles, stepsOut: STEPS_OUT, needs: 0, skills: 0 }, 1);
  return overNeo4j(network, GDS);
}

/** Measures over a Neo4j with the plugin, or without it if it cannot be fetched. Without a Neo4j, the figures say why. */
async function overNeo4j(network: Network, plugin: Plugin | null, noPlugin = ""): Promise<Figure[]> {
  const withoutYen = leftOut(yenAt(network), noPlugin);
  try {
    return await withNeo4j(plugin, async (driver) => {
      await writeRoles(driver, network);
      const shortest = await againstShortest(network, driver);
      return [...shortest, plugin === null ? withoutYen : await againstYen(network, driver)];
    });
  } catch (error) {
    if (!(error instanceof NoNeo4jError)) throw error;
    if (plugin !== null) return overNeo4j(network, null, error.message);
    return [leftOut(`${rolesOf(network)}: the best path`, error.message), withoutYen];
  }
}

async function againstShortest(network: Network, driver: Driver): Promise<Figure[]> {
  const asked = queries(network, "FEWEST_STEPS", 1, PAIRS);
  const { steps, years, shortest, nothing } = await inTurns(PACE, asked, {
    steps: ours(network),
    years: ours(network, { objective: "LEAST_TIME" }),
    shortest: async ({ fromId: from, toId: to }) => pathsOf(await rowsOf(driver, SHORTEST, { from, to })),
    nothing: async () => pathsOf(await rowsOf(driver, "RETURN [] AS roleIds")),
  });
  requireSame("SHORTEST 1 and FEWEST_STEPS, steps", asked, shortest, steps, (path) => path.length - 1);
  const rival = `\`SHORTEST 1\`: ${told(shortest.median)} (an empty answer: ${told(nothing.median)})`;
  return (
    [
      ["fewest steps (FEWEST_STEPS)", steps],
      ["by years (LEAST_TIME), the rival's by steps", years],
    ] as const
  ).map(([what, { median }]) => ({
    what: `${rolesOf(network)}: the best path, ${what}`,
    ours: told(median),
    rival,
    ratio: fasterBy(median, shortest.median),
  }));
}

async function againstYen(network: Network, driver: Driver): Promise<Figure> {
  await driver.executeQuery(PROJECT);
  const asked = queries(network, "LEAST_TIME", YEN.k, YEN.pairs);
  const { years, yen } = await inTurns(YEN.pace, asked, {
    years: ours(network),
    yen: async ({ fromId: from, toId: to }) => pathsOf(await rowsOf(driver, YENS, { from, to })),
  });
  requireSame("Yen and LEAST_TIME, months", asked, yen, years, monthsOfPath(network));
  return {
    what: yenAt(network),
    ours: told(years.median),
    rival: `Yen: ${told(yen.median)}`,
    ratio: fasterBy(years.median, yen.median),
  };
}

/** Ours on a network for which there is no rival. */
async function alone(roles: number): Promise<Figure[]> {
  const network = await randomNetwork({ roles, stepsOut: STEPS_OUT, needs: 0, skills: 0 }, 1);
  const measured = await inTurns(PACE, queries(network, "FEWEST_STEPS", 1, PAIRS), {
    "the best path, fewest steps (FEWEST_STEPS)": ours(network),
    "the best path, by years (LEAST_TIME)": ours(network, { objective: "LEAST_TIME" }),
    [BEST_BY_YEARS]: ours(network, { objective: "LEAST_TIME", limit: YEN.k }),
  });
  return Object.entries(measured).map(([what, { median }]) => ({
    what: `${rolesOf(network)}: ${what}`,
    ours: told(median),
    rival: "",
    ratio: "",
  }));
}

function ours(network: Network, changes: Partial<PathQuery> = {}): (query: PathQuery) => Promise<Paths> {
  return async (query) => (await findPaths(network, { ...query, ...changes })).paths.map(({ roleIds }) => roleIds);
}

function pathsOf(rows: readonly Readonly<Record<string, unknown>>[]): Paths {
  return rows.map(({ roleIds }) => roleIds as string[]);
}

/** @throws Error if the rival's paths differ from ours in number or in what is measured of them */
function requireSame(
  what: string,
  asked: readonly PathQuery[],
  theirs: Turns<Paths>,
  ours: Turns<Paths>,
  measure: (path: readonly string[]) => number,
): void {
  for (const [i, { fromId, toId }] of asked.entries()) {
    const [their, our] = [theirs.answers[i]!.map(measure), ours.answers[i]!.map(measure)];
    if (String(their) !== String(our)) throw new Error(`${what}, ${fromId} to ${toId}: ${their} and ${our}.`);
  }
}

function yenAt(network: Network): string {
  return `${rolesOf(network)}: ${BEST_BY_YEARS}`;
}

function rolesOf(network: Network): string {
  return `${network.roleCount.toLocaleString("en")} roles`;
}
