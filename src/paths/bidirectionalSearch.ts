import type { Admission } from "./Admission.js";
import { MinHeap } from "./MinHeap.js";
import { INFERRED_BIT, type Network } from "./Network.js";
import type { SearchClock } from "./SearchClock.js";
import type { Weights } from "./Weights.js";

/**
 * The best path between two roles by (weight, inferred steps, role ids), by Dijkstra's search from both ends at once.
 *
 * The two sides end when their least open weights add up to more than the best weight found, strictly more, so that every path of
 * that weight has a step from a role settled from the start to one settled from the end, with exact weights on both sides. These
 * crossing steps are kept; `bestThrough` picks the best of the paths that run over them. (Ending at equality, or where the sides
 * first meet, finds one best path and lets ties fall by luck.) As every step weighs more than 0, all ways to a role that tie in
 * weight are known when it is settled, so the least count of inferred steps is exact as well.
 *
 * Worst case O((roles + transitions) · log roles); on a network of degree d it settles about 2 · √roles of them.
 */
export async function bidirectionalSearch(
  network: Network,
  admission: Admission,
  weights: Weights,
  from: number,
  to: number,
  clock: SearchClock,
): Promise<BestPath | null> {
  const forward = takeSide(network);
  const backward = takeSide(network);
  try {
    const weight = await meet(network, admission, weights, from, to, clock, forward, backward);
    if (weight === Infinity || clock.exhausted) return null;
    // The forward side may have reached the end before the backward side took its first turn.
    backward.settled[to] = 1;
    return { weight, roles: bestThrough(network, admission, weights, from, to, forward, backward) };
  } finally {
    giveBack(network, forward);
    giveBack(network, backward);
  }
}

export interface BestPath {
  readonly weight: number;
  readonly roles: number[];
}

/** What one side knows: weights and counts by role, and the steps that cross from this side's settled roles to the other's. */
class Side {
  readonly weight: Float64Array;
  readonly inferred: Int32Array;
  readonly settled: Uint8Array;
  readonly heap = new MinHeap();
  /** Roles with an entry in the arrays, so that clearing costs what was reached and not the whole network. */
  reached: number[] = [];

  constructor(roleCount: number) {
    this.weight = new Float64Array(roleCount).fill(Infinity);
    this.inferred = new Int32Array(roleCount);
    this.settled = new Uint8Array(roleCount);
  }

  open(role: number, weight: number, inferred: number): void {
    if (this.weight[role] === Infinity) this.reached.push(role);
    this.weight[role] = weight;
    this.inferred[role] = inferred;
    this.heap.push(weight, role);
  }

  clear(): void {
    for (const role of this.reached) {
      this.weight[role] = Infinity;
      this.settled[role] = 0;
    }
    this.reached = [];
    this.heap.clear();
  }
}

/** Cleared sides of networks, for the next search: one pair serves all requests that do not overlap. */
const idleSides = new WeakMap<Network, Side[]>();
const MOST_IDLE = 8;

function takeSide(network: Network): Side {
  return idleSides.get(network)?.pop() ?? new Side(network.roleCount);
}

function giveBack(network: Network, side: Side): void {
  side.clear();
  const idle = idleSides.get(network) ?? [];
  if (idle.length < MOST_IDLE) idle.push(side);
  idleSides.set(network, idle);
}

/** Settles roles from both ends until no better meeting is possible; the best weight, Infinity where the sides never meet. */
async function meet(
  network: Network,
  admission: Admission,
  weights: Weights,
  from: number,
  to: number,
  clock: SearchClock,
  forward: Side,
  backward: Side,
): Promise<number> {
  const { outStart, outTo, outMonths, outTraits, inStart, inFrom, inMonths, inTraits } = network.columns;
  let best = Infinity;
  forward.open(from, 0, 0);
  backward.open(to, 0, 0);
  while (forward.heap.leastKey + backward.heap.leastKey <= best) {
    const isForward = forward.heap.size <= backward.heap.size;
    const side = isForward ? forward : backward;
    const other = isForward ? backward : forward;
    if (side.heap.size === 0) return best;
    const role = side.heap.pop();
    if (side.settled[role] === 1) continue;
    side.settled[role] = 1;
    const start = isForward ? outStart : inStart;
    const neighbour = isForward ? outTo : inFrom;
    const months = isForward ? outMonths : inMonths;
    const traits = isForward ? outTraits : inTraits;
    const end = start[role + 1]!;
    if (!clock.spend(end - start[role]!)) return Infinity;
    if (clock.restDue) await clock.rest();
    const weightHere = side.weight[role]!;
    const inferredHere = side.inferred[role]!;
    const otherLeast = other.heap.leastKey;
    for (let step = start[role]!; step < end; step++) {
      const stepTraits = traits[step]!;
      if (admission.traits[stepTraits] === 0) continue;
      const next = neighbour[step]!;
      const weight = weightHere + weights.step + weights.month * months[step]!;
      const known = side.weight[next]!;
      if (weight > known) continue;
      const otherWeight = other.weight[next]!;
      // A role that the other side has not settled is at least as far from its end as whatever that side settles next.
      if (weight + (other.settled[next] === 1 ? otherWeight : otherLeast) > best) continue;
      const inferred = inferredHere + ((stepTraits & INFERRED_BIT) === 0 ? 0 : 1);
      if (weight < known) {
        if (next !== from && next !== to && !admission.admitsBetween(next)) continue;
        side.open(next, weight, inferred);
        if (weight + otherWeight < best) best = weight + otherWeight;
      } else if (inferred < side.inferred[next]!) {
        side.inferred[next] = inferred;
      }
    }
  }
  return best;
}

