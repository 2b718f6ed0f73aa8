import type { Remainders } from "../search/LabelExtender.js";
import type { Meeting } from "./Meeting.js";
import { MinHeap } from "../collections/MinHeap.js";
import { monthsOf, roleOf } from "../network/Network.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { SearchClock } from "../pace/SearchClock.js";

/**
 * The roles on all paths up to the weight for which a meeting is complete, each with its exact weight to the end. The backward ball has
 * those of its half. For the other half, Dijkstra's algorithm continues from the crossings against the steps, inside the forward ball, to
 * the roles that lie on a complete path within that weight. With exact remainders, a search inside the corridor makes no detour.
 * O(log roles) per added role and per step of it in the forward ball.
 */
export class Corridor implements Remainders {
  private readonly added = new CompactIndex();
  /** The weight to the end, by index in `added`. */
  private readonly weights: number[] = [];

  private constructor(private readonly meeting: Meeting) {}

  /** @param meeting must be complete; it is not changed */
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

  /** The weight from a role to the end; Infinity if the role is outside the corridor. */
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
