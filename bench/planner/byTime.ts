import { DirectedGraph } from "graphology";
import { dijkstra } from "graphology-shortest-path";
import createGraph from "ngraph.graph";
import ngraphPath from "ngraph.path";
import { findPaths } from "../../src/paths/findPaths.js";
import type { Network } from "../../src/paths/network/Network.js";
import type { PathQuery } from "../../src/paths/query/PathQuery.js";
import { fasterBy, told } from "../figures.js";
import { randomNetwork } from "../graph/randomNetwork.js";
import { monthsOfPath, stepsOf } from "../graph/steps.js";
import { inTurns } from "../inTurns.js";
import type { Figure, Section } from "../Section.js";
import { measured } from "./measured.js";
import { queries } from "./queries.js";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const STEPS_OUT = 10;

/** Above this many roles, the rivals' graphs do not fit together in the memory of a small machine, because they consist of objects. */
const RIVALS_UP_TO = 100_000;
const PAIRS = 40;
const PACE = { rounds: 3, warmUpSeconds: 2 };

type Route = (query: Pick<PathQuery, "fromId" | "toId">) => readonly string[];

/** The best path by years against JavaScript graph libraries on networks of growing size, and the k best paths. */
export async function byTime(): Promise<Section> {
  const figures: Figure[] = [];
  for (const roles of SIZES) figures.push(...(await atSize(roles)));
  return {
    title: "Planner",
    how: `Random pairs of roles on random networks with ${STEPS_OUT} transitions per role, by LEAST_TIME unless stated otherwise. The rivals find a path of least months; its months are checked to be equal to ours. Career Graph also breaks ties by steps, inferred steps and ids, and describes the path. Median of ${PACE.rounds} rounds over ${PAIRS} pairs after a warm-up of ${PACE.warmUpSeconds} s. Libraries take turns.`,
    figures,
  };
}

async function atSize(roles: number): Promise<Figure[]> {
  const network = await randomNetwork({ roles, stepsOut: STEPS_OUT, needs: 0, skills: 0 }, 1);
  const at = `${roles.toLocaleString("en")} roles`;
  // Measured before the rivals' graphs are built, so that collecting those does not count here.
  const several =
    roles < RIVALS_UP_TO
      ? []
      : [
          await measured(`${at}: the five best`, queries(network, "LEAST_TIME", 5, 200), (query) =>
            findPaths(network, query),
          ),
          await measured(`${at}: FEWEST_STEPS, the ten best`, queries(network, "FEWEST_STEPS", 10, 200), (query) =>
            findPaths(network, query),
          ),
        ];
  const asked = queries(network, "LEAST_TIME", 1, PAIRS);
  const months = monthsOfPath(network);
  const rivals: Record<string, Route> =
    roles <= RIVALS_UP_TO
      ? {
          "graphology, bidirectional Dijkstra": graphology(network),
          "ngraph.path, A* without heuristic": ngraph(network),
        }
      : {};
  const turns = await inTurns<string, PathQuery, readonly string[]>(PACE, asked, {
    ours: async (query) => (await findPaths(network, query)).paths[0]!.roleIds,
    ...rivals,
  });
  const ours = turns["ours"]!;
  const against = Object.keys(rivals).map((name) => {
    const their = turns[name]!;
    for (const [i, { fromId, toId }] of asked.entries()) {
      const [our, other] = [months(ours.answers[i]!), months(their.answers[i]!)];
      if (other !== our) throw new Error(`${name}, ${fromId} to ${toId}: ${other} months, ours ${our}.`);
    }
    return {
      what: `${at}: the best path`,
      ours: told(ours.median),
      rival: `${name}: ${told(their.median)}`,
      ratio: fasterBy(ours.median, their.median),
    };
  });
  if (against.length > 0 && roles < RIVALS_UP_TO) return against;
  const alone =
    against.length > 0 ? [] : [{ what: `${at}: the best path`, ours: told(ours.median), rival: "", ratio: "" }];
  return [...against, ...alone, ...several];
}

function graphology(network: Network): Route {
  const graph = new DirectedGraph();
  for (let role = 0; role < network.roleCount; role++) graph.addNode(network.roleId(role));
  for (const { from, to, months } of stepsOf(network)) graph.addDirectedEdge(from, to, { months });
  return ({ fromId, toId }) => dijkstra.bidirectional(graph, fromId, toId, "months")!;
}

function ngraph(network: Network): Route {
  const graph = createGraph<undefined, number>();
  for (const { from, to, months } of stepsOf(network)) graph.addLink(from, to, months);
  const finder = ngraphPath.aStar(graph, { oriented: true, distance: (_from, _to, link) => link.data });
  // The library returns the path from the goal to the start.
  return ({ fromId, toId }) =>
    finder
      .find(fromId, toId)
      .map(({ id }) => String(id))
      .reverse();
}
