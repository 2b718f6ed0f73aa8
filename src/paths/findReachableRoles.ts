import { wholeMonths } from "../model/wholeMonths.js";
import type { HeldDegree } from "./query/HeldDegree.js";
import { Problems } from "./query/Problems.js";
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

export interface ReachQuery {
  readonly fromId: string;
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
   * By (steps, months, title as roles are listed by it, id), without `from`: first the roles that paths inside the dataset of
   * `from` reach, then the others.
   */
  readonly roles: readonly ReachableRole[];
}

export interface ReachableRole {
  readonly roleId: string;
  /** Of that path, with the assumed months of steps whose time is not known. */
  readonly steps: number;
  readonly months: number;
  /** The first path in FEWEST_STEPS order that keeps both bounds; told anew at each call, as a list shows few of them. */
  path(): FoundPath;
}

/** Everything that is wrong with a request, for whoever has more to say of it. */
export function problemsOfReach(
  network: Network,
  { fromId, maxSteps, maxYears }: Pick<ReachQuery, "fromId" | "maxSteps" | "maxYears">,
): Problems {
  const problems = new Problems();
  problems.addUnknownRole(network, "from", fromId);
  problems.addBadCount("maxSteps", maxSteps);
  problems.addBadYears("maxYears", maxYears);
  return problems;
}

/**
 * The roles that some path within both bounds reaches. Labels are settled by (steps, months); the first of a role is its answer,
 * and later ones, of more steps but fewer months, are only gone on from where months are bounded.
 * O((roles + transitions) · log) without a bound on years, times the differing step counts of a role's labels with one.
 * @throws PathQueryError where a bound makes no sense or there is no such role
 */
export async function findReachableRoles(network: Network, query: ReachQuery): Promise<ReachAnswer> {
  problemsOfReach(network, query).check();
  const clock = new SearchClock(query.budget);
  const { joinsParts, partOf } = network.columns;
  const from = network.indexOf(query.fromId);
  const roles = await listed(network, query, clock, joinsParts ? (role) => partOf[role] === partOf[from] : () => true);
  if (joinsParts) {
    // What can be reached inside answers as where its dataset is served alone, even where bounds forbid it.
    const inside = reachedInside(network, from);
    const others = await listed(network, query, clock, () => true);
    for (const other of others) if (inside[network.indexOf(other.roleId)] === 0) roles.push(other);
  }
  return { outcome: clock.exhausted ? "LIMIT_REACHED" : roles.length > 0 ? "FOUND" : "NO_PATH", roles };
}

/** The roles that paths over admitted roles reach within the bounds, in order. */
async function listed(
  network: Network,
  query: ReachQuery,
  clock: SearchClock,
  admits: (role: number) => boolean,
): Promise<ReachableRole[]> {
  const { labels, reached } = await reach(network, query, clock, admits);
  const { placeOf } = network.columns;
  const sorted = await sortInTurns(reached, (left, right) => {
    const [leftRole, rightRole] = [labels.role[left]!, labels.role[right]!];
    return labels.weight[left]! - labels.weight[right]! || placeOf[leftRole]! - placeOf[rightRole]!;
  });
  const from = network.indexOf(query.fromId);
  return sorted.map((label) => ({
    roleId: network.roleId(labels.role[label]!),
    steps: labels.steps[label]!,
    months: labels.months[label]!,
    path: () => describePath(network, [from, ...labels.rolesOf(label)], query),
  }));
}

/** The first label of every role within the bounds, in the order in which they were settled. */
async function reach(
  network: Network,
  query: ReachQuery,
  clock: SearchClock,
  admits: (role: number) => boolean,
): Promise<{ labels: Labels; reached: number[] }> {
  const { outStart, outSteps, outTraits } = network.columns;
  const weights = stepsFirst(network);
  const maxSteps = query.maxSteps ?? Infinity;
  const maxMonths = query.maxYears === null ? Infinity : wholeMonths(query.maxYears);
  const from = network.indexOf(query.fromId);
  const labels = new Labels();
  const queue = new MinHeap();
  const frontier = new Frontier(labels, {
    compare: (left, right) =>
      labels.weight[left]! - labels.weight[right]! ||
      labels.inferred[left]! - labels.inferred[right]! ||
      labels.compareRoles(left, right),
    servesFor: (server, label) => maxMonths === Infinity || labels.months[server]! <= labels.months[label]!,
  });
  const reached: number[] = [];
  const isReached = new Uint8Array(network.roleCount);
  isReached[from] = 1;

  const start = labels.add(from, NO_LABEL);
  labels.steps[start] = labels.months[start] = labels.inferred[start] = labels.weight[start] = 0;
  queue.push(0, start);
  while (queue.size > 0) {
    const label = queue.pop();
    if (labels.dead[label] === 1) continue;
    const role = labels.role[label]!;
    if (!clock.spend(outStart[role + 1]! - outStart[role]!)) break;
    if (clock.restDue) await clock.rest();
    if (isReached[role] === 0) {
      isReached[role] = 1;
      reached.push(label);
    }
    if (labels.steps[label]! >= maxSteps) continue;
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next = roleOf(outSteps[step]!);
      const months = labels.months[label]! + monthsOf(outSteps[step]!);
      if (next === from || months > maxMonths || !admits(next)) continue;
      const longer = labels.add(next, label);
      labels.steps[longer] = labels.steps[label]! + 1;
      labels.months[longer] = months;
      labels.inferred[longer] = labels.inferred[label]! + ((outTraits[step]! & INFERRED_BIT) === 0 ? 0 : 1);
      labels.weight[longer] = labels.steps[longer]! * weights.step + months * weights.month;
      if (frontier.enter(longer, next)) queue.push(labels.weight[longer]!, longer);
      else labels.dropLast();
    }
    clock.charge(frontier.takeCompared());
  }
  return { labels, reached };
}
