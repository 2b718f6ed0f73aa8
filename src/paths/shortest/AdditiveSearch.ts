import { Frontier } from "../search/Frontier.js";
import { LabelExtender, type SearchBounds } from "../search/LabelExtender.js";
import { NO_LABEL } from "../search/Labels.js";
import { MinHeap } from "../collections/MinHeap.js";
import type { PathTask } from "../query/PathTask.js";
import type { CompletionSearch, RankedPath } from "../search/rankPaths.js";
import type { SearchClock } from "../pace/SearchClock.js";

/**
 * Finds the best continuation of a prefix by (weight, inferred steps, role ids) under all constraints: A* over labels.
 *
 * A label is a partial path. Its state is its role and the number of vias passed. A label dominates another of its state if it comes no
 * later in the order, has no more of any bounded figure (steps, months, track changes), and has passed no watched role that the other has
 * not. Every continuation of the other then also continues the label, and the order stays the same. The lower bounds steer and prune only;
 * they need not be consistent, so a state may be reached again with a lesser weight.
 *
 * Without vias the best path never repeats a role, because removing a loop saves steps and violates no bound. With vias it may pass a role
 * before and after a via. The ranking then watches that role (decremental state space relaxation: Righini and Salani, Networks 51, 2008).
 *
 * O(labels · steps of a role). If nothing is bounded, there are O(roles reached · waypoints) labels.
 */
export class AdditiveSearch implements CompletionSearch {
  readonly extender: LabelExtender;
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

  /** The label of the best complete path; NO_LABEL if there is none. If the clock runs out, the best complete path found. */
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
    // On equal floors, the lesser weight comes first, so that all labels of a state with the same weight exist before one is extended.
    this.queue.push(labels.floor[label]!, label, labels.weight[label]!);
    return true;
  };

  private clear(): void {
    this.frontier.clear();
    this.extender.labels.clear();
    this.queue.clear();
  }
}
