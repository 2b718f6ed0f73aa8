import { Labels, NO_LABEL } from "./Labels.js";
import { INFERRED_BIT, monthsOf, roleOf } from "../network/Network.js";
import { changesTrack, passedWith, type PathTask } from "../query/PathTask.js";
import { PathPrefix } from "./PathPrefix.js";
import type { Weights } from "./Weights.js";

/** How many roles can be watched: one for each bit of a small integer. */
const MOST_WATCHED = 30;

/** Lower bounds on the weight of the rest of a path. */
export interface Remainders {
  /** A lower bound on the weight from a role to the end after some waypoints; Infinity if no way on matters. */
  left(role: number, passed: number): number;
}

/** Lower bounds in the metric of the labels' weights and, if the other metric is bounded too, in that. */
export interface SearchBounds {
  readonly weights: Weights;
  readonly left: Remainders;
  /** Complete paths of greater weight are not sought. */
  readonly most: number;
  /** Null if the other metric is not bounded. */
  readonly other: { readonly weights: Weights; readonly left: Remainders } | null;
}

/**
 * Extends labels by one step under all constraints. All label searches share it. It makes no label from which the lower bounds exclude
 * every way to the end.
 */
export class LabelExtender {
  readonly labels = new Labels();
  readonly prefix: PathPrefix;
  /** The bit of each watched role. */
  private readonly watchedBits = new Map<number, number>();
  private readonly stepsBounded: boolean;

  constructor(
    private readonly task: PathTask,
    private readonly bounds: SearchBounds,
    private readonly mostWatched = MOST_WATCHED,
  ) {
    this.prefix = new PathPrefix(task);
    this.stepsBounded = task.maxSteps < Infinity;
  }

  /** Prevents further searches from passing a role twice; false if no more roles can be watched. */
  watch(role: number): boolean {
    // A path found before the role was watched may still appear; it must be sought again.
    if (this.watchedBits.has(role)) return true;
    if (this.watchedBits.size === this.mostWatched) return false;
    this.watchedBits.set(role, 1 << this.watchedBits.size);
    return true;
  }

  /** The state of a label as one number: its role, and how many waypoints are passed. */
  stateOf(label: number): number {
    return this.labels.role[label]! * this.task.waypoints.length + this.labels.passed[label]!;
  }

  /** Adds the label that represents the whole prefix. It is in no state's list, because no continuation returns to it. */
  root(): number {
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

  /**
   * Makes every label that extends `parent` by one admitted step, except to banned roles.
   * @param keep called with each new label, which is removed if the call returns false
   */
  extend(parent: number, banned: readonly number[], keep: (label: number) => boolean): void {
    const { labels, task, bounds, prefix, watchedBits } = this;
    const { network, to, waypoints, loneVias, admission, maxSteps, maxMonths, maxTrackChanges } = task;
    const { outStart, outSteps, outTraits } = network.columns;
    const role = labels.role[parent]!;
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const traits = outTraits[step]!;
      const next = roleOf(outSteps[step]!);
      if (admission.traits[traits] === 0 || prefix.passes(next) || banned.includes(next)) continue;

      let passed = labels.passed[parent]!;
      if (next === to) {
        if (passed < waypoints.length - 1) continue;
      } else {
        if (!admission.admitsBetween(next)) continue;
        passed = passedWith(task, passed, next);
        if (passed === labels.passed[parent]! && loneVias.has(next)) continue;
      }
      const bit = watchedBits.get(next) ?? 0;
      if ((labels.watched[parent]! & bit) !== 0) continue;

      const trackChanges = labels.trackChanges[parent]! + (changesTrack(network, role, next) ? 1 : 0);
      const steps = labels.steps[parent]! + 1;
      const months = labels.months[parent]! + monthsOf(outSteps[step]!);
      if (trackChanges > maxTrackChanges || steps > maxSteps || months > maxMonths) continue;
      const left = next === to ? 0 : bounds.left.left(next, passed);
      const weight = steps * bounds.weights.step + months * bounds.weights.month;
      if (left === Infinity || weight + left > bounds.most) continue;
      if (!this.mayKeepBounds(next, passed, steps, months, left)) continue;

      const label = labels.add(next, parent);
      labels.passed[label] = passed;
      labels.steps[label] = steps;
      labels.months[label] = months;
      labels.inferred[label] = labels.inferred[parent]! + ((traits & INFERRED_BIT) === 0 ? 0 : 1);
      labels.trackChanges[label] = trackChanges;
      labels.watched[label] = labels.watched[parent]! | bit;
      labels.weight[label] = weight;
      labels.floor[label] = weight + left;
      if (!keep(label)) labels.dropLast();
    }
  }

