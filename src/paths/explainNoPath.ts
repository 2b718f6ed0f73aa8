import { checkQuery } from "./query/checkQuery.js";
import { givenConstraints, type Relaxation } from "./query/givenConstraints.js";
import { describePath, type Person } from "./answer/describePath.js";
import type { Network } from "./network/Network.js";
import type { FoundPath } from "./answer/FoundPaths.js";
import { pathTask } from "./query/PathTask.js";
import type { PathQuery } from "./query/PathQuery.js";
import { rankByWeight } from "./shortest/rankByWeight.js";
import { SearchClock } from "./pace/SearchClock.js";

/** What stands in the way of any path, and the path that opens without it. */
export interface NoPathExplanation {
  /**
   * Arguments of the smallest set of constraints without which there is a path, such as `where.avoid[0]` or `where.maxSteps`; of
   * several such sets the first by the order of arguments. Empty if the constraints forbid nothing.
   */
  readonly withoutArguments: readonly string[];
  /** Why those constraints do not admit roles of that path, a sentence each, where their arguments do not say enough. */
  readonly reasons: readonly string[];
  /** The first path in FEWEST_STEPS order that opens then. */
  readonly path: FoundPath;
}

/**
 * Why constraints leave no path: tries to give up every one of them (each avoided role and each via by itself), then every two, and so on, and ends with the first set without
 * which there is a path. Null if no path exists even without constraints, or where the budget ended first.
 * As many searches as there are sets up to that size: constraints to the power of the answer's size, hence the budget.
 * @throws PathQueryError where the request makes no sense
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

/** Subsets of a size, those with earlier items first. */
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
