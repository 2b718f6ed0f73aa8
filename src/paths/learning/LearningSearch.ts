import { LabelExtender } from "../search/LabelExtender.js";
import { type CompletionSearch, comparePaths, type RankedPath } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { type LayerRules, LayerSearch } from "./LayerSearch.js";
import type { LearningTask } from "./learningTask.js";
import { BestPaths } from "./BestPaths.js";
import { SkillBounds } from "./SkillBounds.js";

/** Labels kept per layer in the first and in the second search. The first is narrow: it soon finds a good path, which prunes the second. */
export const WIDTHS: readonly [number, number] = [16, 256];
/** The factor by which each further search is wider. */
export const WIDENING = 8;

/** Skills and weight. */
type Cost = readonly [number, number];

/**
 * Finds the best continuation of a prefix by (skills to learn, steps, months, inferred steps, role ids) under all constraints.
 *
 * What a step adds depends on what was learned before, so the least count at a role is not enough: labels carry the set of skills
 * learned.
 *
 * Runs layer searches of growing width until one gives up no label that could beat the best path found. That path is then proven.
 * The worst case is exponential, so a clock ends the search; the best paths found by then are the answer.
 */
export class LearningSearch implements CompletionSearch {
  /** The best paths found by all searches so far. */
  readonly met: BestPaths;
  readonly extender: LabelExtender;
  private readonly bounds: SkillBounds;
  private readonly layers: LayerSearch;
  private readonly stepWeight: number;
  private readonly monthWeight: number;
  /** The best path of the current search. */
  private incumbent: RankedPath | null = null;
  /** An upper bound on the cost of the paths sought; null if none is known. */
  private ceiling: Cost | null = null;
  /** The least cost among the labels that were given up; null if none was. */
  private givenUp: Cost | null = null;
  private proven: number;

  /**
   * @param learning its steps must be bounded, and its weights must order by steps first
   * @param limit the number of paths sought in all
   */
  constructor(
    learning: LearningTask,
    limit: number,
    private readonly clock: SearchClock,
    private readonly widths = WIDTHS,
  ) {
    const { task, fewest, leastSkills } = learning;
    const { weights } = learning.bounds;
    const monthsMatter = task.maxMonths < Infinity;
    const extender = new LabelExtender(task, learning.bounds);
    const { labels } = extender;
    const bounds = new SkillBounds(learning, extender);
    this.extender = extender;
    this.bounds = bounds;
    this.stepWeight = weights.step;
    this.monthWeight = weights.month;
    this.met = new BestPaths(limit);
    this.met.offer(fewest);
    this.proven = leastSkills;
    const rules: LayerRules = {
      admit: (label) => this.admit(label),
      matters: (label) => !this.isBeaten(bounds.least(label), labels.floor[label]!),
      dominates: (rival, label) => bounds.dominates(rival, label, monthsMatter),
      prefer: (left, right) => bounds.least(left) - bounds.least(right) || labels.floor[left]! - labels.floor[right]!,
      giveUp: (label) => (this.givenUp = lesser(this.givenUp, [bounds.least(label), labels.floor[label]!])),
      move: (from, to) => bounds.move(from, to),
      room: () => bounds.room,
    };
    this.layers = new LayerSearch(extender, rules, clock);
  }

  /** A proven lower bound on the skills of the best path. */
  get lowerBound(): number {
    return this.proven;
  }

  floor(banned: readonly number[]): readonly number[] | null {
    const { extender } = this;
    this.startFromBest(banned);
    this.layers.clear();
    const root = extender.root();
    this.learnPrefix(root);
    let floor: Cost | null = null;
    extender.extend(root, banned, (label) => {
      if (this.admit(label)) floor = lesser(floor, [this.bounds.least(label), extender.labels.floor[label]!]);
      return false;
    });
    return lesser(floor, this.incumbent === null ? null : costOf(this.incumbent));
  }

  async best(banned: readonly number[]): Promise<RankedPath | null> {
    const { clock, extender } = this;
    const isWhole = extender.prefix.steps === 0 && banned.length === 0;
    const [first, second] = this.widths;
    let width = first;
    for (let turn = 1; ; turn++) {
      this.startFromBest(banned);
      this.givenUp = null;
      await this.layers.run(this.learnPrefix, banned, width);
      const givenUp = this.givenUp as Cost | null;
      const complete = givenUp === null || this.isBeaten(...givenUp);
      if (isWhole) {
        const best = this.incumbent === null ? null : costOf(this.incumbent);
        this.proven = Math.max(this.proven, lesser(complete ? null : givenUp, best)?.[0] ?? 0);
      }
      if (complete) break;
      if (clock.exhausted) return null;
      if (turn === 1) width = second;
      else if (!(await this.sharpen())) width *= WIDENING;
    }
    this.layers.clear();
    return this.incumbent;
  }

  /** Tightens the bounds by looking at all ways; false if that was tried before or is not possible. */
  private sharpen(): Promise<boolean> {
    const { stepWeight, monthWeight } = this;
    this.ceiling = this.met.ceiling === null ? null : [this.met.ceiling[0]!, this.met.ceiling[1]!];
    return this.bounds.sharpen(
      (skills, steps, months) => this.isBeaten(skills, steps * stepWeight + months * monthWeight),
      this.clock,
    );
  }

  /** Starts a search from the paths that earlier searches found. */
  private startFromBest(banned: readonly number[]): void {
    this.incumbent = this.met.bestAfter(this.extender.prefix.roles, banned);
    const cost = this.incumbent?.cost ?? this.met.ceiling;
    this.ceiling = cost === null ? null : [cost[0]!, cost[1]!];
  }

  /** Sets the skills of a label to those of the prefix. */
  private readonly learnPrefix = (root: number): void => {
    const { skills } = this.bounds;
    skills.clear(root);
    for (const role of this.extender.prefix.roles.slice(1)) skills.learn(root, root, role);
  };

  private admit(label: number): boolean {
    const { extender, bounds } = this;
    const { labels } = extender;
    const role = labels.role[label]!;
    bounds.skills.learn(labels.parent[label]!, label, role);
    if (extender.hasArrived(label)) {
      this.offer(label);
      return false;
    }
    return !this.isBeaten(bounds.keepLeast(label), labels.floor[label]!);
  }

  /** Records the path of a label that has reached the end, unless a known path beats it. */
  private offer(label: number): void {
    const { extender, bounds, incumbent } = this;
    const { labels } = extender;
    const cost = [bounds.skills.count(label), labels.weight[label]!, labels.inferred[label]!];
    if (this.isBeaten(cost[0]!, cost[1]!)) return;
    const path = { roles: extender.rolesOf(label), cost };
    this.met.offer(path);
    if (incumbent !== null && comparePaths(path, incumbent) >= 0) return;
    this.incumbent = path;
    this.ceiling = costOf(path);
  }

  /** Whether a path with at least these skills and this weight is certainly worse than a known path, however ties are broken. */
  private isBeaten(leastSkills: number, leastWeight: number): boolean {
    if (leastSkills === Infinity) return true;
    if (this.ceiling === null) return false;
    const [skills, weight] = this.ceiling;
    return leastSkills > skills || (leastSkills === skills && leastWeight > weight);
  }
}

function costOf(path: RankedPath): Cost {
  return [path.cost[0]!, path.cost[1]!];
}

/** The lesser of two costs. Null stands for a missing cost. */
function lesser(left: Cost | null, right: Cost | null): Cost | null {
  if (left === null || right === null) return left ?? right;
  return (left[0] - right[0] || left[1] - right[1]) <= 0 ? left : right;
}
