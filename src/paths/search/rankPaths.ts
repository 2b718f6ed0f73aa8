import { PriorityQueue } from "../collections/PriorityQueue.js";
import type { SearchClock } from "../pace/SearchClock.js";

/** A path with its cost, compared number by number and then by roles. */
export interface RankedPath {
  readonly roles: readonly number[];
  readonly cost: readonly number[];
}

/** What ranking asks of a search by some objective. */
export interface CompletionSearch {
  /** Sets out along a path; its first role alone is then the prefix. */
  begin(roles: readonly number[]): void;
  /** Makes the prefix one role longer. */
  advance(): void;
  /** First numbers of a cost that no path with this prefix and then another role than the banned ones undercuts; null: no such path. */
  floor(banned: readonly number[]): readonly number[] | null;
  /** The best way on from the prefix, as a whole path; it may repeat a role. Null if there is none or the clock ran out. */
  best(banned: readonly number[]): Promise<RankedPath | null>;
  /** Told of a best path that repeats a role: makes further searches avoid that. False if it cannot. */
  watch(repeated: number): boolean;
}

export interface Ranking {
  /** The best paths, in order; where the clock ran out, proven ones first and then others that were met. */
  readonly paths: readonly RankedPath[];
  /** How many of them are proven to stand where they stand. */
  readonly proven: number;
}

/** A ranking by weight. */
export interface WeightRanking extends Ranking {
  /** No path weighs less, as far as is proven. */
  readonly leastWeight: number;
}

/** Whether the best paths, in order, are all that is wanted. */
export type IsEnough = (paths: readonly RankedPath[]) => boolean;

function never(): boolean {
  return false;
}

/** As many steps as finding a floor may look at; seldom more. */
const STEPS_A_FLOOR = 64;

/** All paths that begin with a prefix and go on to another role than the banned ones, with the best of them once it is sought. */
interface Branch {
  /** The prefix is the first `length` of these roles. */
  readonly roles: readonly number[];
  readonly length: number;
  readonly banned: readonly number[];
  /** At least this much while no best is known, its cost afterwards. */
  readonly cost: readonly number[];
  readonly best: RankedPath | null;
}

/**
 * The k best paths without a repeated role: Yen's algorithm (Management Science 17, 1971) with Lawler's refinement (1972), each
 * deviation put off until its lower bound is due.
 *
 * The set of all paths is split into branches, each with a prefix and banned next roles. The branch of least cost is taken; if its
 * best path is not yet known it is sought, else that path is the next in order and the rest of its branch is split along it. The
 * best way on may repeat a role, where vias make a search pass through a role twice. It is a true lower bound for its branch: the
 * search is then told to watch the role and asked again, or, where it can watch no more, the branch is split along the path, which
 * is not shown. Either way nothing is lost and nothing is shown twice.
 *
 * At most one search a prefix of a shown path; usually few, as most deviations are never due.
 * @param limit paths ranked at most
 * @param isEnough asked after each path; where it says so of the paths so far, the ranking ends with them
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
    } else if (search.watch(branch.best.roles[simple]!)) {
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
  search.begin(branch.roles);
  for (let length = 1; length < branch.length; length++) search.advance();
  return search.best(branch.banned);
}

/** Queues what is left of a branch without its best path, by the position at which a path leaves that one. */
async function split(
  branch: Branch,
  best: RankedPath,
  simple: number,
  search: CompletionSearch,
  branches: PriorityQueue<Branch>,
  clock: SearchClock,
): Promise<void> {
  const { roles } = best;
  search.begin(roles);
  for (let length = 1; length < roles.length && length <= simple; length++) {
    if (length > 1) search.advance();
    if (length < branch.length) continue;
    const banned = length === branch.length ? [...branch.banned, roles[length]!] : [roles[length]!];
    const floor = search.floor(banned);
    clock.pass(STEPS_A_FLOOR);
    if (clock.restDue) await clock.rest();
    if (floor !== null) branches.push({ roles, length, banned, cost: floor, best: null });
  }
}

/** The best of the paths that were met before the clock ran out. */
function unproven(branches: readonly Branch[], most: number): RankedPath[] {
  const met = branches.flatMap(({ best }) =>
    best !== null && simpleLength(best.roles) === best.roles.length ? [best] : [],
  );
  return met.sort(comparePaths).slice(0, most);
}

/** How many roles from the start differ from each other. */
export function simpleLength(roles: readonly number[]): number {
  const passed = new Set<number>();
  for (const role of roles) {
    if (passed.has(role)) break;
    passed.add(role);
  }
  return passed.size;
}

/** A branch whose best path is not known comes before a known path of the same first numbers, for it may hold a better one. */
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