/**
 * Of all paths of the best weight, the one of fewest inferred steps, then of the least role ids, told as its roles. Marks the
 * roles settled from the start that lie on such a path, then walks from the start and takes the least next role each time.
 */
function bestThrough(
  network: Network,
  admission: Admission,
  weights: Weights,
  from: number,
  to: number,
  forward: Side,
  backward: Side,
): number[] {
  const { outStart, outTo, outMonths, outTraits, inStart, inFrom, inMonths, inTraits } = network.columns;
  const weightOf = (months: number): number => weights.step + weights.month * months;
  const inferredOf = (traits: number): number => ((traits & INFERRED_BIT) === 0 ? 0 : 1);

  // The crossing steps of least weight, then of fewest inferred steps on the whole path.
  let best = Infinity;
  let fewest = Infinity;
  let crossings = new Map<number, number[]>();
  for (const role of forward.reached) {
    if (forward.settled[role] === 0) continue;
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next: number = outTo[step]!;
      if (backward.settled[next] === 0 || admission.traits[outTraits[step]!] === 0) continue;
      const weight = forward.weight[role]! + weightOf(outMonths[step]!) + backward.weight[next]!;
      const inferred = forward.inferred[role]! + inferredOf(outTraits[step]!) + backward.inferred[next]!;
      if (weight > best || (weight === best && inferred > fewest)) continue;
      if (weight < best || inferred < fewest) crossings = new Map();
      best = weight;
      fewest = inferred;
      const nexts = crossings.get(role);
      if (nexts === undefined) crossings.set(role, [next]);
      else nexts.push(next);
    }
  }

  const onBest = new Set(crossings.keys());
  for (const role of onBest) {
    for (let step = inStart[role]!; step < inStart[role + 1]!; step++) {
      const previous = inFrom[step]!;
      if (
        forward.settled[previous] === 1 &&
        admission.traits[inTraits[step]!] === 1 &&
        forward.weight[previous]! + weightOf(inMonths[step]!) === forward.weight[role] &&
        forward.inferred[previous]! + inferredOf(inTraits[step]!) === forward.inferred[role]
      ) {
        onBest.add(previous);
      }
    }
  }

  const roles = [from];
  let role = from;
  // Whether the walk so far may go on towards a crossing step, and whether it may be over one already; a tie can leave both open.
  let before = true;
  let beyond = false;
  while (role !== to) {
    let least = Infinity;
    let leastBefore = false;
    let leastBeyond = false;
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next: number = outTo[step]!;
      if (next > least || admission.traits[outTraits[step]!] === 0) continue;
      const weight = weightOf(outMonths[step]!);
      const inferred = inferredOf(outTraits[step]!);
      const staysBefore: boolean =
        before &&
        onBest.has(next) &&
        forward.weight[role]! + weight === forward.weight[next] &&
        forward.inferred[role]! + inferred === forward.inferred[next];
      const crosses = before && crossings.get(role)?.includes(next) === true;
      const staysBeyond: boolean =
        beyond &&
        backward.settled[next] === 1 &&
        backward.weight[next]! + weight === backward.weight[role] &&
        backward.inferred[next]! + inferred === backward.inferred[role];
      if (staysBefore || crosses || staysBeyond) {
        least = next;
        leastBefore = staysBefore;
        leastBeyond = crosses || staysBeyond;
      }
    }
    role = least;
    before = leastBefore;
    beyond = leastBeyond;
    roles.push(role);
  }
  return roles;
}
