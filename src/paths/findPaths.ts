import { answerRanking, answerSameRole } from "./answer/answerRanking.js";
import { checkQuery } from "./query/checkQuery.js";
import { learningStart, type LearningStart, learningTask, withSkills } from "./learning/learningTask.js";
import { LearningSearch } from "./learning/LearningSearch.js";
import type { Network } from "./network/Network.js";
import type { FoundPaths } from "./answer/FoundPaths.js";
import { DIFFER_AMONG, DIFFER_AMONG_LEARNING, differingPaths } from "./search/differingPaths.js";
import { type PathTask, pathTask } from "./query/PathTask.js";
import { ORDERS } from "./query/PathObjective.js";
import type { PathQuery } from "./query/PathQuery.js";
import { leastUnits, rankByWeight } from "./shortest/rankByWeight.js";
import { type IsEnough, type Ranking, rankPaths } from "./search/rankPaths.js";
import { LEARNING_EXPANSIONS, SearchClock } from "./pace/SearchClock.js";
import { searchQueue } from "./pace/SearchQueue.js";

const NOTHING: Ranking = { paths: [], proven: 0 };

/** Which of the ranked paths are listed. */
interface Selection {
  /** The maximum number of paths to rank. */
  readonly among: number;
  /** Whether the paths ranked so far suffice for the list. */
  readonly isEnough: IsEnough;
  readonly listed: (ranking: Ranking) => Ranking;
}

/**
 * Finds at most `limit` best paths between two roles that satisfy the constraints, in the order of the objective. With `differ`, lists
 * only paths that share little with each path listed before them.
 * @throws PathQueryError if the request is invalid
 */
export async function findPaths(network: Network, query: PathQuery): Promise<FoundPaths> {
  checkQuery(network, query);
  const task = pathTask(network, query);
  if (task.from === task.to) return answerSameRole(task, query, query.objective === "LEAST_LEARNING", 0);
  switch (query.objective) {
    case "FEWEST_STEPS":
    case "LEAST_TIME":
      return findByWeight(task, query, ORDERS[query.objective][0], new SearchClock(query.budget));
    case "LEAST_LEARNING":
      return findByLearning(task, query, new SearchClock(query.budget, LEARNING_EXPANSIONS));
  }
}

function selectionOf({ limit, differ }: PathQuery, differAmong: number): Selection {
  // The first path is always listed, so a single one needs no ranking of others.
  if (differ !== true || limit === 1) return { among: limit, isEnough: () => false, listed: (ranking) => ranking };
  return {
    among: differAmong,
    isEnough: (paths) => differingPaths(paths, limit).length === limit,
    listed: ({ paths, proven }) => ({ paths: differingPaths(paths, limit), proven }),
  };
}

async function findByWeight(
  task: PathTask,
  query: PathQuery,
  metric: "steps" | "months",
  clock: SearchClock,
): Promise<FoundPaths> {
  const { among, isEnough, listed } = selectionOf(query, DIFFER_AMONG);
  const ranking = await rankByWeight(task, metric, among, clock, isEnough);
  const weight = ranking.proven > 0 ? ranking.paths[0]!.cost[0]! : ranking.leastWeight;
  const least = leastUnits(task, metric, weight);
  const lowerBound = metric === "steps" ? Math.max(least, task.waypoints.length) : least / 12;
  return answerRanking(task, query, listed(ranking), query.constraints.maxSteps, lowerBound, clock);
}

async function findByLearning(asked: PathTask, query: PathQuery, clock: SearchClock): Promise<FoundPaths> {
  const start = await learningStart(asked, query, clock);
  if (start === null) return answerRanking(asked, query, NOTHING, query.constraints.maxSteps, 0, clock);
  const { task, fewest, leastSkills } = start;
  const { maxSteps } = task;
  const selection = selectionOf(query, DIFFER_AMONG_LEARNING);
  const { among, isEnough, listed } = selection;
  const settled = await rankWhereNothingIsSaved(start, selection, clock);
  if (settled !== null) return answerRanking(task, query, listed(settled), maxSteps, leastSkills, clock);
  const searched = await searchQueue.run(clock, async () => {
    const learning = await learningTask(start, false, clock);
    if (learning === null) return { ranking: { paths: [fewest], proven: 0 }, lowerBound: leastSkills };
    const search = new LearningSearch(learning, among, clock);
    const ranking = await rankPaths(task.from, among, search, clock, isEnough);
    const paths = clock.exhausted ? search.met.all : ranking.paths;
    return { ranking: { ...ranking, paths }, lowerBound: search.lowerBound };
  });
  return answerRanking(task, query, listed(searched.ranking), maxSteps, searched.lowerBound, clock);
}

/**
 * The best paths, if the first paths by steps bring no more skills than every path must bring. They are then also the first by skills,
 * because that order continues by steps. Null otherwise.
 */
async function rankWhereNothingIsSaved(
  { task, fewest, leastSkills, skills }: LearningStart,
  { among, isEnough }: Selection,
  clock: SearchClock,
): Promise<Ranking | null> {
  if (fewest.cost[0]! > leastSkills) return null;
  if (among === 1) return { paths: [fewest], proven: 1 };
  const { paths, proven } = await rankByWeight(task, "steps", among, clock, isEnough);
  const isLeast = paths.every((path) => withSkills(path, skills).cost[0] === leastSkills);
  return isLeast && !clock.exhausted ? { paths, proven } : null;
}
