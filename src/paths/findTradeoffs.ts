import { checkQuery } from "./query/checkQuery.js";
import { answerRanking, stayWhere, unimproved } from "./answer/answerRanking.js";
import { learningTask } from "./learning/learningTask.js";
import type { Network } from "./network/Network.js";
import type { FoundPaths } from "./answer/FoundPaths.js";
import { pathTask } from "./query/PathTask.js";
import type { PathQuery } from "./query/PathQuery.js";
import { SearchClock } from "./pace/SearchClock.js";
import { TradeoffSearch } from "./learning/TradeoffSearch.js";

/**
 * The paths that no other beats in all of steps, years and skills to learn: by steps, then years, then skills, at most `limit`.
 * `optimal` says whether the whole set is proven, of which `limit` may show a part.
 * @throws PathQueryError where the request makes no sense
 */
export async function findTradeoffs(network: Network, query: Omit<PathQuery, "objective">): Promise<FoundPaths> {
  checkQuery(network, query);
  const clock = new SearchClock(query.budget);
  const task = pathTask(network, query);
  if (task.from === task.to) return stayWhere(task, query, true);
  const learning = await learningTask(task, query, true, clock);
  if (learning === null) return answerRanking(task, query, { paths: [], proven: 0 }, query.constraints.maxSteps, clock);
  if (!("bounds" in learning)) return unimproved(learning, query, clock);
  const paths = await new TradeoffSearch(learning, clock).all();
  const proven = clock.exhausted ? 0 : paths.length;
  return answerRanking(task, query, { paths: paths.slice(0, query.limit), proven }, learning.task.maxSteps, clock);
}
