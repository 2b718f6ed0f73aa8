import { answerRanking, stayWhere, unimproved } from "./answer/answerRanking.js";
import { checkQuery } from "./query/checkQuery.js";
import { learningTask } from "./learning/learningTask.js";
import { LearningSearch } from "./learning/LearningSearch.js";
import type { Network } from "./network/Network.js";
import type { FoundPaths } from "./answer/FoundPaths.js";
import { pathTask } from "./query/PathTask.js";
import { ORDERS } from "./query/PathObjective.js";
import type { PathQuery } from "./query/PathQuery.js";
import { rankByWeight } from "./shortest/rankByWeight.js";
import { rankPaths } from "./search/rankPaths.js";
import { SearchClock } from "./pace/SearchClock.js";

/**
 * The best paths between two roles, in the order of the objective, at most `limit`, within the constraints.
 * @throws PathQueryError where the request makes no sense
 */
export async function findPaths(network: Network, query: PathQuery): Promise<FoundPaths> {
  checkQuery(network, query);
  const clock = new SearchClock(query.budget);
  const task = pathTask(network, query);
  if (task.from === task.to) return stayWhere(task, query, query.objective === "LEAST_LEARNING");
  const { maxSteps } = query.constraints;
  switch (query.objective) {
    case "FEWEST_STEPS":
    case "LEAST_TIME": {
      const [metric] = ORDERS[query.objective];
      return answerRanking(task, query, await rankByWeight(task, metric, query.limit, clock), maxSteps, clock);
    }
    case "LEAST_LEARNING": {
      const learning = await learningTask(task, query, false, clock);
      if (learning === null) return answerRanking(task, query, { paths: [], proven: 0 }, maxSteps, clock);
      if (!("bounds" in learning)) return unimproved(learning, query, clock);
      const search = new LearningSearch(learning, query.limit, clock);
      const ranking = await rankPaths(task.from, query.limit, search, clock);
      const paths = clock.exhausted ? search.met.all : ranking.paths;
      const answer = await answerRanking(task, query, { ...ranking, paths }, learning.task.maxSteps, clock);
      return { ...answer, lowerBound: search.lowerBound };
    }
  }
}
