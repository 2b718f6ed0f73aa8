import type { BottleneckBounds } from "./BottleneckBounds.js";
import { Frontier } from "../search/Frontier.js";
import { LabelExtender, type SearchBounds } from "../search/LabelExtender.js";
import type { LearnedSkills } from "./LearnedSkills.js";
import { MinHeap } from "../collections/MinHeap.js";
import type { PathTask } from "../query/PathTask.js";
import { comparePaths, type CompletionSearch, type RankedPath } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";

/**
 * The best way on from a prefix by (skills to learn, steps, months, inferred steps, role ids) under all constraints.
 *
 * What a step adds depends on what was learned before it, so the least count at a role is not enough: labels carry the set of
 * skills learned. One label makes another of its role pointless when it comes no later by (steps, months, inferred steps, role
 * ids), is no nearer to any bound, and never learns anything that the other does not. Whole paths then end with a subset of
 * the skills; where the subset is the same, the order of the rest decides, and that stays under a common suffix.
 *
 * Labels are taken by the least skills that they can end with: what they hold together with what each waypoint left to pass needs.
 * The search ends when the least of these exceeds the best path found. Exponential at worst, hence the clock.
 */
export class LearningSearch implements CompletionSearch {
  private readonly extender: LabelExtender;
  private readonly frontier: Frontier;
  /** By least skills, then by least weight. */
  private readonly queue = new MinHeap(true);
  private incumbent: RankedPath | null = null;

  /**
   * @param task its steps must be bounded
   * @param bounds weighed by steps first
   * @param known some path, from which the search for the best of all paths starts; also what it ends with if the clock runs out
   */
  constructor(
    private readonly task: PathTask,
    bounds: SearchBounds,
    private readonly bottlenecks: BottleneckBounds,
    private readonly skills: LearnedSkills,
    private readonly known: RankedPath,
    private readonly clock: SearchClock,
  ) {
    const extender = new LabelExtender(task, bounds);
    const monthsMatter = task.maxMonths < Infinity;
    this.extender = extender;
    this.frontier = new Frontier(extender.labels, {
      compare: (left, right) => extender.compare(left, right),
      servesFor: (server, label) =>
        extender.hasNoLessLeft(server, label, monthsMatter) && skills.neverLearnsMore(server, label),
    });
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
    this.extender.extend(this.root(), banned, this.keep);
    const { queue, incumbent } = this;
    const open = queue.size === 0 ? null : [queue.leastKey, queue.leastTie];
    const direct = incumbent === null ? null : incumbent.cost.slice(0, 2);
    this.clear();
    if (open === null || direct === null) return open ?? direct;
    return open[0]! < direct[0]! || (open[0] === direct[0] && open[1]! < direct[1]!) ? open : direct;
  }

  async best(banned: readonly number[]): Promise<RankedPath | null> {
    const { extender, queue, clock, task } = this;
    const { outStart } = task.network.columns;
    if (extender.prefix.steps === 0 && banned.length === 0) this.incumbent = this.known;
    extender.extend(this.root(), banned, this.keep);
    while (queue.size > 0 && !this.isBeaten(queue.leastKey, queue.leastTie)) {
      const label = queue.pop();
      if (extender.labels.dead[label] === 1) continue;
      const role = extender.labels.role[label]!;
      if (!clock.spend(outStart[role + 1]! - outStart[role]!)) break;
      if (clock.restDue) await clock.rest();
      extender.extend(label, [], this.keep);
      clock.charge(this.frontier.takeCompared());
    }
    const best = this.incumbent;
    this.clear();
    return best;
  }

  /** The label of the prefix, with what it has learned. */
  private root(): number {
    const root = this.extender.root();
    this.skills.clear(root);
    for (const role of this.extender.prefix.roles.slice(1)) this.skills.learn(root, root, role);
    return root;
  }

  private readonly keep = (label: number): boolean => {
    const { extender, skills, task, queue } = this;
    const { labels } = extender;
    const role = labels.role[label]!;
    skills.learn(labels.parent[label]!, label, role);
    if (role === task.to) {
      this.offer(label);
      return false;
    }
    const least = Math.max(
      this.bottlenecks.left(role, labels.passed[label]!),
      leastSkills(task, skills, label, labels.passed[label]!),
    );
    if (this.isBeaten(least, labels.floor[label]!)) return false;
    if (!this.frontier.enter(label, extender.stateOf(label))) return false;
    queue.push(least, label, labels.floor[label]!);
    return true;
  };

  /** Takes the path of a label that has reached the end where it is better than the best so far. */
  private offer(label: number): void {
    const { extender, skills, incumbent } = this;
    const { labels } = extender;
    const cost = [skills.count(label), labels.weight[label]!, labels.inferred[label]!];
    if (this.isBeaten(cost[0]!, cost[1]!)) return;
    const path = { roles: extender.rolesOf(label), cost };
    if (incumbent === null || comparePaths(path, incumbent) < 0) this.incumbent = path;
  }

  /** Whether a path of at least these skills and this weight comes after the best so far, whatever its ties. */
  private isBeaten(leastSkills: number, leastWeight: number): boolean {
    if (this.incumbent === null) return false;
    const [skills, weight] = this.incumbent.cost as [number, number];
    return leastSkills > skills || (leastSkills === skills && leastWeight > weight);
  }

  private clear(): void {
    this.frontier.clear();
    this.extender.labels.clear();
    this.queue.clear();
    this.incumbent = null;
  }
}

/** The least skills that a label can end with: with those of each waypoint that it still has to pass. */
export function leastSkills(task: PathTask, skills: LearnedSkills, label: number, passed: number): number {
  let least = 0;
  for (let position = passed; position < task.waypoints.length; position++) {
    least = Math.max(least, skills.countWith(label, task.waypoints[position]!));
  }
  return least;
}
