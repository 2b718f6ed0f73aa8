import type { Admission } from "./Admission.js";
import { MinHeap } from "./MinHeap.js";
import type { Network } from "./Network.js";
import type { SearchClock } from "./SearchClock.js";
import type { Weights } from "./Weights.js";

/** Roles settled in any case: small networks are then known whole, and on large ones it takes a few milliseconds. */
const LEAST_SETTLED = 2048;

/** Exact weights of the ways to one role from those near it; any other role is at least `radius` away. */
export interface Ball {
  readonly weight: Float64Array;
  /** Infinity where everything that leads to the role is settled. */
  readonly radius: number;
}

/**
 * Settles roles backward from a centre, nearest first, until the ball is as wide as asked and holds LEAST_SETTLED roles.
 * O((roles + transitions) · log roles) for what it holds. Ends early with the clock, which leaves a smaller ball that is as true.
 * @param from roles are not looked for beyond this one, as no path enters its own start
 */
export async function growBall(
  network: Network,
  admission: Admission,
  weights: Weights,
  centre: number,
  from: number,
  radius: number,
  clock: SearchClock,
): Promise<Ball> {
  const { inStart, inFrom, inMonths, inTraits } = network.columns;
  const weight = new Float64Array(network.roleCount).fill(Infinity);
  const heap = new MinHeap();
  weight[centre] = 0;
  heap.push(0, centre);
  let settledCount = 0;
  while (heap.size > 0 && (heap.leastKey < radius || settledCount < LEAST_SETTLED)) {
    const weightHere = heap.leastKey;
    const role = heap.pop();
    if (weightHere > weight[role]!) continue;
    settledCount++;
    if (role === from) continue;
    if (!clock.spend(inStart[role + 1]! - inStart[role]!)) return { weight, radius: weightHere };
    if (clock.restDue) await clock.rest();
    for (let step = inStart[role]!; step < inStart[role + 1]!; step++) {
      if (admission.traits[inTraits[step]!] === 0) continue;
      const previous = inFrom[step]!;
      const reached = weightHere + weights.step + weights.month * inMonths[step]!;
      if (reached < weight[previous]! && (previous === from || admission.admitsBetween(previous))) {
        weight[previous] = reached;
        heap.push(reached, previous);
      }
    }
  }
  return { weight, radius: heap.leastKey };
}
