import { checkQuery } from "./query/checkQuery.js";
import { givenConstraints, type Relaxation } from "./query/givenConstraints.js";
import { describePath, type Person } from "./answer/describePath.js";
import type { Network } from "./network/Network.js";
import type { FoundPath } from "./answer/FoundPaths.js";
import { pathTask } from "./query/PathTask.js";
import type { PathQuery } from "./query/PathQuery.js";
import { rankByWeight } from "./shortest/rankByWeight.js";
import { SearchClock } from "./pace/SearchClock.js";

/** The constraints that forbid every path, and the first path without them. */
export interface NoPathExplanation {
  /**
   * Arguments of the smallest set of constraints without which there is a path, such as `where.avoid[0]` or `where.maxSteps`. If
   * several sets are equally small, the first in argument order. Empty if there is a path with all constraints.
   */
  readonly withoutArguments: readonly string[];
  /** Why those constraints do not admit roles of `path`: one sentence for each role where the argument alone does not explain it. */
  readonly reasons: readonly string[];
  /** The first path in FEWEST_STEPS order without those constraints. */
  readonly path: FoundPath;
}

/**
 * Explains why constraints leave no path. Tries to give up each constraint alone (each avoided role and each via counts as one), then
 * each pair, and so on, until there is a path. Null if there is no path even without constraints, or if the budget ended first.
 * It needs one search for each set up to that size, O(constraints to the power of the size), so it has a budget.
 * @throws PathQueryError if the request is invalid
 */
export async function explainNoPath(
  network: Network,
  query: Omit<PathQuery, "objective" | "limit">,
): Promise<NoPathExplanation | null> {
  checkQuery(network, { ...query, limit: 1 });
  const clock = new SearchClock(query.budget);
  const given = givenConstraints(query.constraints).flatMap((constraint) => constraint.relaxations());
  const everything = await firstPath(network, query, given, clock);
  if (everything === null) return null;
  for (let size = 0; size < given.length; size++) {
    for (const set of subsets(given, size)) {
      const path = await firstPath(network, query, set, clock);
      if (clock.exhausted) return null;
      if (path !== null) return explanation(network, query, set, path);
    }
  }
  return explanation(network, query, given, everything);
}

/** Subsets of a given size, in lexicographic order of positions. */
function* subsets<Item>(items: readonly Item[], size: number, start = 0): Iterable<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = start; i + size <= items.length; i++) {
    for (const others of subsets(items, size - 1, i + 1)) yield [items[i]!, ...others];
  }
}

/** The first path in FEWEST_STEPS order when some constraints are given up, as role indexes; null if there is none. */
async function firstPath(
  network: Network,
  query: Pick<PathQuery, "fromId" | "toId" | "constraints">,
  givenUp: readonly Relaxation[],
  clock: SearchClock,
): Promise<readonly number[] | null> {
  const constraints = givenUp.reduce((left, constraint) => constraint.without(left), query.constraints);
  const task = pathTask(network, { ...query, constraints });
  if (task.from === task.to) return task.waypoints.length > 1 ? null : [task.from];
  const { paths, proven } = await rankByWeight(task, "steps", 1, clock);
  return proven === 0 ? null : paths[0]!.roles;
}

function explanation(
  network: Network,
  query: Person,
  givenUp: readonly Relaxation[],
  path: readonly number[],
): NoPathExplanation {
  return {
    withoutArguments: givenUp.flatMap((constraint) => constraint.arguments),
    reasons: givenUp.flatMap((constraint) => path.slice(1).flatMap((role) => constraint.whyNot(network, role) ?? [])),
    path: describePath(network, path, query),
  };
}
