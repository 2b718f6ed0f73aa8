import { LabelExtender } from "../search/LabelExtender.js";
import { compareRoles, type RankedPath, simpleLength } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { type LayerRules, LayerSearch } from "./LayerSearch.js";
import { WIDENING, WIDTHS } from "./LearningSearch.js";
import type { LearningTask } from "./learningTask.js";
import { SkillBounds } from "./SkillBounds.js";

/** A complete path with the figures by which paths are compared. */
interface Tradeoff {
  readonly roles: readonly number[];
  readonly steps: number;
  readonly months: number;
  readonly skills: number;
  readonly inferred: number;
}

/**
 * Finds all Pareto-optimal paths by steps, months and skills. Of equal paths, keeps the first by (inferred steps, role ids).
 *
 * It is the label search of `LearningSearch`, except that a label must also have no more months to dominate another. A label is dropped
 * if some path found is no worse than the lower bounds of the label in all three figures. If a layer cannot keep all labels, one run
 * keeps those with the fewest skills and the next run those with the fewest months.
 *
 * A path found may repeat a role, to pass a via or to learn a part of a choice first. If such a path is left at the end, the search starts
 * again and lets no path pass that role twice. Once no path repeats a role, the paths are the answer, because the search considered all simple
 * paths and more.
 */
export class TradeoffSearch {
  private readonly extender: LabelExtender;
  private readonly bounds: SkillBounds;
  private readonly layers: LayerSearch;
  private readonly first: Tradeoff;
  private found: Tradeoff[] = [];
  /** Simple paths found by searches that were started again. They are part of the answer if the clock runs out. */
  private earlier: Tradeoff[] = [];
  private gaveUp = false;
  private bySkills = true;

  constructor(
    learning: LearningTask,
    private readonly clock: SearchClock,
    private readonly widths = WIDTHS,
  ) {
    const { task, fewest } = learning;
    const extender = new LabelExtender(task, learning.bounds);
    const { labels } = extender;
    const bounds = new SkillBounds(learning, extender);
    this.extender = extender;
    this.bounds = bounds;
    const rules: LayerRules = {
      admit: (label) => this.admit(label),
      matters: (label) => !this.isBeaten(label),
      dominates: (rival, label) => bounds.dominates(rival, label, true),
      prefer: (left, right) => {
        const skills = bounds.least(left) - bounds.least(right);
        const months = extender.leastMonths(left) - extender.leastMonths(right);
        const first = this.bySkills ? skills || months : months || skills;
        return first || labels.floor[left]! - labels.floor[right]!;
      },
      giveUp: (label) => (this.gaveUp ||= !this.isBeaten(label)),
      move: (from, to) => bounds.move(from, to),
      room: () => bounds.room,
    };
    this.layers = new LayerSearch(extender, rules, clock);
    const [skills, weight, inferred] = fewest.cost as [number, number, number];
    const steps = fewest.roles.length - 1;
    this.first = {
      roles: fewest.roles,
      steps,
      months: weight - steps * learning.bounds.weights.step,
      skills,
      inferred,
    };
  }

  /** The trade-offs by steps, then months, then skills. If the clock runs out, the trade-offs among the paths found so far. */
  async all(): Promise<RankedPath[]> {
    for (;;) {
      this.found = [this.first];
      await this.search();
      const looping = this.found.find(({ roles }) => !isSimple(roles));
      if (this.clock.exhausted || looping === undefined) break;
      this.earlier.push(...this.found.filter(({ roles }) => isSimple(roles)));
      if (!this.extender.watch(looping.roles[simpleLength(looping.roles)]!)) {
        this.clock.giveUp();
        break;
      }
    }
    if (this.clock.exhausted) {
      const met = this.simplePaths();
      this.found = [];
      for (const path of met) this.offer(path);
    }
    return this.found
      .sort((left, right) => left.steps - right.steps || left.months - right.months || left.skills - right.skills)
      .map(({ roles, steps, months, skills }) => ({ roles, cost: [steps, months, skills] }));
  }

  /** Runs searches of growing width until one gives up no label that matters. */
  private async search(): Promise<void> {
    const { extender, layers, clock, bounds } = this;
    extender.prefix.begin([extender.start]);
    const [first, second] = this.widths;
    let width = first;
    for (let turn = 1; ; turn++) {
      for (const bySkills of [true, false]) {
        this.bySkills = bySkills;
        this.gaveUp = false;
        await layers.run((root) => bounds.skills.clear(root), [], width);
        if (!this.gaveUp || clock.exhausted) return;
      }
      if (turn === 1) width = second;
      else if (!(await this.sharpen())) width *= WIDENING;
    }
  }

  /** Tightens the bounds. Only simple paths count as beating others, because a path that repeats a role may be dropped later. */
  private sharpen(): Promise<boolean> {
    const met = this.simplePaths();
    const isBeaten = (skills: number, steps: number, months: number): boolean =>
      met.some(
        (path) =>
          path.steps <= steps &&
          path.months <= months &&
          path.skills <= skills &&
          (path.steps < steps || path.months < months || path.skills < skills),
      );
    return this.bounds.sharpen(isBeaten, this.clock);
  }

  /** The simple paths found by this search and by those before it. */
  private simplePaths(): Tradeoff[] {
    return [...this.earlier, ...this.found.filter(({ roles }) => isSimple(roles))];
  }

  private admit(label: number): boolean {
    const { extender, bounds } = this;
    const { labels } = extender;
    bounds.skills.learn(labels.parent[label]!, label, labels.role[label]!);
    if (extender.hasArrived(label)) {
      this.offerLabel(label);
      return false;
    }
    return bounds.keepLeast(label) < Infinity && !this.isBeaten(label);
  }

  /** Whether some path found beats every continuation of a label, or equals it and comes first in order. */
  private isBeaten(label: number): boolean {
    const { extender } = this;
    const steps = extender.leastSteps(label);
    const months = extender.leastMonths(label);
    const least = this.bounds.least(label);
    return this.found.some((path) => {
      if (path.steps > steps || path.months > months || path.skills > least) return false;
      const isBetter = path.steps < steps || path.months < months || path.skills < least;
      return isBetter || path.inferred < extender.labels.inferred[label]!;
    });
  }

  /** Offers the path of a label that has reached the end. */
  private offerLabel(label: number): void {
    const { extender, bounds } = this;
    const { labels } = extender;
    this.offer({
      roles: extender.rolesOf(label),
      steps: labels.steps[label]!,
      months: labels.months[label]!,
      skills: bounds.skills.count(label),
      inferred: labels.inferred[label]!,
    });
  }

  /** Adds a path unless a path found beats it, and removes the paths that it beats. */
  private offer(path: Tradeoff): void {
    if (this.found.some((rival) => beats(rival, path))) return;
    this.found = this.found.filter((rival) => !beats(path, rival));
    this.found.push(path);
  }
}

function isSimple(roles: readonly number[]): boolean {
  return simpleLength(roles) === roles.length;
}

/** Whether a path makes another superfluous: it is worse in no figure, and it is better in one or comes first in order. */
function beats(path: Tradeoff, other: Tradeoff): boolean {
  if (path.steps > other.steps || path.months > other.months || path.skills > other.skills) return false;
  if (path.steps < other.steps || path.months < other.months || path.skills < other.skills) return true;
  return (
    path.inferred < other.inferred || (path.inferred === other.inferred && compareRoles(path.roles, other.roles) <= 0)
  );
}
