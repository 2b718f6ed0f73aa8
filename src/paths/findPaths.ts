import { Admission } from "./Admission.js";
import { AdditiveSearch } from "./AdditiveSearch.js";
import { type BestPath, bidirectionalSearch } from "./bidirectionalSearch.js";
import { checkQuery } from "./checkQuery.js";
import { describePath } from "./describePath.js";
import type { SearchBounds } from "./LabelExtender.js";
import { INFERRED_BIT, type Network } from "./Network.js";
import type { PathAnswer } from "./PathAnswer.js";
import { type PathProblem, pathProblem } from "./PathProblem.js";
import { type PathQuery, UNCONSTRAINED } from "./PathQuery.js";
import { type RankedPath, type Ranking, rankPaths } from "./rankPaths.js";
import { RemainderBounds } from "./RemainderBounds.js";
import { SearchClock } from "./SearchClock.js";
import { monthsFirst, stepsFirst, type Weights } from "./Weights.js";

const NOTHING: Ranking = { paths: [], proven: 0 };

/**
 * The best paths between two roles, in the order of the objective, at most `limit`, within the constraints.
 * @throws PathQueryError where the request makes no sense
 */
export async function findPaths(network: Network, query: PathQuery): Promise<PathAnswer> {
  checkQuery(network, query);
  const clock = new SearchClock(query.budget);
  const problem = pathProblem(network, query);
  const ranking = await rank(problem, query, clock);
  const paths = ranking.paths.map((path) => describePath(network, path.roles, query.heldSkillIds));
  const { maxSteps } = query.constraints;
  if (clock.exhausted) {
    return { outcome: "LIMIT_REACHED", noPathReason: null, optimal: ranking.proven > 0, maxSteps, paths };
  }
  if (paths.length > 0) return { outcome: "FOUND", noPathReason: null, optimal: true, maxSteps, paths };
  const noPathReason = (await isConnected(problem)) ? "CONSTRAINED" : "NOT_CONNECTED";
  return { outcome: "NO_PATH", noPathReason, optimal: true, maxSteps, paths };
}

async function rank(problem: PathProblem, query: PathQuery, clock: SearchClock): Promise<Ranking> {
  const { network, from, to, admission, waypoints } = problem;
  if (from === to) return waypoints.length > 1 ? NOTHING : { paths: [{ roles: [from], cost: [] }], proven: 1 };
  const bySteps = query.objective === "FEWEST_STEPS";
  const weights = bySteps ? stepsFirst(network, waypoints.length) : monthsFirst(network, waypoints.length);
  const otherBounded = (bySteps ? problem.maxMonths : problem.maxSteps) < Infinity;

  let first: RankedPath | null = null;
  if (waypoints.length === 1 && problem.maxTrackChanges === Infinity && !otherBounded) {
    const best = await bidirectionalSearch(network, admission, weights, from, to, clock);
    if (best === null || !keepsBound(problem, weights, best)) return NOTHING;
    first = { roles: best.roles, cost: [best.weight, inferredSteps(network, best.roles)] };
    if (query.limit === 1) return { paths: [first], proven: 1 };
  }

  const bounds = await boundsOf(problem, weights, otherBounded, clock);
  if (first !== null && clock.exhausted) return { paths: [first], proven: 1 };
  if (bounds === null) return NOTHING;
  return rankPaths(from, query.limit, new AdditiveSearch(problem, bounds, clock), first, clock);
}

/** Whether the best path by a metric keeps the bound on that metric; if it does not, none does. */
function keepsBound(problem: PathProblem, weights: Weights, best: BestPath): boolean {
  return weights.bySteps
    ? best.roles.length - 1 <= problem.maxSteps
    : Math.floor(best.weight / weights.month) <= problem.maxMonths;
}

async function boundsOf(
  problem: PathProblem,
  weights: Weights,
  otherBounded: boolean,
  clock: SearchClock,
): Promise<SearchBounds | null> {
  const left = await RemainderBounds.of(problem, weights, clock);
  if (left === null) return null;
  if (!otherBounded) return { weights, left, other: null };
  const { network, waypoints } = problem;
  const otherWeights = weights.bySteps ? monthsFirst(network, waypoints.length) : stepsFirst(network, waypoints.length);
  const otherLeft = await RemainderBounds.of(problem, otherWeights, clock);
  return otherLeft === null ? null : { weights, left, other: { weights: otherWeights, left: otherLeft } };
}

function inferredSteps(network: Network, roles: readonly number[]): number {
  let count = 0;
  for (let i = 1; i < roles.length; i++) {
    if ((network.columns.outTraits[network.findStep(roles[i - 1]!, roles[i]!)]! & INFERRED_BIT) !== 0) count++;
  }
  return count;
}

/** Whether any way leads from one role to the other, constraints apart. */
async function isConnected({ network, from, to }: PathProblem): Promise<boolean> {
  if (from === to) return true;
  const free = new Admission(network, UNCONSTRAINED);
  const clock = new SearchClock({ expansions: Infinity, milliseconds: Infinity });
  return (await bidirectionalSearch(network, free, stepsFirst(network), from, to, clock)) !== null;
}