  /** Compares two labels of one state as complete paths with the same continuation compare: by weight, inferred steps, role ids. */
  compare(left: number, right: number): number {
    const { labels } = this;
    return (
      labels.weight[left]! - labels.weight[right]! ||
      labels.inferred[left]! - labels.inferred[right]! ||
      labels.compareRoles(left, right)
    );
  }

  /**
   * Whether the constraints allow `rival` every continuation that they allow `label`: it has no more of any bounded figure and has
   * passed no watched role that `label` has not.
   * @param monthsMatter whether months count as a bounded figure
   */
  hasNoLessLeft(rival: number, label: number, monthsMatter: boolean): boolean {
    const { labels, task } = this;
    return (
      (!this.stepsBounded || labels.steps[rival]! <= labels.steps[label]!) &&
      (!monthsMatter || labels.months[rival]! <= labels.months[label]!) &&
      (task.maxTrackChanges === Infinity || labels.trackChanges[rival]! <= labels.trackChanges[label]!) &&
      (labels.watched[rival]! & ~labels.watched[label]!) === 0
    );
  }

  /** The first role of all paths. */
  get start(): number {
    return this.task.from;
  }

  /** Whether a label is a complete path. */
  hasArrived(label: number): boolean {
    return this.labels.role[label] === this.task.to;
  }

  /** The number of steps out of the role of a label. */
  stepsFrom(label: number): number {
    const { outStart } = this.task.network.columns;
    const role = this.labels.role[label]!;
    return outStart[role + 1]! - outStart[role]!;
  }

  /** The roles of the path of a label, including the prefix. */
  rolesOf(label: number): number[] {
    return this.prefix.continued(this.labels.rolesOf(label));
  }

  /** A lower bound on the steps of a complete path that extends a label. Requires weights by steps first. */
  leastSteps(label: number): number {
    return Math.floor(this.labels.floor[label]! / this.bounds.weights.step);
  }

  /** A lower bound on the months of a complete path that extends a label. Requires `bounds.other` by months. */
  leastMonths(label: number): number {
    const { labels, bounds } = this;
    const { weights, left } = bounds.other!;
    const role = labels.role[label]!;
    if (role === this.task.to) return labels.months[label]!;
    return labels.months[label]! + Math.floor(left.left(role, labels.passed[label]!) / weights.month);
  }

  /** Whether a partial path can still keep the bounds on steps and months, by the lower bounds on the rest. */
  private mayKeepBounds(role: number, passed: number, steps: number, months: number, left: number): boolean {
    if (role === this.task.to) return true;
    const { weights, other } = this.bounds;
    return (
      this.mayKeepBound(weights, left, steps, months) &&
      (other === null || this.mayKeepBound(other.weights, other.left.left(role, passed), steps, months))
    );
  }

  /** Uses only the weightier unit of the least weight. It is a lower bound by itself; the lighter unit may belong to another way. */
  private mayKeepBound(weights: Weights, left: number, steps: number, months: number): boolean {
    return weights.bySteps
      ? steps + Math.floor(left / weights.step) <= this.task.maxSteps
      : months + Math.floor(left / weights.month) <= this.task.maxMonths;
  }
}
