import { Frontier } from "../search/Frontier.js";
import { LabelExtender, type SearchBounds } from "../search/LabelExtender.js";
import { NO_LABEL } from "../search/Labels.js";
import { MinHeap } from "../collections/MinHeap.js";
import type { PathTask } from "../query/PathTask.js";
import type { CompletionSearch, RankedPath } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";

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
export class AdditiveSearch implements CompletionSearch {
  private readonly extender: LabelExtender;
  private readonly frontier: Frontier;
  private readonly queue = new MinHeap(true);

  constructor(
    private readonly task: PathTask,
    bounds: SearchBounds,
    private readonly clock: SearchClock,
    mostWatched?: number,
  ) {
    const extender = new LabelExtender(task, bounds, mostWatched);
    const { labels } = extender;
    const monthsMatter = task.maxMonths < Infinity;
    this.extender = extender;
    this.frontier = new Frontier(labels, {
      compare: (left, right) => extender.compare(left, right),
      servesFor: (server, label) =>
        labels.role[label] === task.to || extender.hasNoLessLeft(server, label, monthsMatter),
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
    this.extender.extend(this.extender.root(), banned, this.keep);
    const floor = this.queue.leastKey;
    this.clear();
    return floor === Infinity ? null : [floor];
  }

  async best(banned: readonly number[]): Promise<RankedPath | null> {
    this.extender.extend(this.extender.root(), banned, this.keep);
    const label = await this.search();
    const { labels } = this.extender;
    const path =
      label === NO_LABEL
        ? null
        : { roles: this.extender.rolesOf(label), cost: [labels.weight[label]!, labels.inferred[label]!] };
    this.clear();
    return path;
  }

  /** The label of the best whole path, NO_LABEL where there is none; where the clock runs out, the best that was met. */
  private async search(): Promise<number> {
    const { extender, queue, task, clock } = this;
    const { labels } = extender;
    const { outStart } = task.network.columns;
    const end = task.to * task.waypoints.length + task.waypoints.length - 1;
    while (queue.size > 0) {
      const label = queue.pop();
      if (labels.dead[label] === 1) continue;
      const role = labels.role[label]!;
      if (role === task.to) return label;
      if (!clock.spend(outStart[role + 1]! - outStart[role]!)) return this.frontier.newestOf(end);
      if (clock.restDue) await clock.rest();
      extender.extend(label, [], this.keep);
      clock.charge(this.frontier.takeCompared());
    }
    return NO_LABEL;
  }

  private readonly keep = (label: number): boolean => {
    const { labels } = this.extender;
    if (!this.frontier.enter(label, this.extender.stateOf(label))) return false;
    // Of equal floors the lesser weight first: whatever else reaches its state at the same weight has then been seen.
    this.queue.push(labels.floor[label]!, label, labels.weight[label]!);
    return true;
  };

  private clear(): void {
    this.frontier.clear();
    this.extender.labels.clear();
    this.queue.clear();
  }
}
