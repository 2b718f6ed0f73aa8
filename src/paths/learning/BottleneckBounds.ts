import { MinHeap } from "../collections/MinHeap.js";
import { roleOf } from "../network/Network.js";
import type { PathTask } from "../query/PathTask.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { LearnedSkills } from "./LearnedSkills.js";

/**
 * Lower bounds on the skills that a whole path brings, from what is left of it: whichever way it goes, it passes some role that needs
 * at least so many skills which were not held at the start. By waypoint, Dijkstra's search backward with the greatest need on the way
 * in place of a sum, until the start is reached; roles beyond are at least as dear as the last one settled.
 * O((roles + transitions) · log roles), each role's needs counted once.
 */
export class BottleneckBounds {
  private constructor(
    /** By waypoint: the least greatest need after a role, or Infinity where it is not known. */
    private readonly needs: readonly Float64Array[],
    private readonly radii: readonly number[],
    /** The greatest need that later waypoints bring at least. */
    private readonly tails: readonly number[],
  ) {}

  static async of(task: PathTask, skills: LearnedSkills, clock: SearchClock): Promise<BottleneckBounds> {
    const { waypoints, from } = task;
    // A choice is left out, as what is learned on the way may satisfy it.
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

  /** The least number of skills that a path brings which is at a role with some waypoints passed. */
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
  // The first that is settled has the least need of all.
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
