import { AdditiveSearch } from "./AdditiveSearch.js";
import { Corridor } from "./Corridor.js";
import { firstOfTied } from "./firstOfTied.js";
import { giveBack, type Meeting, takeMeeting } from "./Meeting.js";
import { INFERRED_BIT, type Network } from "../network/Network.js";
import type { PathTask } from "../query/PathTask.js";
import { type IsEnough, type RankedPath, rankPaths, type WeightRanking } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { Weights } from "../search/Weights.js";

/** How many crossings to find per path: some paths have several crossings, and a crossing may lie on no simple path. */
const CROSSINGS_A_PATH = 2;

/**
 * Finds the best paths by (weight, inferred steps, role ids) with a bidirectional search. Requires that no constraint binds the whole path.
 * A single path follows from the meeting itself. Several paths are ranked inside the corridor of all paths up to some weight, which is
 * small and has exact remainders. If the corridor contains too few paths, it is widened and the ranking is repeated.
 */
export async function rankByMeeting(
  task: PathTask,
  weights: Weights,
  limit: number,
  clock: SearchClock,
  isEnough?: IsEnough,
): Promise<WeightRanking> {
  const meeting = takeMeeting(task.network);
  try {
    const most = greatestWeight(task, weights);
    let ranking: WeightRanking = { paths: [], proven: 0, leastWeight: 0 };
    for (let wanted = limit === 1 ? 1 : CROSSINGS_A_PATH * limit; ; wanted *= 2) {
      meeting.begin({ ...task, weights }, wanted, most);
      while (!meeting.grow(clock)) await clock.rest();
      if (!meeting.bestProven) return ranking;
      if (limit === 1 || (clock.exhausted && ranking.proven === 0))
        return { paths: [await firstOf(meeting, clock)], proven: 1, leastWeight: meeting.best };
      if (clock.exhausted) return ranking;
      const bounds = { weights, left: await Corridor.of(meeting, clock), most: meeting.most, other: null };
      const search = new AdditiveSearch(task, bounds, clock);
      ranking = { ...(await rankPaths(task.from, limit, search, clock, isEnough)), leastWeight: meeting.best };
      const isWhole = ranking.paths.length === limit || isEnough?.(ranking.paths) === true;
      if (clock.exhausted || isWhole || meeting.most === most) return ranking;
    }
  } finally {
    giveBack(meeting);
  }
}

async function firstOf(meeting: Meeting, clock: SearchClock): Promise<RankedPath> {
  const roles = await firstOfTied(meeting, clock);
  return { roles, cost: [meeting.best, inferredSteps(meeting.span.network, roles)] };
}

/** The greatest weight within the bound on the weightier unit. */
function greatestWeight({ maxSteps, maxMonths }: PathTask, weights: Weights): number {
  const [most, unit] = weights.bySteps ? [maxSteps, weights.step] : [maxMonths, weights.month];
  return (most + 1) * unit - 1;
}

function inferredSteps(network: Network, roles: readonly number[]): number {
  let count = 0;
  for (let i = 1; i < roles.length; i++) {
    if ((network.columns.outTraits[network.findStep(roles[i - 1]!, roles[i]!)]! & INFERRED_BIT) !== 0) count++;
  }
  return count;
}
