import { Frontier, type LabelRules } from "./Frontier.js";
import { Labels, NO_LABEL } from "./Labels.js";
import { INFERRED_BIT } from "./Network.js";
import { PairHeap } from "./PairHeap.js";
import { changesTrack, type PathProblem } from "./PathProblem.js";
import { PathPrefix } from "./PathPrefix.js";
import type { CompletionSearch, RankedPath } from "./rankPaths.js";
import type { RemainderBounds } from "./RemainderBounds.js";
import type { SearchClock } from "./SearchClock.js";
import type { Weights } from "./Weights.js";

/** Roles that can be watched; each may double the labels of a search, so beyond these the ranking splits branches instead. */
const MOST_WATCHED = 12;

/** Lower bounds by the metric searched in and, where the other one is bounded as well, by that. */
export interface SearchBounds {
  readonly weights: Weights;
  readonly left: RemainderBounds;
  /** Null where the other metric is not bounded. */
  readonly other: { readonly weights: Weights; readonly left: RemainderBounds } | null;
}

/**
 * The best way on from a prefix by (weight, inferred steps, role ids) under all constraints: A* over labels.
 *
 * A label is a partial path; its state is its role and how many vias it has passed. One label makes another of its state pointless
 * when it comes no later in the order and has no more of whatever is bounded (steps, months, track changes), and has passed none of
 * the watched roles that the other has not: any way on from the other then serves it too, with the same suffix, so the order stays.
 * Lower bounds only steer and prune; that a label may be reached again by a lesser weight is allowed for.
 *
 * Without vias the best way never repeats a role, for leaving out a loop saves steps and breaks no bound. With vias it may (through
 * a role once before the via and once after), and the ranking then watches that role (decremental state space relaxation: Righini
 * and Salani, Networks 51, 2008).
 *
 * Cost: labels times steps of a role; labels are roles reached times vias, where nothing but vias is bounded.
 */
export class AdditiveSearch implements CompletionSearch, LabelRules {
  private readonly prefix: PathPrefix;
  private readonly labels = new Labels();
  private readonly queue = new PairHeap();
  private readonly frontier: Frontier;
  /** The bit of each watched role. */
  private readonly watchedBits = new Map<number, number>();
  private readonly stepsBounded: boolean;
  private readonly monthsBounded: boolean;

  constructor(
    private readonly problem: PathProblem,
    private readonly bounds: SearchBounds,
    private readonly clock: SearchClock,
  ) {
    const { network, waypoints } = problem;
    this.prefix = new PathPrefix(problem);
    this.frontier = new Frontier(this.labels, network.roleCount * waypoints.length, this);
    this.stepsBounded = problem.maxSteps < Infinity;
    this.monthsBounded = problem.maxMonths < Infinity;
  }

  begin(roles: readonly number[]): void {
    this.prefix.begin(roles);
  }

  advance(): void {
    this.prefix.advance();
  }

  end(): void {
    this.prefix.end();
  }

  watch(repeated: number): boolean {
    // A path sought before the role was watched may still come up; it only has to be sought again.
    if (this.watchedBits.has(repeated)) return true;
    if (this.watchedBits.size === MOST_WATCHED) return false;
    this.watchedBits.set(repeated, 1 << this.watchedBits.size);
    return true;
  }

  floor(banned: readonly number[]): readonly number[] | null {
    this.extend(this.root(), banned);
    const floor = this.queue.leastKey;
    this.clear();
    return floor === Infinity ? null : [floor];
  }

  async best(banned: readonly number[]): Promise<RankedPath | null> {
    const { labels, queue, problem, clock } = this;
    const { outStart } = problem.network.columns;
    this.extend(this.root(), banned);
    let found = NO_LABEL;
    while (queue.size > 0) {
      const label = queue.pop();
      if (labels.dead[label] === 1) continue;
      const role = labels.role[label]!;
      if (role === problem.to) {
        found = label;
        break;
      }
      if (!clock.spend(outStart[role + 1]! - outStart[role]!)) {
        found = this.frontier.newestOf(this.stateOf(problem.to, problem.waypoints.length - 1));
        break;
      }
      if (clock.restDue) await clock.rest();
      this.extend(label, []);
    }
    const path =
      found === NO_LABEL
        ? null
        : {
            roles: this.prefix.continued(labels.rolesOf(found)),
            cost: [labels.weight[found]!, labels.inferred[found]!],
          };
    this.clear();
    return path;
  }

