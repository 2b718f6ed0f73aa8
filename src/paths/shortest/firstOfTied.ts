import type { Meeting } from "./Meeting.js";
import { INFERRED_BIT, monthsOf, roleOf } from "../network/Network.js";
import type { SearchClock } from "../pace/SearchClock.js";
import { sortInTurns } from "../pace/sortInTurns.js";

/**
 * Of all paths of the best weight, finds the one with the fewest inferred steps; ties are broken by role ids.
 *
 * Collects the roles of these paths from the crossings: back to the start along exact weights in the forward ball, and on to the end in the
 * backward ball. Each role has one weight from the start, and a step between two of them is on such a path exactly if its weight is the
 * difference. For each role, from the end backward, computes the fewest inferred steps to the end. A walk from the start then always takes
 * the step with the fewest, and among those the step to the least role.
 * O(steps of these roles + roles · log roles).
 * @param meeting its best path must be proven
 */
export async function firstOfTied(meeting: Meeting, clock: SearchClock): Promise<number[]> {
  const { network, admission, weights, from, to } = meeting.span;
  const { outStart, outSteps, outTraits } = network.columns;
  const weightAt = await tiedRoles(meeting, clock);
  const farthestFirst = await sortInTurns([...weightAt], (left, right) => right[1] - left[1]);

  /** By role: the fewest inferred steps to the end, and the next role on the first such path. */
  const onward = new Map([[to, { inferred: 0, next: to }]]);
  for (const [role, weightHere] of farthestFirst) {
    if (role === to) continue;
    clock.pass(outStart[role + 1]! - outStart[role]!);
    if (clock.restDue) await clock.rest();
    let fewest = Infinity;
    let nextRole = Infinity;
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next = roleOf(outSteps[step]!);
      const weight = weightHere + weights.step + weights.month * monthsOf(outSteps[step]!);
      if (weightAt.get(next) !== weight || !admission.admitsStep(outTraits, step)) continue;
      const inferred = onward.get(next)!.inferred + ((outTraits[step]! & INFERRED_BIT) === 0 ? 0 : 1);
      if (inferred < fewest || (inferred === fewest && next < nextRole)) {
        fewest = inferred;
        nextRole = next;
      }
    }
    onward.set(role, { inferred: fewest, next: nextRole });
  }
  const roles = [from];
  for (let role = from; role !== to;) roles.push((role = onward.get(role)!.next));
  return roles;
}

/** The roles that lie on a path of the best weight, with the weight from the start to each. */
async function tiedRoles(meeting: Meeting, clock: SearchClock): Promise<Map<number, number>> {
  const { forward, backward, best } = meeting;
  const { admission, weights } = meeting.span;
  const crossings = meeting.crossings(best);
  const weightAt = new Map<number, number>();
  for (const ball of [forward, backward]) {
    // The steps by which a ball reached a role are in the role's row in the other direction.
    const { start, steps, traits } = ball === forward ? backward : forward;
    const gathered = new Set(crossings.map(({ source, target }) => (ball === forward ? source : target)));
    for (const role of gathered) {
      clock.pass(start[role + 1]! - start[role]!);
      if (clock.restDue) await clock.rest();
      const weight = ball.weightOf(role);
      weightAt.set(role, ball === forward ? weight : best - weight);
      for (let step = start[role]!; step < start[role + 1]!; step++) {
        const nearer = roleOf(steps[step]!);
        const between = weights.step + weights.month * monthsOf(steps[step]!);
        if (between > weight) break;
        if (ball.weightOf(nearer) === weight - between && admission.admitsStep(traits, step)) gathered.add(nearer);
      }
    }
  }
  return weightAt;
}
