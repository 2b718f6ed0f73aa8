import { wholeMonths } from "../model/wholeMonths.js";
import type { HeldDegree } from "./query/HeldDegree.js";
import { ArgumentErrors } from "./query/ArgumentErrors.js";
import { describePath } from "./answer/describePath.js";
import { Frontier } from "./search/Frontier.js";
import { Labels, NO_LABEL } from "./search/Labels.js";
import { INFERRED_BIT, monthsOf, type Network, roleOf } from "./network/Network.js";
import { MinHeap } from "./collections/MinHeap.js";
import type { FoundPath } from "./answer/FoundPaths.js";
import type { PathOutcome } from "./answer/PathOutcome.js";
import type { HeldLevel } from "./query/HeldLevel.js";
import { reachedInside } from "./query/partToKeep.js";
import { type SearchBudget, SearchClock } from "./pace/SearchClock.js";
import { sortInTurns } from "./pace/sortInTurns.js";
import { stepsFirst } from "./search/Weights.js";

/** Where the paths start or end, and the bounds that they must keep. */
export interface ReachQuery {
  /** The first role of the paths; null or omitted if they end at `toId`. Exactly one of the two is given. */
  readonly fromId?: string | null;
  readonly toId?: string | null;
  /** Null means no bound. */
  readonly maxSteps: number | null;
  readonly maxYears: number | null;
  /** Skills of the profile, including those that its certifications prove. */
  readonly heldSkillIds: readonly string[];
  /** Levels that the profile gives for skills. */
  readonly heldLevels?: readonly HeldLevel[];
  /** Degrees of the profile. */
  readonly heldDegrees?: readonly HeldDegree[];
  readonly budget?: SearchBudget;
}

export interface ReachAnswer {
  /** LIMIT_REACHED: the budget ended the search, and `roles` contains only the nearest roles. */
  readonly outcome: PathOutcome;
  /**
   * Ordered by (steps, months, title in list order, id), without the role of the request. The roles of its dataset that are connected by
   * paths inside that dataset come first.
   */
  readonly roles: readonly ReachableRole[];
}

export interface ReachableRole {
  readonly roleId: string;
  /** Whether a path inside one dataset connects the two roles. Such roles come before all others. */
  readonly isInside: boolean;
  /** Steps and months of `path`, including assumed months. */
  readonly steps: number;
  readonly months: number;
  /** The first path in FEWEST_STEPS order that keeps both bounds. Computed at each call, because a page shows only a few. */
  path(): FoundPath;
}

/** All errors in the arguments of a request. The caller may add its own before it throws. */
export function reachArgumentErrors(
  network: Network,
  { fromId = null, toId = null, maxSteps, maxYears }: Pick<ReachQuery, "fromId" | "toId" | "maxSteps" | "maxYears">,
): ArgumentErrors {
  const errors = new ArgumentErrors();
  if (fromId !== null) errors.addUnknownRole(network, "from", fromId);
  if (toId !== null) errors.addUnknownRole(network, "to", toId);
  if (fromId === null && toId === null) {
    errors.add(
      "from",
      "Give `from` to list the roles reachable from it, or `to` to list the roles that lead to it.",
      "MISSING",
    );
  }
  if (fromId !== null && toId !== null) {
    errors.add(
      "to",
      "Give `from` or `to`, not both: omit one or make it null. For paths between two roles, use `paths`.",
    );
  }
  errors.addBadCount("maxSteps", maxSteps);
  errors.addBadYears("maxYears", maxYears);
  return errors;
}

/**
 * Finds the roles that can be reached by a path within both bounds, or, with `toId`, the roles from which it can be reached. The search
 * then runs backward. Labels are settled by (steps, months). The first label of a role is its answer. Later labels have more steps but
 * fewer months, so they are extended only if months are bounded. O((roles + transitions) · log roles) without a bound on years; with one,
 * times the number of different step counts among a role's labels.
 * @throws PathQueryError if a bound is invalid, a role does not exist, or not exactly one role is given
 */
export async function findReachableRoles(network: Network, query: ReachQuery): Promise<ReachAnswer> {
  reachArgumentErrors(network, query).check();
  const clock = new SearchClock(query.budget);
  const { joinsParts, partOf } = network.columns;
  const fromId = query.fromId ?? null;
  const end: SearchEnd = { role: network.indexOf((fromId ?? query.toId)!), backward: fromId === null };
  const part = partOf[end.role];
  const roles = await listed(network, query, end, clock, joinsParts ? (role) => partOf[role] === part : null);
  if (joinsParts) {
    // A role that can be reached inside the dataset is answered as if the dataset were served alone, even if the bounds exclude it.
    const inside = reachedInside(network, end.role, { backward: end.backward });
    const others = await listed(network, query, end, clock, null);
    for (const other of others) {
      if (inside[network.indexOf(other.roleId)] === 0) roles.push({ ...other, isInside: false });
    }
  }
  return { outcome: clock.exhausted ? "LIMIT_REACHED" : roles.length > 0 ? "FOUND" : "NO_PATH", roles };
}

