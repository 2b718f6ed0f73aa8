import type { Remainders } from "../search/LabelExtender.js";
import type { Meeting } from "./Meeting.js";
import { MinHeap } from "../collections/MinHeap.js";
import { monthsOf, roleOf } from "../network/Network.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { SearchClock } from "../pace/SearchClock.js";

/**
 * The roles on all paths that a meeting is complete for, each with its exact weight to the end. The backward ball holds those in
 * its half; in the other half Dijkstra's search goes on from the crossings against the steps, inside the forward ball, to roles that
 * lie on a whole path within the bound. With exact weights left, a search inside goes straight to where it is going.
 * O(log roles) for each role added and each of its steps that is in the forward ball.
 */
export class Corridor implements Remainders {
  private readonly added = new CompactIndex();
  /** Weight to the end, by place; final when the search is done. */
  private readonly weights: number[] = [];

  private constructor(private readonly meeting: Meeting) {}

  /** @param meeting grown to its end; read, not changed */
  static async of(meeting: Meeting, clock: SearchClock): Promise<Corridor> {
    const corridor = new Corridor(meeting);
    const { forward, backward, span, most } = meeting;
    const { admission, weights, from } = span;
    const { start, steps, traits } = backward;
    const open = new MinHeap();
    for (const { source, whole } of meeting.crossings(most)) {
      corridor.reach(source, whole - forward.weightOf(source), open);
    }
    while (open.size > 0) {
      const weightHere = open.leastKey;
      const index = open.pop();
      if (weightHere > corridor.weights[index]!) continue;
      const role = corridor.added.keys[index]!;
      if (role === from) continue;
      clock.pass(start[role + 1]! - start[role]!);
      if (clock.restDue) await clock.rest();
      for (let step = start[role]!; step < start[role + 1]!; step++) {
        const weight = weightHere + weights.step + weights.month * monthsOf(steps[step]!);
        if (weight > most) break;
        const previous = roleOf(steps[step]!);
        const before = forward.weightOf(previous);
        if (before === Infinity || before + weight > most || !admission.admitsStep(traits, step)) continue;
        corridor.reach(previous, weight, open);
      }
    }
    return corridor;
  }

  /** The weight from a role to the end; Infinity where no path that the meeting is complete for passes it. */
  left(role: number): number {
    const inBall = this.meeting.backward.weightOf(role);
    if (inBall < Infinity) return inBall;
    const index = this.added.indexOf(role);
    return index === ABSENT ? Infinity : this.weights[index]!;
  }

  private reach(role: number, weight: number, open: MinHeap): void {
    if (this.meeting.backward.indexOf(role) !== ABSENT) return;
    let index = this.added.indexOf(role);
    if (index === ABSENT) index = this.added.add(role);
    else if (weight >= this.weights[index]!) return;
    this.weights[index] = weight;
    open.push(weight, index);
  }
}
