import type { Admission } from "./Admission.js";
import { MinHeap } from "./MinHeap.js";
import { INFERRED_BIT, type Network } from "./Network.js";
import type { SearchClock } from "./SearchClock.js";
import type { Weights } from "./Weights.js";

/**
 * The best path between two roles by (weight, inferred steps, role ids), by Dijkstra's search from both ends at once.
 *
 * Let `least` be the least weight of any step. The sides end when their least open weights and `least` add up to more than the
 * best weight found, strictly more. On a path of that weight take the first role that is not settled from the start: the role
 * before it is, and it lies nearer to the end than the backward side's least open weight and `least` together, so the role after
 * it (or itself) is settled from the end and its own backward weight is exact. So every best path has a step from a role settled
 * from the start to one with an exact backward weight; `bestThrough` finds these crossing steps and takes the best of the paths
 * over them. (Ending where the sides first meet, or at equality, finds one best path and lets ties fall by luck.) As every step
 * weighs more than 0, all ways to a role that tie in weight are known by then, so the least count of inferred steps is exact too.
 *
 * Worst case O((roles + transitions) · log roles); on a random network it settles some multiple of √roles. The ends must differ.
 * Null where there is no path, or the clock ran out.
 */
export async function bidirectionalSearch(
  network: Network,
  admission: Admission,
  weights: Weights,
  from: number,
  to: number,
  clock: SearchClock,
): Promise<BestPath | null> {
  const sides = takeSides(network);
  try {
    const weight = await meet(network, admission, weights, from, to, clock, sides);
    if (weight === Infinity || clock.exhausted) return null;
    return { weight, roles: bestThrough(network, admission, weights, from, to, sides) };
  } finally {
    giveBack(network, sides);
  }
}

export interface BestPath {
  readonly weight: number;
  readonly roles: number[];
}

/** The side that searches from the start; the other one searches from the end. */
const FORWARD = 0;
const BACKWARD = 1;

/** What both sides know of each role. The entries of one role lie side by side, as a search looks at both at once. */
class Sides {
  /** At 2 · role + side: the least weight known; Infinity where the side has not reached the role. */
  readonly weight: Float64Array;
  /** At 2 · role + side: the fewest inferred steps at that weight. */
  readonly inferred: Int32Array;
  /** Open roles of each side by weight; an entry of more than the role's weight is out of date. */
  readonly heaps = [new MinHeap(), new MinHeap()] as const;
  /** Roles settled from the start. */
  settled: number[] = [];
  /** Entries in use, so that clearing costs what was reached and not the whole network. */
  private reached: number[] = [];

  constructor(roleCount: number) {
    this.weight = new Float64Array(roleCount * 2).fill(Infinity);
    this.inferred = new Int32Array(roleCount * 2);
  }

  open(role: number, side: 0 | 1, weight: number, inferred: number): void {
    const entry = 2 * role + side;
    if (this.weight[entry] === Infinity) this.reached.push(entry);
    this.weight[entry] = weight;
    this.inferred[entry] = inferred;
    this.heaps[side].push(weight, role);
  }

  clear(): void {
    for (const entry of this.reached) this.weight[entry] = Infinity;
    this.reached = [];
    this.settled = [];
    this.heaps[FORWARD].clear();
    this.heaps[BACKWARD].clear();
  }
}

/** Cleared sides of a network, for the next search: one serves all requests that do not overlap. */
const idleSides = new WeakMap<Network, Sides[]>();
const MOST_IDLE = 4;

function takeSides(network: Network): Sides {
  return idleSides.get(network)?.pop() ?? new Sides(network.roleCount);
}