/** The role at which all paths of a search start or, if it runs backward, end. */
interface SearchEnd {
  readonly role: number;
  readonly backward: boolean;
}

/**
 * The roles within the bounds, in answer order.
 * @param admits which roles a path may pass through; null admits every role
 */
async function listed(
  network: Network,
  query: ReachQuery,
  end: SearchEnd,
  clock: SearchClock,
  admits: ((role: number) => boolean) | null,
): Promise<ReachableRole[]> {
  const { labels, reached } = await reach(network, query, end, clock, admits);
  const { listOrdinalOf } = network.columns;
  const sorted = await sortInTurns(reached, (left, right) => {
    const [leftRole, rightRole] = [labels.role[left]!, labels.role[right]!];
    return labels.weight[left]! - labels.weight[right]! || listOrdinalOf[leftRole]! - listOrdinalOf[rightRole]!;
  });
  const rolesOf = (label: number): number[] => {
    const roles = [end.role, ...labels.rolesOf(label)];
    return end.backward ? roles.reverse() : roles;
  };
  return sorted.map((label) => ({
    roleId: network.roleId(labels.role[label]!),
    isInside: true,
    steps: labels.steps[label]!,
    months: labels.months[label]!,
    path: () => describePath(network, rolesOf(label), query),
  }));
}

/** The first label of every role within the bounds, in the order of settling. */
async function reach(
  network: Network,
  query: ReachQuery,
  end: SearchEnd,
  clock: SearchClock,
  admits: ((role: number) => boolean) | null,
): Promise<{ labels: Labels; reached: number[] }> {
  const { columns } = network;
  const { start, steps, traits } = end.backward
    ? { start: columns.inStart, steps: columns.inSteps, traits: columns.inTraits }
    : { start: columns.outStart, steps: columns.outSteps, traits: columns.outTraits };
  const weights = stepsFirst(network);
  const maxSteps = query.maxSteps ?? Infinity;
  const maxMonths = query.maxYears === null ? Infinity : wholeMonths(query.maxYears);
  const labels = new Labels();
  const queue = new MinHeap();
  const frontier = new Frontier(labels, {
    compare: (left, right) =>
      labels.weight[left]! - labels.weight[right]! ||
      labels.inferred[left]! - labels.inferred[right]! ||
      (end.backward ? labels.compareRolesBackward(left, right) : labels.compareRoles(left, right)),
    servesFor: (server, label) => maxMonths === Infinity || labels.months[server]! <= labels.months[label]!,
  });
  const reached: number[] = [];
  const isReached = new Uint8Array(network.roleCount);
  isReached[end.role] = 1;

  const first = labels.add(end.role, NO_LABEL);
  labels.steps[first] = labels.months[first] = labels.inferred[first] = labels.weight[first] = 0;
  queue.push(0, first);
  while (queue.size > 0) {
    const label = queue.pop();
    if (labels.dead[label] === 1) continue;
    const role = labels.role[label]!;
    if (!clock.spend(start[role + 1]! - start[role]!)) break;
    if (clock.restDue) await clock.rest();
    if (isReached[role] === 0) {
      isReached[role] = 1;
      reached.push(label);
    }
    if (labels.steps[label]! >= maxSteps) continue;
    for (let step = start[role]!; step < start[role + 1]!; step++) {
      const next = roleOf(steps[step]!);
      const months = labels.months[label]! + monthsOf(steps[step]!);
      if (next === end.role || months > maxMonths || admits?.(next) === false) continue;
      const longer = labels.add(next, label);
      labels.steps[longer] = labels.steps[label]! + 1;
      labels.months[longer] = months;
      labels.inferred[longer] = labels.inferred[label]! + ((traits[step]! & INFERRED_BIT) === 0 ? 0 : 1);
      labels.weight[longer] = labels.steps[longer]! * weights.step + months * weights.month;
      if (frontier.enter(longer, next)) queue.push(labels.weight[longer]!, longer);
      else labels.dropLast();
    }
    clock.charge(frontier.takeCompared());
  }
  return { labels, reached };
}
