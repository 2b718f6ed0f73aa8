import { DirectedGraph } from "graphology";
import { dijkstra } from "graphology-shortest-path";
import createGraph from "ngraph.graph";
import ngraphPath from "ngraph.path";
import { findPaths } from "../../src/paths/findPaths.js";
import { monthsOf, type Network, roleOf } from "../../src/paths/network/Network.js";
import { millisecondsOf, quantile, told } from "../figures.js";
import { randomNetwork } from "../graph/randomNetwork.js";
import type { Figure, Section } from "../Section.js";
import { measured } from "./measured.js";
import { queries } from "./queries.js";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const STEPS_OUT = 10;

/** Above this many roles the rivals' graphs, objects all of them, do not fit beside each other in the memory of a small machine. */
const RIVALS_UP_TO = 100_000;
const PAIRS = 40;
const ROUNDS = 3;

type Route = (fromId: string, toId: string) => readonly string[];

/** The best path by years against graph libraries of JavaScript, as the network grows, and the k best. */
export async function byTime(): Promise<Section> {
  const figures: Figure[] = [];
  for (const roles of SIZES) figures.push(...(await atSize(roles)));
  return {
    title: "Planner",
    how: `Random pairs of roles on random networks with ${STEPS_OUT} transitions a role; LEAST_TIME unless named otherwise. The rivals find a path of least months with the same number of them, which is checked; ours also settles ties by steps, inferred steps and ids, and describes the path. Median of ${ROUNDS} rounds over ${PAIRS} pairs after one that is not counted, each library's turn after the other's.`,
    figures,
  };
}

async function atSize(roles: number): Promise<Figure[]> {
  const network = await randomNetwork({ roles, stepsOut: STEPS_OUT, needs: 0, skills: 0 }, 1);
  const asked = queries(network, "LEAST_TIME", 1, PAIRS);
  const months = monthsBetween(network);
  const rivals: Record<string, Route> =
    roles <= RIVALS_UP_TO
      ? {
          "graphology, bidirectional Dijkstra": graphology(network),
          "ngraph.path, A* without heuristic": ngraph(network),
        }
      : {};
  const ours: number[] = [];
  const theirs = new Map(Object.keys(rivals).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    const lengths: number[] = [];
    for (const query of asked) {
      let path: readonly string[] = [];
      const time = await millisecondsOf(async () => (path = (await findPaths(network, query)).paths[0]!.roleIds));
      lengths.push(months(path));
      if (round > 0) ours.push(time);
    }
    for (const [name, route] of Object.entries(rivals)) {
      for (const [i, { fromId, toId }] of asked.entries()) {
        let path: readonly string[] = [];
        const time = await millisecondsOf(() => (path = route(fromId, toId)));
        if (months(path) !== lengths[i]) {
          throw new Error(`${name}, ${fromId} to ${toId}: ${months(path)} months, ours ${lengths[i]}.`);
        }
        if (round > 0) theirs.get(name)!.push(time);
      }
    }
  }
  const at = `${roles.toLocaleString("en")} roles`;
  const our = quantile(ours, 0.5);
  const against = [...theirs].map(([name, times]) => {
    const their = quantile(times, 0.5);
    return {
      what: `${at}: the best path`,
      ours: told(our),
      rival: `${name}: ${told(their)}`,
      ratio: `${Number((their / our).toPrecision(2))} times as fast`,
    };
  });
  if (against.length > 0 && roles < RIVALS_UP_TO) return against;
  const alone = against.length > 0 ? [] : [{ what: `${at}: the best path`, ours: told(our), rival: "", ratio: "" }];
  return [
    ...against,
    ...alone,
    await measured(`${at}: the five best`, queries(network, "LEAST_TIME", 5, 200), (query) =>
      findPaths(network, query),
    ),
    await measured(`${at}: FEWEST_STEPS, the ten best`, queries(network, "FEWEST_STEPS", 10, 200), (query) =>
      findPaths(network, query),
    ),
  ];
}

/** Every step of a network with its months. */
function* stepsOf(network: Network): Iterable<{ readonly from: string; readonly to: string; readonly months: number }> {
  const { outStart, outSteps } = network.columns;
  for (let role = 0; role < network.roleCount; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const to = network.roleId(roleOf(outSteps[step]!));
      yield { from: network.roleId(role), to, months: monthsOf(outSteps[step]!) };
    }
  }
}

function graphology(network: Network): Route {
  const graph = new DirectedGraph();
  for (let role = 0; role < network.roleCount; role++) graph.addNode(network.roleId(role));
  for (const { from, to, months } of stepsOf(network)) graph.addDirectedEdge(from, to, { months });
  return (fromId, toId) => dijkstra.bidirectional(graph, fromId, toId, "months")!;
}

function ngraph(network: Network): Route {
  const graph = createGraph<undefined, number>();
  for (const { from, to, months } of stepsOf(network)) graph.addLink(from, to, months);
  const finder = ngraphPath.aStar(graph, { oriented: true, distance: (_from, _to, link) => link.data });
  // It answers from the goal back to the start.
  return (fromId, toId) =>
    finder
      .find(fromId, toId)
      .map(({ id }) => String(id))
      .reverse();
}

function monthsBetween(network: Network): (path: readonly string[]) => number {
  const { outStart, outSteps } = network.columns;
  const between = (fromId: string, toId: string): number => {
    const [from, to] = [network.indexOf(fromId), network.indexOf(toId)];
    const step = outSteps.subarray(outStart[from], outStart[from + 1]).find((it) => roleOf(it) === to);
    return monthsOf(step!);
  };
  return (path) => path.slice(1).reduce((sum, toId, i) => sum + between(path[i]!, toId), 0);
}