function giveBack(network: Network, sides: Sides): void {
  sides.clear();
  const idle = idleSides.get(network) ?? [];
  if (idle.length < MOST_IDLE) idle.push(sides);
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
  sides: Sides,
): Promise<number> {
  const { outStart, outTo, outMonths, outTraits, inStart, inFrom, inMonths, inTraits, leastMonths } = network.columns;
  const leastStep = weights.step + weights.month * leastMonths;
  const [forward, backward] = sides.heaps;
  let best = Infinity;
  sides.open(from, FORWARD, 0, 0);
  sides.open(to, BACKWARD, 0, 0);
  while (forward.leastKey + backward.leastKey + leastStep <= best) {
    const side = forward.size <= backward.size ? FORWARD : BACKWARD;
    const heap = sides.heaps[side];
    if (heap.size === 0) return best;
    const weightHere = heap.leastKey;
    const role = heap.pop();
    if (weightHere > sides.weight[2 * role + side]!) continue;
    if (side === FORWARD) sides.settled.push(role);
    const start = side === FORWARD ? outStart : inStart;
    const neighbour = side === FORWARD ? outTo : inFrom;
    const months = side === FORWARD ? outMonths : inMonths;
    const traits = side === FORWARD ? outTraits : inTraits;
    const end = start[role + 1]!;
    if (!clock.spend(end - start[role]!)) return Infinity;
    if (clock.restDue) await clock.rest();
    const inferredHere = sides.inferred[2 * role + side]!;
    const otherLeast = sides.heaps[1 - side]!.leastKey;
    for (let step = start[role]!; step < end; step++) {
      const stepTraits = traits[step]!;
      if (admission.traits[stepTraits] === 0) continue;
      const next = neighbour[step]!;
      const entry = 2 * next + side;
      const weight = weightHere + weights.step + weights.month * months[step]!;
      const known = sides.weight[entry]!;
      if (weight > known) continue;
      // The other side's weight is exact up to its least open one, and no weight beyond that is below it.
      const otherWeight = sides.weight[entry ^ 1]!;
      if (weight + Math.min(otherWeight, otherLeast) > best) continue;
      const inferred = inferredHere + ((stepTraits & INFERRED_BIT) === 0 ? 0 : 1);
      if (weight < known) {
        if (next !== from && next !== to && !admission.admitsBetween(next)) continue;
        sides.open(next, side, weight, inferred);
        if (weight + otherWeight < best) best = weight + otherWeight;
      } else if (inferred < sides.inferred[entry]!) {
        sides.inferred[entry] = inferred;
      }
    }
  }
  return best;
}

/**
 * Of all paths of the best weight, the one of fewest inferred steps, then of the least role ids, told as its roles. Marks the
 * roles settled from the start that lie on such a path before they cross over, then walks from the start and takes the least next role each time.
 */
function bestThrough(
  network: Network,
  admission: Admission,
  weights: Weights,
  from: number,
  to: number,
  sides: Sides,
): number[] {
  const { outStart, outTo, outMonths, outTraits, inStart, inFrom, inMonths, inTraits } = network.columns;
  const { weight: known, inferred: knownInferred } = sides;
  const weightOf = (months: number): number => weights.step + weights.month * months;
  const inferredOf = (traits: number): number => ((traits & INFERRED_BIT) === 0 ? 0 : 1);

  // The crossing steps of least weight, then of fewest inferred steps on the whole path.
  let best = Infinity;
  let fewest = Infinity;
  let crossings = new Map<number, number[]>();
  for (const role of sides.settled) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      const next: number = outTo[step]!;
      const left = known[2 * next + BACKWARD]!;
      if (left === Infinity || admission.traits[outTraits[step]!] === 0) continue;
      const weight = known[2 * role]! + weightOf(outMonths[step]!) + left;
      const inferred = knownInferred[2 * role]! + inferredOf(outTraits[step]!) + knownInferred[2 * next + BACKWARD]!;
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
        admission.traits[inTraits[step]!] === 1 &&
        known[2 * previous]! + weightOf(inMonths[step]!) === known[2 * role] &&
        knownInferred[2 * previous]! + inferredOf(inTraits[step]!) === knownInferred[2 * role]
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
        known[2 * role]! + weight === known[2 * next] &&
        knownInferred[2 * role]! + inferred === knownInferred[2 * next];
      const crosses = before && crossings.get(role)?.includes(next) === true;
      const staysBeyond: boolean =
        beyond &&
        known[2 * next + BACKWARD]! + weight === known[2 * role + BACKWARD] &&
        knownInferred[2 * next + BACKWARD]! + inferred === knownInferred[2 * role + BACKWARD];
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
