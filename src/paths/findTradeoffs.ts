import { checkQuery } from "./query/checkQuery.js";
import { answerRanking, answerSameRole } from "./answer/answerRanking.js";
import { learningStart, type LearningStart, learningTask } from "./learning/learningTask.js";
import type { Network } from "./network/Network.js";
import type { FoundPaths } from "./answer/FoundPaths.js";
import { type PathTask, pathTask } from "./query/PathTask.js";
import type { PathQuery } from "./query/PathQuery.js";
import { LEARNING_EXPANSIONS, SearchClock } from "./pace/SearchClock.js";
import { searchQueue } from "./pace/SearchQueue.js";
import { stepsFirst } from "./search/Weights.js";
import { leastUnits, rankByWeight } from "./shortest/rankByWeight.js";
import { TradeoffSearch } from "./learning/TradeoffSearch.js";

/**
 * Finds the Pareto-optimal paths by steps, years and skills to learn, at most `limit`, ordered by steps, then years, then skills.
 * `optimal` says whether the whole set is proven, even if `limit` shows only a part of it.
 * @throws PathQueryError if the request is invalid
 */
export async function findTradeoffs(network: Network, query: Omit<PathQuery, "objective">): Promise<FoundPaths> {
  checkQuery(network, query);
  const clock = new SearchClock(query.budget, LEARNING_EXPANSIONS);
  const asked = pathTask(network, query);
  if (asked.from === asked.to) return answerSameRole(asked, query, true, null);
  const start = await learningStart(asked, query, clock);
  if (start === null) {
    return answerRanking(asked, query, { paths: [], proven: 0 }, query.constraints.maxSteps, null, clock);
  }
  const { task, fewest } = start;
  if (await isBestInAll(asked, start, clock)) {
    return answerRanking(task, query, { paths: [fewest], proven: 1 }, task.maxSteps, null, clock);
  }
  const paths = await searchQueue.run(clock, async () => {
    const learning = await learningTask(start, true, clock);
    return learning === null ? [fewest] : new TradeoffSearch(learning, clock).all();
  });
  const proven = clock.exhausted ? 0 : paths.length;
  return answerRanking(task, query, { paths: paths.slice(0, query.limit), proven }, task.maxSteps, null, clock);
}

/** Whether no path has fewer skills or months than the path of fewest steps. That path is then the only trade-off, because it wins ties. */
async function isBestInAll(
  asked: PathTask,
  { fewest, leastSkills }: LearningStart,
  clock: SearchClock,
): Promise<boolean> {
  const [skills, weight] = fewest.cost;
  if (skills! > leastSkills) return false;
  const { paths } = await rankByWeight(asked, "months", 1, clock);
  if (clock.exhausted || paths.length === 0) return false;
  const months = weight! - (fewest.roles.length - 1) * stepsFirst(asked.network, asked.waypoints.length).step;
  return leastUnits(asked, "months", paths[0]!.cost[0]!) >= months;
}
