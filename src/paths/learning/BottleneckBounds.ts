import { MinHeap } from "../collections/MinHeap.js";
import { roleOf } from "../network/Network.js";
import type { PathTask } from "../query/PathTask.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { LearnedSkills } from "./LearnedSkills.js";

/**
 * Lower bounds on the skills of a whole path. Every continuation passes a role with at least that many new skills. Found by Dijkstra's
 * algorithm backward, with the maximum of the needs instead of their sum. It runs for each waypoint until the start is reached; roles that
 * are not settled then cost at least as much as the last settled one. O((roles + transitions) · log roles); each role's needs are counted once.
 */
export class BottleneckBounds {
  private constructor(
    /** By waypoint: the minimum, over all ways on from a role, of the greatest need; Infinity if it is unknown. */
    private readonly needs: readonly Float64Array[],
    private readonly radii: readonly number[],
    /** By waypoint: a lower bound on the greatest need on the way through the later waypoints. */
    private readonly tails: readonly number[],
  ) {}

  static async of(task: PathTask, skills: LearnedSkills, clock: SearchClock): Promise<BottleneckBounds> {
    const { waypoints, from } = task;
    // Choices do not count, because a skill learned on the way may satisfy them.
    const needOf = (role: number): number => skills.needs(role).plain.length;
    const needs: Float64Array[] = [];
    const radii: number[] = [];
    const tails: number[] = [];
    let tail = 0;
    for (let position = waypoints.length - 1; position >= 0; position--) {
      const starts = position === 0 ? [from] : waypoints[position - 1]!;
      const grown = await grow(task, waypoints[position]!, starts, needOf, clock);
      needs[position] = grown.need;
      radii[position] = grown.radius;
      tails[position] = tail;
      tail = Math.max(tail, Math.min(...starts.map((start) => grown.need[start]!), grown.radius));
    }
    return new BottleneckBounds(needs, radii, tails);
  }

  /** A lower bound on the skills that a whole path brings if it passes a role when `passed` waypoints are behind it. */
  left(role: number, passed: number): number {
    return Math.max(Math.min(this.needs[passed]![role]!, this.radii[passed]!), this.tails[passed]!);
  }
}

async function grow(
  { network, admission, from }: PathTask,
  waypoint: readonly number[],
  starts: readonly number[],
  needOf: (role: number) => number,
  clock: SearchClock,
): Promise<{ need: Float64Array; radius: number }> {
  const { inStart, inSteps, inTraits } = network.columns;
  const need = new Float64Array(network.roleCount).fill(Infinity);
  const settled = new Uint8Array(network.roleCount);
  const heap = new MinHeap();
  for (const role of waypoint) {
    need[role] = 0;
    heap.push(0, role);
  }
  // The first start that is settled has the least need of all starts.
  while (heap.size > 0 && starts.every((start) => settled[start] === 0)) {
    const role = heap.pop();
    if (settled[role] === 1) continue;
    settled[role] = 1;
    if (role === from) continue;
    if (!clock.spend(inStart[role + 1]! - inStart[role]!)) return { need, radius: need[role]! };
    if (clock.restDue) await clock.rest();
    const through = Math.max(need[role]!, needOf(role));
    for (let step = inStart[role]!; step < inStart[role + 1]!; step++) {
      const previous = roleOf(inSteps[step]!);
      if (admission.traits[inTraits[step]!] === 0 || through >= need[previous]!) continue;
      if (previous !== from && !admission.admitsBetween(previous)) continue;
      need[previous] = through;
      heap.push(through, previous);
    }
  }
  return { need, radius: heap.leastKey };
}
