import { AdditiveSearch } from "./AdditiveSearch.js";
import { type BestPath, bidirectionalSearch } from "./bidirectionalSearch.js";
import type { SearchBounds } from "./LabelExtender.js";
import { INFERRED_BIT, type Network } from "./Network.js";
import type { PathProblem } from "./PathProblem.js";
import { type RankedPath, type Ranking, rankPaths } from "./rankPaths.js";
import { RemainderBounds } from "./RemainderBounds.js";
import type { SearchClock } from "./SearchClock.js";
import { monthsFirst, stepsFirst, type Weights } from "./Weights.js";

const NOTHING: Ranking = { paths: [], proven: 0 };

/**
 * The best paths by (steps, months) or (months, steps), then inferred steps and role ids; their cost is the packed weight and the
 * count of inferred steps. The ends must differ. The first comes from both ends at once where no constraint depends on the way taken before.
 */
export async function rankByWeight(
  problem: PathProblem,
  metric: "steps" | "months",
  limit: number,
  clock: SearchClock,
): Promise<Ranking> {
  const { network, from, to, admission, waypoints } = problem;
  const weights = metric === "steps" ? stepsFirst(network, waypoints.length) : monthsFirst(network, waypoints.length);
  const otherBounded = (metric === "steps" ? problem.maxMonths : problem.maxSteps) < Infinity;

  let first: RankedPath | null = null;
  if (waypoints.length === 1 && problem.maxTrackChanges === Infinity && !otherBounded) {
    const best = await bidirectionalSearch(network, admission, weights, from, to, clock);
    if (best === null || !keepsBound(problem, weights, best)) return NOTHING;
    first = { roles: best.roles, cost: [best.weight, inferredSteps(network, best.roles)] };
    if (limit === 1) return { paths: [first], proven: 1 };
  }

  const bounds = await searchBounds(problem, weights, otherBounded, clock);
  if (first !== null && clock.exhausted) return { paths: [first], proven: 1 };
  if (bounds === null) return NOTHING;
  return rankPaths(from, limit, new AdditiveSearch(problem, bounds, clock), first, clock);
}

/**
 * Lower bounds for a search; null where they show that there is no path (or the clock ran out).
 * @param withOther whether bounds by the other metric are wanted as well
 */
export async function searchBounds(
  problem: PathProblem,
  weights: Weights,
  withOther: boolean,
  clock: SearchClock,
): Promise<SearchBounds | null> {
  const { network, waypoints } = problem;
  const left = await RemainderBounds.of(problem, weights, clock);
  if (left === null) return null;
  if (!withOther) return { weights, left, other: null };
  const other = weights.bySteps ? monthsFirst(network, waypoints.length) : stepsFirst(network, waypoints.length);
  const otherLeft = await RemainderBounds.of(problem, other, clock);
  return otherLeft === null ? null : { weights, left, other: { weights: other, left: otherLeft } };
}

/** Whether the best path by a metric keeps the bound on that metric; if it does not, none does. */
function keepsBound(problem: PathProblem, weights: Weights, best: BestPath): boolean {
  return weights.bySteps
    ? best.roles.length - 1 <= problem.maxSteps
    : Math.floor(best.weight / weights.month) <= problem.maxMonths;
}

function inferredSteps(network: Network, roles: readonly number[]): number {
  let count = 0;
  for (let i = 1; i < roles.length; i++) {
    if ((network.columns.outTraits[network.findStep(roles[i - 1]!, roles[i]!)]! & INFERRED_BIT) !== 0) count++;
  }
  return count;
}
