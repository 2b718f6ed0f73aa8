import { STEPS_BEYOND_FEWEST } from "../learning/learningTask.js";
import { Admission } from "../query/Admission.js";
import type { PathTask } from "../query/PathTask.js";
import { type PathQuery, UNCONSTRAINED } from "../query/PathQuery.js";
import type { Ranking } from "../search/rankPaths.js";
import { SearchClock } from "../pace/SearchClock.js";
import { stepsFirst } from "../search/Weights.js";
import { leastWeight } from "../shortest/leastWeight.js";
import { describePath, type Person } from "./describePath.js";
import type { FoundPaths } from "./FoundPaths.js";

/**
 * Turns a ranking into the answer to a request. If it is proven that there is no path, finds out why.
 * @param lowerBound a lower bound on the cost of the best path, in the unit of the objective; null for trade-offs
 */
export async function answerRanking(
  task: PathTask,
  query: Person & Pick<PathQuery, "budget">,
  ranking: Ranking,
  maxSteps: number | null,
  lowerBound: number | null,
  clock: SearchClock,
): Promise<FoundPaths> {
  const paths = ranking.paths.map((path) => describePath(task.network, path.roles, query));
  if (clock.exhausted) {
    const optimal = ranking.proven > 0;
    return { outcome: "LIMIT_REACHED", noPathReason: null, optimal, lowerBound, maxSteps, paths };
  }
  if (paths.length > 0) return { outcome: "FOUND", noPathReason: null, optimal: true, lowerBound, maxSteps, paths };
  const connected = await areConnected(task, query.budget?.signal);
  if (connected === null) {
    return { outcome: "LIMIT_REACHED", noPathReason: null, optimal: false, lowerBound, maxSteps, paths };
  }
  const noPathReason = connected ? "CONSTRAINED" : "NOT_CONNECTED";
  return { outcome: "NO_PATH", noPathReason, optimal: true, lowerBound: null, maxSteps, paths };
}

/**
 * The answer if both ends are the same role: the path without steps. It satisfies every constraint except a `via`.
 * @param capsSteps whether the objective caps the steps of a path if the request does not
 * @param lowerBound 0, or null for trade-offs
 */
export async function answerSameRole(
  task: PathTask,
  query: Person & Pick<PathQuery, "constraints" | "budget">,
  capsSteps: boolean,
  lowerBound: 0 | null,
): Promise<FoundPaths> {
  const hasVias = task.waypoints.length > 1;
  const ranking: Ranking = hasVias
    ? { paths: [], proven: 0 }
    : { paths: [{ roles: [task.from], cost: [] }], proven: 1 };
  const cap = capsSteps && !hasVias ? STEPS_BEYOND_FEWEST : null;
  return answerRanking(task, query, ranking, query.constraints.maxSteps ?? cap, lowerBound, new SearchClock());
}

/**
 * Whether any path leads from one role to the other if constraints are ignored; null if the signal aborted the search.
 * O(roles + transitions), so no other budget is needed.
 */
async function areConnected({ network, from, to }: PathTask, signal: AbortSignal | undefined): Promise<boolean | null> {
  if (from === to) return true;
  const free = new Admission(network, UNCONSTRAINED);
  const budget = { expansions: Infinity, milliseconds: Infinity };
  const clock = new SearchClock(signal === undefined ? budget : { ...budget, signal });
  const least = await leastWeight({ network, admission: free, weights: stepsFirst(network), from, to }, clock);
  return clock.exhausted ? null : least < Infinity;
}
