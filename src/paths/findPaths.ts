import { Admission } from "./query/Admission.js";
import { checkQuery } from "./query/checkQuery.js";
import { describePath } from "./answer/describePath.js";
import { learningProblem, type LearningStart, STEPS_BEYOND_FEWEST } from "./learning/learningProblem.js";
import { leastWeight } from "./shortest/leastWeight.js";
import { LearningSearch } from "./learning/LearningSearch.js";
import type { Network } from "./network/Network.js";
import type { FoundPaths } from "./answer/FoundPaths.js";
import { type PathProblem, pathProblem } from "./query/PathProblem.js";
import { type PathQuery, UNCONSTRAINED } from "./query/PathQuery.js";
import { rankByWeight } from "./shortest/rankByWeight.js";
import { type Ranking, rankPaths } from "./search/rankPaths.js";
import { SearchClock } from "./search/SearchClock.js";
import { stepsFirst } from "./search/Weights.js";

/**
 * The best paths between two roles, in the order of the objective, at most `limit`, within the constraints.
 * @throws PathQueryError where the request makes no sense
 */
export async function findPaths(network: Network, query: PathQuery): Promise<FoundPaths> {
  checkQuery(network, query);
  const clock = new SearchClock(query.budget);
  const problem = pathProblem(network, query);
  if (problem.from === problem.to) return stayWhere(problem, query, query.objective === "LEAST_LEARNING");
  const { maxSteps } = query.constraints;
  switch (query.objective) {
    case "FEWEST_STEPS":
      return answer(problem, query, await rankByWeight(problem, "steps", query.limit, clock), maxSteps, clock);
    case "LEAST_TIME":
      return answer(problem, query, await rankByWeight(problem, "months", query.limit, clock), maxSteps, clock);
    case "LEAST_LEARNING": {
      const learning = await learningProblem(problem, query, false, clock);
      if (learning === null) return answer(problem, query, { paths: [], proven: 0 }, maxSteps, clock);
      if (!("bounds" in learning)) return unimproved(learning, query, clock);
      const { bounds, bottlenecks, skills, fewest } = learning;
      const search = new LearningSearch(learning.problem, bounds, bottlenecks, skills, fewest, clock);
      const ranking = await rankPaths(problem.from, query.limit, search, clock);
      const paths = ranking.paths.length === 0 && clock.exhausted ? [fewest] : ranking.paths;
      return answer(problem, query, { ...ranking, paths }, learning.problem.maxSteps, clock);
    }
  }
}

/** The answer of a search by skills whose clock ran out before it began: the path of fewest steps, unproven. */
export function unimproved(
  { problem, fewest }: LearningStart,
  query: Pick<PathQuery, "heldSkillIds">,
  clock: SearchClock,
): Promise<FoundPaths> {
  return answer(problem, query, { paths: [fewest], proven: 0 }, problem.maxSteps, clock);
}

/**
 * The answer where both ends are one role: the path of no steps, which keeps every constraint but a via.
 * @param capsSteps whether the search bounds steps of itself
 */
export async function stayWhere(
  problem: PathProblem,
  query: Pick<PathQuery, "heldSkillIds" | "constraints">,
  capsSteps: boolean,
): Promise<FoundPaths> {
  const hasVias = problem.waypoints.length > 1;
  const ranking: Ranking = hasVias
    ? { paths: [], proven: 0 }
    : { paths: [{ roles: [problem.from], cost: [] }], proven: 1 };
  const cap = capsSteps && !hasVias ? STEPS_BEYOND_FEWEST : null;
  return answer(problem, query, ranking, query.constraints.maxSteps ?? cap, new SearchClock());
}

/** What a ranking answers to a request; where it is empty and proven so, finds out why. */
export async function answer(
  problem: PathProblem,
  query: Pick<PathQuery, "heldSkillIds">,
  ranking: Ranking,
  maxSteps: number | null,
  clock: SearchClock,
): Promise<FoundPaths> {
  const paths = ranking.paths.map((path) => describePath(problem.network, path.roles, query.heldSkillIds));
  if (clock.exhausted) {
    return { outcome: "LIMIT_REACHED", noPathReason: null, optimal: ranking.proven > 0, maxSteps, paths };
  }
  if (paths.length > 0) return { outcome: "FOUND", noPathReason: null, optimal: true, maxSteps, paths };
  const noPathReason = (await isConnected(problem)) ? "CONSTRAINED" : "NOT_CONNECTED";
  return { outcome: "NO_PATH", noPathReason, optimal: true, maxSteps, paths };
}

/** Whether any way leads from one role to the other, constraints apart. */
async function isConnected({ network, from, to }: PathProblem): Promise<boolean> {
  if (from === to) return true;
  const free = new Admission(network, UNCONSTRAINED);
  const clock = new SearchClock({ expansions: Infinity, milliseconds: Infinity });
  const span = { network, admission: free, weights: stepsFirst(network), from, to };
  return (await leastWeight(span, clock)) < Infinity;
}
