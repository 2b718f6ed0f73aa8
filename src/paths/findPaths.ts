import { answerRanking, stayWhere, unimproved } from "./answer/answerRanking.js";
import { checkQuery } from "./query/checkQuery.js";
import { learningProblem } from "./learning/learningProblem.js";
import { LearningSearch } from "./learning/LearningSearch.js";
import type { Network } from "./network/Network.js";
import type { FoundPaths } from "./answer/FoundPaths.js";
import { pathProblem } from "./query/PathProblem.js";
import type { PathQuery } from "./query/PathQuery.js";
import { rankByWeight } from "./shortest/rankByWeight.js";
import { rankPaths } from "./search/rankPaths.js";
import { SearchClock } from "./search/SearchClock.js";

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
      return answerRanking(problem, query, await rankByWeight(problem, "steps", query.limit, clock), maxSteps, clock);
    case "LEAST_TIME":
      return answerRanking(problem, query, await rankByWeight(problem, "months", query.limit, clock), maxSteps, clock);
    case "LEAST_LEARNING": {
      const learning = await learningProblem(problem, query, false, clock);
      if (learning === null) return answerRanking(problem, query, { paths: [], proven: 0 }, maxSteps, clock);
      if (!("bounds" in learning)) return unimproved(learning, query, clock);
      const { bounds, bottlenecks, skills, fewest } = learning;
      const search = new LearningSearch(learning.problem, bounds, bottlenecks, skills, fewest, clock);
      const ranking = await rankPaths(problem.from, query.limit, search, clock);
      const paths = ranking.paths.length === 0 && clock.exhausted ? [fewest] : ranking.paths;
      return answerRanking(problem, query, { ...ranking, paths }, learning.problem.maxSteps, clock);
    }
  }
}
