import type { Admission } from "../query/Admission.js";
import { MinHeap } from "../collections/MinHeap.js";
import { monthsOf, roleOf } from "../network/Network.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { Span } from "./Span.js";

/** The most roles that one call of `grow` settles. */
const MOST_AT_ONCE = 32;

/**
 * The roles nearest to one end of a span, the centre, with their exact distances. Runs Dijkstra's algorithm, but takes up the steps of a
 * settled role one at a time, shortest first (Spira, SIAM Journal on Computing 2, 1973). Rows are in that order, so most steps of a large
 * network are never taken up.
 *
 * O(log roles) per role settled and per step taken up. `begin` reuses the memory.
 */
export class Ball {
  /** Indexes of the settled roles, in order of settling. All columns below are by this index. */
  private readonly settled = new CompactIndex();
  /** The weight between each role and the centre. */
  weights = new Float64Array(this.settled.capacity);
  /** The rows of steps in the direction in which the ball grows. */
  start!: Uint32Array;
  steps!: Uint32Array;
  traits!: Uint16Array;
  /** The position of each role's next step, that step, and the end of its row. */
  private cursors = new Uint32Array(this.settled.capacity);
  private nextSteps = new Uint32Array(this.settled.capacity);
  private ends = new Uint32Array(this.settled.capacity);
  /** Indexes of settled roles, ordered by the distance of the role at the end of their next step. */
  private readonly open = new MinHeap();
  private firstNew = 0;
  /** Written but never read. Reading the last step of a row fetches its second cache line together with the first. */
  protected lasts = 0;
  /** The least distance beyond a limit that was not taken up. */
  private beyond = Infinity;

  /** The other end of the span. It is always admitted, and the ball does not grow beyond it. */
  private far = ABSENT;
  private admission!: Admission;
  private stepWeight = 0;
  private monthWeight = 0;
  /** A lower bound on the weight of a step. */
  leastStep = 0;

  /** @param forward true for a ball around the start of the span, false for one around its end */
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

  /** The number of settled roles. */
  get size(): number {
    return this.settled.size;
  }

  /** The settled roles by index. Only the first `size` are valid. */
  get roles(): Int32Array {
    return this.settled.keys;
  }

  /** A lower bound on the distance of every role that is not settled; Infinity if there is none. */
  get radius(): number {
    return Math.min(this.open.leastKey, this.beyond);
  }

  /** The number of settled roles with steps left to take up. */
  get openCount(): number {
    return this.open.size;
  }

  /** The index of the first role settled since the last call. */
  takeNew(): number {
    const first = this.firstNew;
    this.firstNew = this.size;
    return first;
  }

  /** The index of a settled role; ABSENT if it is not settled. */
  indexOf(role: number): number {
    return this.settled.indexOf(role);
  }

  /** The weight between a role and the centre; Infinity if the role is not settled. */
  weightOf(role: number): number {
    const index = this.indexOf(role);
    return index === ABSENT ? Infinity : this.weights[index]!;
  }

  /**
   * Visits the brink: the roles that are not settled but are one step from a settled role. A role is visited once per such step, with its
   * distance over that step.
   * @param limit greater distances are not visited
   */
  forBrink(limit: number, visit: (role: number, weight: number) => void): void {
    const { open, steps, traits, admission } = this;
    for (let i = 0; i < open.size; i++) {
      const index = open.itemAt(i);
      const weight = this.weights[index]! + this.stepWeight;
      for (let cursor = this.cursors[index]!; cursor < this.ends[index]!; cursor++) {
        const key = weight + this.monthWeight * monthsOf(steps[cursor]!);
        if (key > limit) break;
        const role = roleOf(steps[cursor]!);
        if (this.indexOf(role) !== ABSENT || !admission.admitsStep(traits, cursor)) continue;
        if (admission.admitsBetween(role)) visit(role, key);
      }
    }
  }

  /** Settles a role whose exact distance the caller knows. The ball must not grow after that. */
  settleLast(role: number, weight: number): void {
    if (this.indexOf(role) === ABSENT) this.settle(role, weight);
  }

  /**
   * Settles some of the nearest roles that are not settled.
   * @param limit roles at greater distances are given up; a later call must not use a greater limit
   */
  grow(limit: number): void {
    const { open } = this;
    const first = this.size;
    // Steps from a role settled here end no nearer than this, so all these roles can be settled before any of them is opened.
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

  /** Takes up the first step of every settled role from an index on. */
  private openFrom(first: number, limit: number): void {
    const { start, steps, roles, cursors, nextSteps, ends, size } = this;
    // Rows are scattered in memory. In loops this tight the processor waits for several rows at once instead of one after the other.
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

  /**
   * Advances a settled role to its next step that may settle a role. Returns the distance at its end; Infinity if none is left in the
   * limit.
   */
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

  /** Resizes the columns to the capacity of the index. */
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
