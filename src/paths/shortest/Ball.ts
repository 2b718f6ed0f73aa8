import type { Admission } from "../query/Admission.js";
import { MinHeap } from "../collections/MinHeap.js";
import { monthsOf, roleOf } from "../network/Network.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { Span } from "./Span.js";

/** Roles settled at once. */
const MOST_AT_ONCE = 32;

/**
 * The roles nearest to one end of a span, with the exact weights of the ways between, nearest first: Dijkstra's search with the
 * steps of a settled role taken up one by one, shortest first (Spira, SIAM Journal on Computing 2, 1973). As rows stand in that
 * order, most steps of a large network are never taken up.
 *
 * O(log roles) for each role settled and each step taken up. A ball can be begun anew, which keeps its memory.
 */
export class Ball {
  /** Places of the settled roles, in the order of settling. */
  private readonly settled = new CompactIndex();
  /** The weight between each and the centre. */
  weights = new Float64Array(this.settled.capacity);
  /** Rows of steps in the direction in which the ball grows. */
  start!: Uint32Array;
  steps!: Uint32Array;
  traits!: Uint16Array;
  /** The position of each place's next step to take up, that step, and the end of its row. */
  private cursors = new Uint32Array(this.settled.capacity);
  private nextSteps = new Uint32Array(this.settled.capacity);
  private ends = new Uint32Array(this.settled.capacity);
  /** Places by the weight up to the end of their next step. */
  private readonly open = new MinHeap();
  private firstNew = 0;
  /** Of no use but to be written: a row often lies in two lines of memory, and the second is fetched with the first by reading its last step. */
  protected lasts = 0;
  /** The least weight of steps that were given up as they lie beyond a limit. */
  private beyond = Infinity;

  /** The end of the span at which ways end: it is always admitted, and none go on beyond it. */
  private far = ABSENT;
  private admission!: Admission;
  private stepWeight = 0;
  private monthWeight = 0;
  /** No step weighs less. */
  leastStep = 0;

  /** @param forward whether the ball grows round the start of the span, and not round its end */
  begin({ network, admission, weights, from, to }: Span, forward: boolean): void {
    const { outStart, outSteps, outTraits, inStart, inSteps, inTraits, leastMonths } = network.columns;
    this.settled.clear();
    if (this.weights.length !== this.settled.capacity) this.fit();
    this.open.clear();
    this.beyond = Infinity;
    this.start = forward ? outStart : inStart;
    this.steps = forward ? outSteps : inSteps;
    this.traits = forward ? outTraits : inTraits;
    this.far = forward ? to : from;
    this.admission = admission;
    this.stepWeight = weights.step;
    this.monthWeight = weights.month;
    this.leastStep = weights.step + weights.month * leastMonths;
    this.firstNew = this.settle(forward ? from : to, 0);
    this.openFrom(this.firstNew, Infinity);
  }

  /** How many roles are settled. */
  get size(): number {
    return this.settled.size;
  }

  /** The settled roles by place; the first `size` count. */
  get roles(): Int32Array {
    return this.settled.keys;
  }

  /** No role that is not settled is nearer than this; Infinity where there is none. */
  get radius(): number {
    return Math.min(this.open.leastKey, this.beyond);
  }

  /** How many settled roles have steps to take up. */
  get openCount(): number {
    return this.open.size;
  }

  /** The first of the places that were taken since this was last asked. */
  takeNew(): number {
    const first = this.firstNew;
    this.firstNew = this.size;
    return first;
  }

  /** The place of a settled role, else ABSENT. */
  indexOf(role: number): number {
    return this.settled.indexOf(role);
  }

  /** The weight between a role and the centre; Infinity where it is not settled. */
  weightOf(role: number): number {
    const index = this.indexOf(role);
    return index === ABSENT ? Infinity : this.weights[index]!;
  }

