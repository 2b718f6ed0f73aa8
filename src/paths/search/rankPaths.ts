import { PriorityQueue } from "../collections/PriorityQueue.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { LabelExtender } from "./LabelExtender.js";

/** A path with its cost. Paths compare by cost, number by number, and then by roles. */
export interface RankedPath {
  readonly roles: readonly number[];
  readonly cost: readonly number[];
}

/** The search that `rankPaths` uses for an objective. */
export interface CompletionSearch {
  /** Extends partial paths. Its prefix is the one that is continued, and paths that repeat a role it watches are avoided. */
  readonly extender: LabelExtender;
  /**
   * A lower bound on the cost of any path that continues this prefix without a banned role; it may have fewer numbers than a cost. Null if
   * there is no such path.
   */
  floor(banned: readonly number[]): readonly number[] | null;
  /**
   * The best complete path that continues the prefix without a banned role. It may repeat a role. Null if there is none or the clock ran
   * out.
   */
  best(banned: readonly number[]): Promise<RankedPath | null>;
}

export interface Ranking {
  /** The best paths, in order. If the clock ran out: the proven ones, then others that were found. */
  readonly paths: readonly RankedPath[];
  /** How many of the first paths are proven to be in the right order. */
  readonly proven: number;
}

/** A ranking by weight. */
export interface WeightRanking extends Ranking {
  /** A proven lower bound on the weight of every path. */
  readonly leastWeight: number;
}

/** Whether the paths ranked so far suffice. */
export type IsEnough = (paths: readonly RankedPath[]) => boolean;

function never(): boolean {
  return false;
}

/** The steps that computing a floor processes, rarely more. */
const STEPS_A_FLOOR = 64;

/** All paths that continue a prefix without a banned role, with the best of them once it is known. */
interface Branch {
  /** The prefix is the first `length` of these roles. */
  readonly roles: readonly number[];
  readonly length: number;
  readonly banned: readonly number[];
  /** The cost of `best`, or a lower bound while it is unknown. */
  readonly cost: readonly number[];
  readonly best: RankedPath | null;
}

/**
 * Finds the k best simple paths with Yen's algorithm (Management Science 17, 1971) and Lawler's refinement (1972). The search for a
 * deviation is delayed until its lower bound is the least cost in the queue.
 *
 * The set of all paths is split into branches, each with a prefix and banned next roles. Each round takes the branch of least cost. If its
 * best path is unknown, the path is sought and the branch queued again. Otherwise the path is the next in order, and the rest of its branch
 * is split along it. With vias, the best path of a branch may repeat a role. Its cost is still a lower bound for the branch. The search
 * then watches that role and runs again. If it cannot watch more roles, the branch is split along the path, which is not returned. In both
 * cases no path is lost or returned twice.
 *
 * Needs at most one search per prefix of a returned path, and usually far fewer.
 * @param limit the maximum number of paths
 * @param isEnough called after each path; the ranking ends when it returns true
 */
export async function rankPaths(
  from: number,
  limit: number,
  search: CompletionSearch,
  clock: SearchClock,
  isEnough: IsEnough = never,
): Promise<Ranking> {
  const branches = new PriorityQueue(compareBranches);
  branches.push({ roles: [from], length: 1, banned: [], cost: [], best: null });
  const paths: RankedPath[] = [];
  while (paths.length < limit && !clock.exhausted) {
    const branch = branches.pop();
    if (branch === undefined) break;
    if (branch.best === null) {
      const best = await seek(branch, search);
      if (best !== null) branches.push({ ...branch, cost: best.cost, best });
      continue;
    }
    const simple = simpleLength(branch.best.roles);
    if (simple === branch.best.roles.length) {
      paths.push(branch.best);
      if (paths.length === limit || isEnough(paths)) break;
    } else if (search.extender.watch(branch.best.roles[simple]!)) {
      branches.push({ ...branch, best: null });
      continue;
    }
    await split(branch, branch.best, simple, search, branches, clock);
  }
  const proven = paths.length;
  if (clock.exhausted) paths.push(...unproven(branches.rest(), limit - proven));
  return { paths, proven };
}

async function seek(branch: Branch, search: CompletionSearch): Promise<RankedPath | null> {
  const { prefix } = search.extender;
  prefix.begin(branch.roles);
  for (let length = 1; length < branch.length; length++) prefix.advance();
  return search.best(branch.banned);
}

/** Splits a branch without its best path into new branches: one for each position at which a path can leave the best path. */
async function split(
  branch: Branch,
  best: RankedPath,
  simple: number,
  search: CompletionSearch,
  branches: PriorityQueue<Branch>,
  clock: SearchClock,
): Promise<void> {
  const { roles } = best;
  const { prefix } = search.extender;
  prefix.begin(roles);
  for (let length = 1; length < roles.length && length <= simple; length++) {
    if (length > 1) prefix.advance();
    if (length < branch.length) continue;
    const banned = length === branch.length ? [...branch.banned, roles[length]!] : [roles[length]!];
    const floor = search.floor(banned);
    clock.pass(STEPS_A_FLOOR);
    if (clock.restDue) await clock.rest();
    if (floor !== null) branches.push({ roles, length, banned, cost: floor, best: null });
  }
}

/** The best of the paths that were found but not proven before the clock ran out. */
function unproven(branches: readonly Branch[], most: number): RankedPath[] {
  const met = branches.flatMap(({ best }) =>
    best !== null && simpleLength(best.roles) === best.roles.length ? [best] : [],
  );
  return met.sort(comparePaths).slice(0, most);
}

/** The length of the longest prefix without a repeated role. */
export function simpleLength(roles: readonly number[]): number {
  const passed = new Set<number>();
  for (const role of roles) {
    if (passed.has(role)) break;
    passed.add(role);
  }
  return passed.size;
}

/** On equal costs, a branch with an unknown best path comes first, because it may contain a better path. */
function compareBranches(left: Branch, right: Branch): number {
  const shared = Math.min(left.cost.length, right.cost.length);
  for (let i = 0; i < shared; i++) if (left.cost[i] !== right.cost[i]) return left.cost[i]! - right.cost[i]!;
  if (left.best === null && right.best === null) return left.cost.length - right.cost.length;
  if (left.best === null || right.best === null) return left.best === null ? -1 : 1;
  return compareRoles(left.best.roles, right.best.roles);
}

/** Compares two paths by cost, then by roles. */
export function comparePaths(left: RankedPath, right: RankedPath): number {
  for (let i = 0; i < left.cost.length; i++) if (left.cost[i] !== right.cost[i]) return left.cost[i]! - right.cost[i]!;
  return compareRoles(left.roles, right.roles);
}

/** Compares two paths by role ids, position by position. */
export function compareRoles(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < left.length && i < right.length; i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return left.length - right.length;
}
