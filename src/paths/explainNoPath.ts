import { checkQuery } from "./query/checkQuery.js";
import { describePath } from "./answer/describePath.js";
import type { Network } from "./network/Network.js";
import type { FoundPath } from "./answer/FoundPaths.js";
import { pathTask } from "./query/PathTask.js";
import type { PathConstraints, PathQuery } from "./query/PathQuery.js";
import { rankByWeight } from "./shortest/rankByWeight.js";
import { SearchClock } from "./pace/SearchClock.js";

/** What stands in the way of any path, and the path that opens without it. */
export interface NoPathExplanation {
  /**
   * Arguments of the smallest set of constraints without which there is a path, such as `where.avoid[0]` or `where.maxSteps`; of
   * several such sets the first by the order of arguments. Empty where the constraints forbid nothing.
   */
  readonly withoutArguments: readonly string[];
  /** The first path in FEWEST_STEPS order that opens then. */
  readonly path: FoundPath;
}

/** One constraint that can be given up by itself: each avoided role and each via, and every bound. */
interface Constraint {
  /** Usually one; several where a list names a role twice. */
  readonly arguments: readonly string[];
  without(constraints: PathConstraints): PathConstraints;
}

/**
 * Why constraints leave no path: tries to give up every one of them, then every two, and so on, and ends with the first set without
 * which there is a path. Null where no path exists even without constraints, or where the budget ended first.
 * As many searches as there are sets up to that size: constraints to the power of the answer's size, hence the budget.
 * @throws PathQueryError where the request makes no sense
 */
export async function explainNoPath(
  network: Network,
  query: Omit<PathQuery, "objective" | "limit">,
): Promise<NoPathExplanation | null> {
  checkQuery(network, { ...query, limit: 1 });
  const clock = new SearchClock(query.budget);
  const given = givenConstraints(query.constraints);
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

/** The constraints that a request makes, in the order of its arguments. Vias and avoided roles are found by id, as lists shrink. */
function givenConstraints(constraints: PathConstraints): Constraint[] {
  const { avoidIds, viaIds, trackIds, kinds, basis, maxSteps, maxYears, maxTrackChanges } = constraints;
  const given: Constraint[] = [
    ...[...new Set(avoidIds)].map((id) => ({
      arguments: avoidIds.flatMap((other, i) => (other === id ? [`where.avoid[${i}]`] : [])),
      without: (all: PathConstraints) => ({ ...all, avoidIds: all.avoidIds.filter((other) => other !== id) }),
    })),
    ...viaIds.map((id, i) => ({
      arguments: [`where.via[${i}]`],
      without: (all: PathConstraints) => ({ ...all, viaIds: all.viaIds.filter((other) => other !== id) }),
    })),
  ];
  if (trackIds !== null) given.push({ arguments: ["where.tracks"], without: (all) => ({ ...all, trackIds: null }) });
  if (kinds !== null) given.push({ arguments: ["where.kinds"], without: (all) => ({ ...all, kinds: null }) });
  if (basis !== null) given.push({ arguments: ["where.basis"], without: (all) => ({ ...all, basis: null }) });
  if (maxSteps !== null) given.push({ arguments: ["where.maxSteps"], without: (all) => ({ ...all, maxSteps: null }) });
  if (maxYears !== null) given.push({ arguments: ["where.maxYears"], without: (all) => ({ ...all, maxYears: null }) });
  if (maxTrackChanges !== null) {
    given.push({ arguments: ["where.maxTrackChanges"], without: (all) => ({ ...all, maxTrackChanges: null }) });
  }
  return given;
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

/** The first path in FEWEST_STEPS order when some constraints are given up, as role indexes; null where there is none. */
async function firstPath(
  network: Network,
  query: Pick<PathQuery, "fromId" | "toId" | "constraints">,
  givenUp: readonly Constraint[],
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
  query: Pick<PathQuery, "heldSkillIds">,
  givenUp: readonly Constraint[],
  path: readonly number[],
): NoPathExplanation {
  return {
    withoutArguments: givenUp.flatMap((constraint) => constraint.arguments),
    path: describePath(network, path, query.heldSkillIds),
  };
}