  /**
   * Tells of the roles that are one step from a settled one and not settled: each such role with the weight between it and the
   * centre over that step, as often as there are steps.
   * @param limit what lies beyond it is not told
   */
  forBrink(limit: number, tell: (role: number, weight: number) => void): void {
    const { open, steps, traits, admission } = this;
    for (let i = 0; i < open.size; i++) {
      const index = open.itemAt(i);
      const weight = this.weights[index]! + this.stepWeight;
      for (let cursor = this.cursors[index]!; cursor < this.ends[index]!; cursor++) {
        const key = weight + this.monthWeight * monthsOf(steps[cursor]!);
        if (key > limit) break;
        const role = roleOf(steps[cursor]!);
        if (this.indexOf(role) !== ABSENT || !admission.admitsStep(traits, cursor)) continue;
        if (admission.admitsBetween(role)) tell(role, key);
      }
    }
  }

  /** Settles a role whose exact weight is known from elsewhere; the ball cannot grow after that. */
  settleLast(role: number, weight: number): void {
    if (this.indexOf(role) === ABSENT) this.settle(role, weight);
  }

  /**
   * Settles the nearest roles that are not settled, some at a time, which take the next places.
   * @param limit what lies beyond it is given up; a later call must not have a greater one
   */
  grow(limit: number): void {
    const { open } = this;
    const first = this.size;
    // What leads on from a role that is settled here ends no nearer than this, so all of them may be settled before they are opened.
    const last = Math.min(limit, open.leastKey + this.leastStep);
    while (open.leastKey <= last && this.size < first + MOST_AT_ONCE) {
      const weight = open.leastKey;
      const index = open.leastItem;
      const next = roleOf(this.nextSteps[index]!);
      this.cursors[index]!++;
      const key = this.takeUp(index, limit);
      if (key < Infinity) open.replaceLeast(key);
      else open.pop();
      if (this.indexOf(next) !== ABSENT) continue;
      if (next === this.far || this.admission.admitsBetween(next)) this.settle(next, weight);
    }
    this.openFrom(first, limit);
  }

  /** Takes up the first steps of all places from one on. */
  private openFrom(first: number, limit: number): void {
    const { start, steps, roles, cursors, nextSteps, ends, size } = this;
    // Rows lie anywhere in memory. Loops as tight as these wait for several of them at once, and not for one after the other.
    for (let index = first; index < size; index++) {
      cursors[index] = start[roles[index]!]!;
      ends[index] = start[roles[index]! + 1]!;
    }
    let lasts = 0;
    for (let index = first; index < size; index++) {
      nextSteps[index] = steps[cursors[index]!]!;
      lasts ^= steps[ends[index]! - 1]!;
    }
    this.lasts = lasts;
    for (let index = first; index < size; index++) {
      if (roles[index] === this.far) continue;
      const key = this.takeUp(index, limit);
      if (key < Infinity) this.open.push(key, index);
    }
  }

  /** Moves a place on to its next step that may settle a role; the weight up to its end, Infinity where none is left within the limit. */
  private takeUp(index: number, limit: number): number {
    const { steps, traits, admission } = this;
    const end = this.ends[index]!;
    for (let cursor = this.cursors[index]!; cursor < end; cursor++) {
      const step = steps[cursor]!;
      if (this.indexOf(roleOf(step)) !== ABSENT || !admission.admitsStep(traits, cursor)) continue;
      const key = this.weights[index]! + this.stepWeight + this.monthWeight * monthsOf(step);
      this.cursors[index] = cursor;
      this.nextSteps[index] = step;
      if (key <= limit) return key;
      this.beyond = Math.min(this.beyond, key);
      break;
    }
    return Infinity;
  }

  private settle(role: number, weight: number): number {
    const index = this.settled.add(role);
    if (index >= this.weights.length) this.fit();
    this.weights[index] = weight;
    return index;
  }

  /** Makes the columns as long as the table is. */
  private fit(): void {
    const { capacity } = this.settled;
    this.weights = resized(this.weights, new Float64Array(capacity));
    this.cursors = resized(this.cursors, new Uint32Array(capacity));
    this.nextSteps = resized(this.nextSteps, new Uint32Array(capacity));
    this.ends = resized(this.ends, new Uint32Array(capacity));
  }
}

function resized<Column extends Float64Array | Uint32Array>(old: Column, column: Column): Column {
  column.set(old.subarray(0, column.length));
  return column;
}
