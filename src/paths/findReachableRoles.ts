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

/** Where paths start or where they end, and what they must keep. */
export interface ReachQuery {
  /** Where paths start; null or left out where they end at `toId`. Exactly one of the two is given. */
  readonly fromId?: string | null;
  readonly toId?: string | null;
  /** Null means no bound. */
  readonly maxSteps: number | null;
  readonly maxYears: number | null;
  /** Skills of the profile and those its certifications certify. */
  readonly heldSkillIds: readonly string[];
  /** Levels that the profile gives for skills. */
  readonly heldLevels?: readonly HeldLevel[];
  /** Degrees of the profile. */
  readonly heldDegrees?: readonly HeldDegree[];
  readonly budget?: SearchBudget;
}

export interface ReachAnswer {
  /** LIMIT_REACHED: the search ended by its budget, and `roles` are those nearest by. */
  readonly outcome: PathOutcome;
  /**
   * By (steps, months, title as roles are listed by it, id), without the role asked about: first the roles of its dataset that paths
   * inside it join with it, then the others.
   */
  readonly roles: readonly ReachableRole[];
}

export interface ReachableRole {
  readonly roleId: string;
  /** Whether a path inside one dataset joins the two; such roles stand before all others. */
  readonly isInside: boolean;
  /** Of that path, with the assumed months of steps whose time is not known. */
  readonly steps: number;
  readonly months: number;
  /** The first path in FEWEST_STEPS order that keeps both bounds; told anew at each call, as a list shows few of them. */
  path(): FoundPath;
}

/** Everything that is wrong with a request, for whoever has more to say of it. */
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
      "Give `from` to list the roles that can be reached, or `to` to list the roles from which it can be reached.",
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
 * The roles that some path within both bounds leads to, or comes from where `toId` is given; the search then goes backward. Labels
 * are settled by (steps, months); the first of a role is its answer, and later ones, of more steps but fewer months, are only gone
 * on from where months are bounded.
 * O((roles + transitions) · log) without a bound on years, times the differing step counts of a role's labels with one.
 * @throws PathQueryError where a bound makes no sense, there is no such role, or not exactly one role is given
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
    // What can be reached inside answers as where its dataset is served alone, even where bounds forbid it.
    const inside = reachedInside(network, end.role, { backward: end.backward });
    const others = await listed(network, query, end, clock, null);
    for (const other of others) {
      if (inside[network.indexOf(other.roleId)] === 0) roles.push({ ...other, isInside: false });
    }
  }
  return { outcome: clock.exhausted ? "LIMIT_REACHED" : roles.length > 0 ? "FOUND" : "NO_PATH", roles };
}

/** The role at which all paths of a search start, or at which they end where it goes backward. */
interface SearchEnd {
  readonly role: number;
  readonly backward: boolean;
}

/** The roles that paths over admitted roles reach within the bounds, in order; null admits every role. */
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

/** The first label of every role within the bounds, in the order in which they were settled. */
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
