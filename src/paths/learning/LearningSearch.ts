import { LabelExtender } from "../search/LabelExtender.js";
import { type CompletionSearch, comparePaths, type RankedPath } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { type LayerRules, LayerSearch } from "./LayerSearch.js";
import type { LearningTask } from "./learningTask.js";
import { MetPaths } from "./MetPaths.js";
import { SkillBounds } from "./SkillBounds.js";

/** Labels kept of a layer at first: few, for a good path soon, by which the next search leaves out most; and then. */
export const WIDTHS: readonly [number, number] = [16, 256];
/** How many times as many labels are kept every time after that. */
export const WIDENING = 8;

/** Skills and weight. */
type Cost = readonly [number, number];

/**
 * The best way on from a prefix by (skills to learn, steps, months, inferred steps, role ids) under all constraints.
 *
 * What a step adds depends on what was learned before it, so the least count at a role is not enough: labels carry the set of
 * skills learned. One label makes another of its role pointless when it is no nearer to any bound and, whatever both go on to,
 * ends with fewer skills, or with no more and comes no later by (steps, months, inferred steps, role ids).
 *
 * Searches by layers, ever wider, until one has given nothing up that could be better than the best path met: that path is proven
 * then. Exponential at worst, hence the clock; what was met by then is the answer.
 */
export class LearningSearch implements CompletionSearch {
  /** The paths met by all searches so far. */
  readonly met: MetPaths;
  private readonly extender: LabelExtender;
  private readonly bounds: SkillBounds;
  private readonly layers: LayerSearch;
  private readonly stepWeight: number;
  private readonly monthWeight: number;
  /** Whether looking at all ways was tried. */
  private sharpened = false;
  /** Least skills that a label ends with. */
  private least = new Int32Array(1024);
  /** The best path of the search under way. */
  private incumbent: RankedPath | null = null;
  /** What no path sought costs more than; null while nothing is known. */
  private ceiling: Cost | null = null;
  /** The least cost of what was given up; null if nothing was. */
  private givenUp: Cost | null = null;
  private proven: number;

  /**
   * @param learning its steps must be bounded, and weigh most
   * @param limit paths that are sought in all
   */
  constructor(
    learning: LearningTask,
    limit: number,
    private readonly clock: SearchClock,
    private readonly widths = WIDTHS,
  ) {
    const { task, bounds, fewest, leastSkills } = learning;
    const monthsMatter = task.maxMonths < Infinity;
    const extender = new LabelExtender(task, bounds);
    const { labels } = extender;
    this.extender = extender;
    this.stepWeight = bounds.weights.step;
    this.monthWeight = bounds.weights.month;
    this.bounds = new SkillBounds(learning, extender);
    this.met = new MetPaths(limit);
    this.met.offer(fewest);
    this.proven = leastSkills;
    const rules: LayerRules = {
      admit: (label) => this.admit(label),
      matters: (label) => !this.isBeaten(this.least[label]!, labels.floor[label]!),
      servesFor: (server, label) => {
        if (!extender.hasNoLessLeft(server, label, monthsMatter)) return false;
        const excess = this.bounds.excess(server, label);
        return excess < 0 || (excess === 0 && extender.compare(server, label) <= 0);
      },
      prefer: (left, right) => this.least[left]! - this.least[right]! || labels.floor[left]! - labels.floor[right]!,
      giveUp: (label) => (this.givenUp = lesser(this.givenUp, [this.least[label]!, labels.floor[label]!])),
      move: (from, to) => {
        this.bounds.skills.copy(from, to);
        this.least[to] = this.least[from]!;
      },
      room: () => this.bounds.room,
    };
    this.layers = new LayerSearch(extender, rules, clock);
  }

  /** The least skills that the best of all paths takes, as far as that is proven. */
  get lowerBound(): number {
    return this.proven;
  }

  begin(roles: readonly number[]): void {
    this.extender.prefix.begin(roles);
  }

  advance(): void {
    this.extender.prefix.advance();
  }

  watch(repeated: number): boolean {
    return this.extender.watch(repeated);
  }

  floor(banned: readonly number[]): readonly number[] | null {
    const { extender } = this;
    this.setOut(banned);
    this.layers.clear();
    const root = extender.root();
    this.learnPrefix(root);
    let floor: Cost | null = null;
    extender.extend(root, banned, (label) => {
      if (this.admit(label)) floor = lesser(floor, [this.least[label]!, extender.labels.floor[label]!]);
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
      this.setOut(banned);
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

  /** Looks at all ways, once; false if that was done before or cannot be. */
  private async sharpen(): Promise<boolean> {
    if (this.sharpened) return false;
    this.sharpened = true;
    const { stepWeight, monthWeight } = this;
    this.ceiling = this.met.ceiling === null ? null : [this.met.ceiling[0]!, this.met.ceiling[1]!];
    return this.bounds.sharpen(
      (skills, steps, months) => this.isBeaten(skills, steps * stepWeight + months * monthWeight),
      this.clock,
    );
  }

  /** Takes over what is known of the paths that a search is to find the best of. */
  private setOut(banned: readonly number[]): void {
    this.incumbent = this.met.bestAfter(this.extender.prefix.roles, banned);
    const cost = this.incumbent?.cost ?? this.met.ceiling;
    this.ceiling = cost === null ? null : [cost[0]!, cost[1]!];
  }

  /** Gives a label the skills of the prefix. */
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
    const least = bounds.least(label);
    if (this.isBeaten(least, labels.floor[label]!)) return false;
    if (label >= this.least.length) this.least = doubled(this.least);
    this.least[label] = least;
    return true;
  }

  /** Takes the path of a label that has reached the end where it is better than the best so far. */
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

  /** Whether a path of at least these skills and this weight comes after one that is known, whatever its ties. */
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

/** The lesser of two costs; null is no cost at all. */
function lesser(left: Cost | null, right: Cost | null): Cost | null {
  if (left === null || right === null) return left ?? right;
  return (left[0] - right[0] || left[1] - right[1]) <= 0 ? left : right;
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const space = new Int32Array(column.length * 2);
  space.set(column);
  return space;
}
