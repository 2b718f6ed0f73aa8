import { LabelExtender } from "../search/LabelExtender.js";
import { compareRoles, type RankedPath, simpleLength } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { type LayerRules, LayerSearch } from "./LayerSearch.js";
import { WIDENING, WIDTHS } from "./LearningSearch.js";
import type { LearningTask } from "./learningTask.js";
import { SkillBounds } from "./SkillBounds.js";

/** A path that reached the end, with what it is compared by. */
interface Tradeoff {
  readonly roles: readonly number[];
  readonly steps: number;
  readonly months: number;
  readonly skills: number;
  readonly inferred: number;
}

/**
 * All paths that no other beats in steps, months and skills; of equal ones the first by (inferred steps, role ids).
 *
 * A label search as for the least learning, with months bounding what makes a label pointless. A label is dropped where a path
 * found is no worse than the least that the label can end with, in all three. Where not all labels can be kept, those of fewest
 * skills are at one time, and those of fewest months at another.
 *
 * Paths found may repeat a role (through vias, or to learn a part of a choice first); where one stands in the end, its role is
 * watched and the search begins anew: once all that stand pass each role once they are the answer, since the search looked at all
 * such paths and more.
 */
export class TradeoffSearch {
  private readonly extender: LabelExtender;
  private readonly bounds: SkillBounds;
  private readonly layers: LayerSearch;
  private readonly first: Tradeoff;
  private found: Tradeoff[] = [];
  /** Paths that do not repeat a role, met by searches that were begun anew; they stand if the clock runs out. */
  private earlier: Tradeoff[] = [];
  private gaveUp = false;
  private bySkills = true;
  private least = new Int32Array(1024);

  constructor(
    learning: LearningTask,
    private readonly clock: SearchClock,
    private readonly widths = WIDTHS,
  ) {
    const { task, bounds, fewest } = learning;
    const extender = new LabelExtender(task, bounds);
    const { labels } = extender;
    this.extender = extender;
    this.bounds = new SkillBounds(learning, extender);
    const rules: LayerRules = {
      admit: (label) => this.admit(label),
      matters: (label) => !this.isBeaten(label),
      servesFor: (server, label) => {
        if (!extender.hasNoLessLeft(server, label, true)) return false;
        const excess = this.bounds.excess(server, label);
        return excess < 0 || (excess === 0 && extender.compare(server, label) <= 0);
      },
      prefer: (left, right) => {
        const skills = this.least[left]! - this.least[right]!;
        const months = extender.leastMonths(left) - extender.leastMonths(right);
        const first = this.bySkills ? skills || months : months || skills;
        return first || labels.floor[left]! - labels.floor[right]!;
      },
      giveUp: (label) => (this.gaveUp ||= !this.isBeaten(label)),
      move: (from, to) => {
        this.bounds.skills.copy(from, to);
        this.least[to] = this.least[from]!;
      },
      room: () => this.bounds.room,
    };
    this.layers = new LayerSearch(extender, rules, clock);
    const [skills, weight, inferred] = fewest.cost as [number, number, number];
    const steps = fewest.roles.length - 1;
    this.first = { roles: fewest.roles, steps, months: weight - steps * bounds.weights.step, skills, inferred };
  }

  /** By steps, then months, then skills; where the clock runs out, of the paths found so far. */
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
      const met = [...this.earlier, ...this.found.filter(({ roles }) => isSimple(roles))];
      this.found = [];
      for (const path of met) this.offer(path);
    }
    return this.found
      .sort((left, right) => left.steps - right.steps || left.months - right.months || left.skills - right.skills)
      .map(({ roles, steps, months, skills }) => ({ roles, cost: [steps, months, skills] }));
  }

  /** Searches ever wider, until a search has given nothing up that matters. */
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
      else if (bounds.isSharp || !(await this.sharpen())) width *= WIDENING;
    }
  }

  private sharpen(): Promise<boolean> {
    const isBeaten = (skills: number, steps: number, months: number): boolean =>
      this.found.some(
        (path) =>
          path.steps <= steps &&
          path.months <= months &&
          path.skills <= skills &&
          (path.steps < steps || path.months < months || path.skills < skills),
      );
    return this.bounds.sharpen(isBeaten, this.clock);
  }

  private admit(label: number): boolean {
    const { extender, bounds } = this;
    const { labels } = extender;
    bounds.skills.learn(labels.parent[label]!, label, labels.role[label]!);
    if (extender.hasArrived(label)) {
      this.offerLabel(label);
      return false;
    }
    const least = bounds.least(label);
    if (least === Infinity) return false;
    if (label >= this.least.length) {
      const space = new Int32Array(this.least.length * 2);
      space.set(this.least);
      this.least = space;
    }
    this.least[label] = least;
    return !this.isBeaten(label);
  }

  /** Whether a path found is no worse than whatever a label can end with, and before it where they are equal. */
  private isBeaten(label: number): boolean {
    const { extender } = this;
    const steps = extender.leastSteps(label);
    const months = extender.leastMonths(label);
    const least = this.least[label]!;
    return this.found.some((path) => {
      if (path.steps > steps || path.months > months || path.skills > least) return false;
      const isBetter = path.steps < steps || path.months < months || path.skills < least;
      return isBetter || path.inferred < extender.labels.inferred[label]!;
    });
  }

  /** Takes the path of a label that has reached the end. */
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

  /** Takes a path, unless one found beats it; drops those that it beats. */
  private offer(path: Tradeoff): void {
    if (this.found.some((rival) => beats(rival, path))) return;
    this.found = this.found.filter((rival) => !beats(path, rival));
    this.found.push(path);
  }
}

function isSimple(roles: readonly number[]): boolean {
  return simpleLength(roles) === roles.length;
}

/** Whether a path leaves no reason to show another: no worse in anything, and better in something or before it in order. */
function beats(path: Tradeoff, other: Tradeoff): boolean {
  if (path.steps > other.steps || path.months > other.months || path.skills > other.skills) return false;
  if (path.steps < other.steps || path.months < other.months || path.skills < other.skills) return true;
  return (
    path.inferred < other.inferred || (path.inferred === other.inferred && compareRoles(path.roles, other.roles) <= 0)
  );
}