  /** The label that stands for the whole prefix; it is in no state's list, as no way on returns to it. */
  private root(): number {
    const { labels, prefix, bounds } = this;
    const root = labels.add(prefix.last, NO_LABEL);
    labels.passed[root] = prefix.passed;
    labels.steps[root] = prefix.steps;
    labels.months[root] = prefix.months;
    labels.inferred[root] = prefix.inferred;
    labels.trackChanges[root] = prefix.trackChanges;
    labels.watched[root] = 0;
    labels.weight[root] = prefix.steps * bounds.weights.step + prefix.months * bounds.weights.month;
    return root;
  }

  /** Queues the labels that extend one by a step which keeps all constraints, but not to a banned role. */
  private extend(parent: number, banned: readonly number[]): void {
    const { labels, problem, bounds, prefix, watchedBits } = this;
    const { network, to, waypoints, viaPositions, admission, maxSteps, maxMonths, maxTrackChanges } = problem;
    const { outStart, outTo, outMonths, outTraits } = network.columns;
    const role = labels.role[parent]!;
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const traits = outTraits[step]!;
      const next = outTo[step]!;
      if (admission.traits[traits] === 0 || prefix.passes[next] === 1 || banned.includes(next)) continue;

      let passed = labels.passed[parent]!;
      if (next === to) {
        if (passed < waypoints.length - 1) continue;
      } else {
        if (!admission.admitsBetween(next)) continue;
        const position = viaPositions.get(next);
        if (position !== undefined && position !== passed) continue;
        if (position !== undefined) passed++;
      }
      const bit = watchedBits.get(next) ?? 0;
      if ((labels.watched[parent]! & bit) !== 0) continue;

      const trackChanges = labels.trackChanges[parent]! + (changesTrack(network, role, next) ? 1 : 0);
      const steps = labels.steps[parent]! + 1;
      const months = labels.months[parent]! + outMonths[step]!;
      if (trackChanges > maxTrackChanges || steps > maxSteps || months > maxMonths) continue;
      const left = next === to ? 0 : bounds.left.left(next, passed);
      if (left === Infinity || !this.keepsBounds(next, passed, steps, months, left)) continue;

      const label = labels.add(next, parent);
      labels.passed[label] = passed;
      labels.steps[label] = steps;
      labels.months[label] = months;
      labels.inferred[label] = labels.inferred[parent]! + ((traits & INFERRED_BIT) === 0 ? 0 : 1);
      labels.trackChanges[label] = trackChanges;
      labels.watched[label] = labels.watched[parent]! | bit;
      labels.weight[label] = steps * bounds.weights.step + months * bounds.weights.month;
      labels.floor[label] = labels.weight[label]! + left;
      // Of equal floors the lesser weight first: whatever else reaches its state at the same weight has then been seen.
      if (this.frontier.enter(label, this.stateOf(next, passed))) {
        this.queue.push(labels.floor[label]!, labels.weight[label]!, label);
      }
    }
  }

  /** Whether a partial path, with the least that is left of it, may still keep the bounds on steps and months. */
  private keepsBounds(role: number, passed: number, steps: number, months: number, left: number): boolean {
    if (role === this.problem.to) return true;
    const { weights, other } = this.bounds;
    // The heavier unit of a bound is a bound of its own; the lighter one is not, as it may belong to another way.
    if (!boundHolds(weights, left, steps, months, this.problem.maxSteps, this.problem.maxMonths)) return false;
    if (other === null) return true;
    const otherLeft = other.left.left(role, passed);
    return boundHolds(other.weights, otherLeft, steps, months, this.problem.maxSteps, this.problem.maxMonths);
  }

  private stateOf(role: number, passed: number): number {
    return role * this.problem.waypoints.length + passed;
  }

  compare(left: number, right: number): number {
    const { labels } = this;
    return (
      labels.weight[left]! - labels.weight[right]! ||
      labels.inferred[left]! - labels.inferred[right]! ||
      labels.compareRoles(left, right)
    );
  }

  servesFor(server: number, label: number): boolean {
    const { labels, problem } = this;
    if (labels.role[label] === problem.to) return true;
    return (
      (!this.stepsBounded || labels.steps[server]! <= labels.steps[label]!) &&
      (!this.monthsBounded || labels.months[server]! <= labels.months[label]!) &&
      (problem.maxTrackChanges === Infinity || labels.trackChanges[server]! <= labels.trackChanges[label]!) &&
      (labels.watched[server]! & ~labels.watched[label]!) === 0
    );
  }

  private clear(): void {
    this.frontier.clear();
    this.labels.clear();
    this.queue.clear();
  }
}

function boundHolds(
  weights: Weights,
  left: number,
  steps: number,
  months: number,
  maxSteps: number,
  maxMonths: number,
): boolean {
  return weights.bySteps
    ? steps + Math.floor(left / weights.step) <= maxSteps
    : months + Math.floor(left / weights.month) <= maxMonths;
}
