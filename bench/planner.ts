import { DirectedGraph } from "graphology";
import { dijkstra } from "graphology-shortest-path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { findPaths } from "../src/paths/findPaths.js";
import { findReachableRoles } from "../src/paths/findReachableRoles.js";
import { findTradeoffs } from "../src/paths/findTradeoffs.js";
import { monthsOf, type Network, roleOf } from "../src/paths/network/Network.js";
import type { PathObjective } from "../src/paths/query/PathObjective.js";
import { type PathQuery, UNCONSTRAINED } from "../src/paths/query/PathQuery.js";
import { millisecondsOf, quantile, told } from "./figures.js";
import { dice, randomNetwork } from "./randomNetwork.js";

const LARGE = { roles: 100_000, stepsOut: 10, needs: 0, skills: 0 };
/** What a search by skills is to be proven within. */
const TARGET_MILLISECONDS = 50;
const SKILLED = { roles: 1_000, stepsOut: 20, needs: 35, skills: 300 };

/** The planner against the bidirectional Dijkstra of graphology, and the searches by skills, for which there is no rival. */
export async function planner(): Promise<readonly string[]> {
  return [...(await againstGraphology()), ...(await bySkills()), ...(await underLoad())];
}

async function againstGraphology(): Promise<string[]> {
  const lines: string[] = [];
  let network!: Network;
  const built = await millisecondsOf(async () => (network = await randomNetwork(LARGE, 1)));
  lines.push(`network of ${LARGE.roles} roles and ${LARGE.roles * LARGE.stepsOut} transitions built in ${told(built)}`);
  const rival = rivalOf(network);

  const asked = queries(network, "LEAST_TIME", 1, 40);
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first round warms both up; it is not counted.
  for (let round = 0; round < 4; round++) {
    const paths: (readonly string[])[] = [];
    for (const query of asked) {
      const time = await millisecondsOf(async () => paths.push((await findPaths(network, query)).paths[0]!.roleIds));
      if (round > 0) ours.push(time);
    }
    for (const [i, { fromId, toId }] of asked.entries()) {
      let path: readonly string[] = [];
      const time = await millisecondsOf(() => (path = dijkstra.bidirectional(rival, fromId, toId, "months")!));
      if (round > 0) theirs.push(time);
      const [length, rivalLength] = [monthsAlong(rival, paths[i]!), monthsAlong(rival, path)];
      if (length !== rivalLength)
        throw new Error(`${fromId} to ${toId}: ${length} months, the rival's ${rivalLength}.`);
    }
  }
  const [our, their] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  lines.push(
    `LEAST_TIME, 1 path: median ${told(our)}, bidirectional Dijkstra of graphology ${told(their)}: ${(their / our).toFixed(0)} times as fast`,
  );

  for (const objective of ["FEWEST_STEPS", "LEAST_TIME"] as const) {
    for (const limit of [1, 10]) {
      const asked = queries(network, objective, limit, 200);
      lines.push(await measured(`${objective}, ${limit} best`, asked, (query) => findPaths(network, query)));
    }
  }
  return lines;
}

async function bySkills(): Promise<string[]> {
  const network = await randomNetwork(SKILLED, 2);
  const asked = queries(network, "LEAST_LEARNING", 1, 300);
  const { roles, stepsOut, needs } = SKILLED;
  return [
    `network of ${roles} roles, ${stepsOut} transitions and ${needs} skills each`,
    await measured("LEAST_LEARNING, 1 best", asked, (query) => findPaths(network, query)),
    await measured("trade-offs", asked, (query) => findTradeoffs(network, query)),
  ];
}

/** How long the event loop is held while many searches of each kind are under way at once. */
async function underLoad(): Promise<string[]> {
  const network = await randomNetwork(SKILLED, 2);
  const kinds: Record<string, (query: PathQuery) => Promise<unknown>> = {
    "10 best by years": (query) => findPaths(network, { ...query, objective: "LEAST_TIME", limit: 10 }),
    "10 best by years, of one track change at most": (query) => {
      const constraints = { ...UNCONSTRAINED, maxTrackChanges: 1 };
      return findPaths(network, { ...query, objective: "LEAST_TIME", limit: 10, constraints });
    },
    "least learning": (query) => findPaths(network, query),
    "trade-offs": (query) => findTradeoffs(network, query),
    "reachable roles": (query) => findReachableRoles(network, { ...query, maxSteps: 4, maxYears: 6 }),
  };
  const lines: string[] = [];
  for (const [name, search] of Object.entries(kinds)) {
    const held = monitorEventLoopDelay({ resolution: 1 });
    const asked = queries(network, "LEAST_LEARNING", 1, 128);
    await Promise.all(asked.slice(0, 16).map(search));
    held.enable();
    for (let start = 0; start < asked.length; start += 16)
      await Promise.all(asked.slice(start, start + 16).map(search));
    held.disable();
    const [most, usual] = [held.max / 1e6, held.percentile(99) / 1e6];
    lines.push(`16 at once, ${name}: event loop held ${told(most)} at most, ${told(usual)} in 99 % of turns`);
  }
  return lines;
}

/** Median, 99 % and worst time of some requests, how many were proven, and how long they held the event loop. */
async function measured(
  name: string,
  asked: readonly PathQuery[],
  answer: (query: PathQuery) => Promise<{ outcome: string; optimal: boolean }>,
): Promise<string> {
  for (const query of asked.slice(0, 40)) await answer(query);
  const held = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  let proven = 0;
  let onTarget = 0;
  const rest: string[] = [];
  held.enable();
  for (const query of asked) {
    let given!: { outcome: string; optimal: boolean };
    const time = await millisecondsOf(async () => (given = await answer(query)));
    times.push(time);
    if (given.optimal) proven++;
    if (given.optimal && time <= TARGET_MILLISECONDS) onTarget++;
    else rest.push(`${given.outcome}${given.optimal ? "" : ", not proven"} in ${told(time)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  held.disable();
  return (
    `${name}: median ${told(quantile(times, 0.5))}, 99 % ${told(quantile(times, 0.99))}, worst ${told(Math.max(...times))}; ` +
    `${proven} of ${asked.length} proven, ${onTarget} within ${TARGET_MILLISECONDS} ms` +
    `${rest.length === 0 ? "" : ` (the rest: ${rest.join("; ")})`}; event loop held ${told(held.max / 1e6)} at most`
  );
}

function queries(network: Network, objective: PathObjective, limit: number, count: number): PathQuery[] {
  const roll = dice(count);
  return Array.from({ length: count }, () => ({
    fromId: network.roleId(roll(network.roleCount)),
    toId: network.roleId(roll(network.roleCount)),
    objective,
    limit,
    constraints: UNCONSTRAINED,
    heldSkillIds: [],
  }));
}

function rivalOf(network: Network): DirectedGraph {
  const { outStart, outSteps } = network.columns;
  const graph = new DirectedGraph();
  for (let role = 0; role < network.roleCount; role++) graph.addNode(network.roleId(role));
  for (let role = 0; role < network.roleCount; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      graph.addDirectedEdge(network.roleId(role), network.roleId(roleOf(outSteps[step]!)), {
        months: monthsOf(outSteps[step]!),
      });
    }
  }
  return graph;
}

function monthsAlong(graph: DirectedGraph, path: readonly string[]): number {
  let months = 0;
  for (let i = 1; i < path.length; i++) {
    months += graph.getDirectedEdgeAttribute(path[i - 1], path[i], "months") as number;
  }
  return months;
}
