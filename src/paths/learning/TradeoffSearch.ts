import type { BottleneckBounds } from "./BottleneckBounds.js";
import { Frontier } from "../search/Frontier.js";
import { LabelExtender } from "../search/LabelExtender.js";
import type { LearnedSkills } from "./LearnedSkills.js";
import type { LearningTask } from "./learningTask.js";
import { leastSkills } from "./LearningSearch.js";
import { MinHeap } from "../collections/MinHeap.js";
import type { PathTask } from "../query/PathTask.js";
import { compareRoles, type RankedPath, simpleLength } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";

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
 * found is no worse than the least that the label can end with, in all three. Paths found may repeat a role (through vias, or to
 * learn a part of a choice first); where one stands in the end, its role is watched and the search begins anew: once all that
 * stand pass each role once they are the answer, since the search looked at all such paths and more.
 */
export class TradeoffSearch {
  private readonly task: PathTask;
  private readonly skills: LearnedSkills;
  private readonly bottlenecks: BottleneckBounds;
  private readonly extender: LabelExtender;
  private readonly frontier: Frontier;
  private readonly queue = new MinHeap(true);
  private readonly first: Tradeoff;
  private found: Tradeoff[] = [];

  constructor(
    { task, bounds, bottlenecks, skills, fewest }: LearningTask,
    private readonly clock: SearchClock,
  ) {
    const extender = new LabelExtender(task, bounds);
    this.task = task;
    this.skills = skills;
    this.bottlenecks = bottlenecks;
    this.extender = extender;
    this.frontier = new Frontier(extender.labels, {
      compare: (left, right) => extender.compare(left, right),
      servesFor: (server, label) =>
        extender.hasNoLessLeft(server, label, true) && skills.neverLearnsMore(server, label),
    });
    const [count, weight, inferred] = fewest.cost as [number, number, number];
    const steps = fewest.roles.length - 1;
    this.first = { roles: fewest.roles, steps, months: weight - steps * bounds.weights.step, skills: count, inferred };
  }

  /** By steps, then months, then skills; where the clock runs out, of the paths found so far. */
  async all(): Promise<RankedPath[]> {
    for (;;) {
      await this.search();
      const looping = this.found.find(({ roles }) => simpleLength(roles) < roles.length);
      if (this.clock.exhausted || looping === undefined) break;
      if (!this.extender.watch(looping.roles[simpleLength(looping.roles)]!)) {
        this.clock.giveUp();
        break;
      }
    }
    return this.found
      .filter(({ roles }) => simpleLength(roles) === roles.length)
      .sort((left, right) => left.steps - right.steps || left.months - right.months || left.skills - right.skills)
      .map(({ roles, steps, months, skills }) => ({ roles, cost: [steps, months, skills] }));
  }

  private async search(): Promise<void> {
    const { extender, frontier, queue, clock, task, skills } = this;
    const { labels } = extender;
    const { outStart } = task.network.columns;
    this.found = [this.first];
    labels.clear();
    frontier.clear();
    queue.clear();
    extender.prefix.begin([task.from]);
    const root = extender.root();
    skills.clear(root);
    extender.extend(root, [], this.keep);
    while (queue.size > 0) {
      const label = queue.pop();
      if (labels.dead[label] === 1 || this.isBeaten(label)) continue;
      const role = labels.role[label]!;
      if (!clock.spend(outStart[role + 1]! - outStart[role]!)) break;
      if (clock.restDue) await clock.rest();
      extender.extend(label, [], this.keep);
      clock.charge(frontier.takeCompared());
    }
  }

  private readonly keep = (label: number): boolean => {
    const { extender, skills, task, queue } = this;
    const { labels } = extender;
    skills.learn(labels.parent[label]!, label, labels.role[label]!);
    if (labels.role[label] === task.to) {
      this.offer(label);
      return false;
    }
    if (this.isBeaten(label) || !this.frontier.enter(label, extender.stateOf(label))) return false;
    queue.push(labels.floor[label]!, label, leastSkills(task, skills, label, labels.passed[label]!));
    return true;
  };

  /** Whether a path found is no worse than whatever a label can end with, and before it where they are equal. */
  private isBeaten(label: number): boolean {
    const { extender, skills, task } = this;
    const { labels } = extender;
    const steps = extender.leastSteps(label);
    const months = extender.leastMonths(label);
    const passed = labels.passed[label]!;
    const least = Math.max(
      this.bottlenecks.left(labels.role[label]!, passed),
      leastSkills(task, skills, label, passed),
    );
    return this.found.some((path) => {
      if (path.steps > steps || path.months > months || path.skills > least) return false;
      const isBetter = path.steps < steps || path.months < months || path.skills < least;
      return isBetter || path.inferred < labels.inferred[label]!;
    });
  }

  /** Takes the path of a label that has reached the end, unless one found beats it; drops those that it beats. */
  private offer(label: number): void {
    const { extender, skills } = this;
    const { labels } = extender;
    const path: Tradeoff = {
      roles: extender.rolesOf(label),
      steps: labels.steps[label]!,
      months: labels.months[label]!,
      skills: skills.count(label),
      inferred: labels.inferred[label]!,
    };
    if (this.found.some((rival) => beats(rival, path))) return;
    this.found = this.found.filter((rival) => !beats(path, rival));
    this.found.push(path);
  }
}

/** Whether a path leaves no reason to show another: no worse in anything, and better in something or before it in order. */
function beats(path: Tradeoff, other: Tradeoff): boolean {
  if (path.steps > other.steps || path.months > other.months || path.skills > other.skills) return false;
  if (path.steps < other.steps || path.months < other.months || path.skills < other.skills) return true;
  return (
    path.inferred < other.inferred || (path.inferred === other.inferred && compareRoles(path.roles, other.roles) <= 0)
  );
}
