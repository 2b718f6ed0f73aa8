import { Ball } from "./Ball.js";
import { monthsOf, type Network, roleOf } from "../network/Network.js";
import { ABSENT, CompactIndex } from "../collections/CompactIndex.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { Span } from "./Span.js";

/** A step from a role of the forward ball to one of the backward ball, and the weight of the best path over it. */
export interface Crossing {
  readonly source: number;
  readonly target: number;
  readonly whole: number;
}

/**
 * Two balls, one around each end of a span, that grow until every path that matters has a crossing: a step from a role of the forward ball
 * to a role of the backward ball. When a role is settled in one ball, all its steps are checked for crossings.
 *
 * The balls stop when their radii plus the least step exceed the weight of the last crossing wanted. Proof that every path up to that
 * weight then has a crossing: take the first role on the path that the forward ball has not settled. The role before it is settled. If the
 * backward ball has settled the role, the step between the two is a crossing. If not, the role is at least as far from each centre as that
 * ball's radius. If the backward ball had not settled the next role either, the path would weigh at least both radii and a step. So the
 * role is on the brink of both balls, one step from settled roles. There are few such roles, and the last phase settles them without taking
 * up their steps. (Stopping when the balls first meet, or at equality, finds one best path but breaks ties arbitrarily. Without the last
 * phase, the balls would have to grow until their radii alone exceed the weight.)
 *
 * O((roles + transitions) · log roles) in the worst case. On a random network it settles a small multiple of √roles.
 */
export class Meeting {
  readonly forward = new Ball();
  readonly backward = new Ball();
  /** Once complete, all paths up to this weight have a crossing. It falls as crossings are found. */
  most = Infinity;
  /** Whether the weight of the best path is proven, even if the clock ran out later. */
  bestProven = false;
  span!: Span;
  private found: Crossing[] = [];
  /** The weights of the best crossings, at most `wanted`, ascending. */
  private least: number[] = [];
  private wanted = 1;
  /** The roles on the brink of the backward ball, and the weight from each to the end. */
  private readonly brink = new CompactIndex();
  private readonly brinkWeights: number[] = [];

  /**
   * @param wanted the number of crossings to find; ties with the last one are found as well
   * @param most greater weights are ignored
   */
  begin(span: Span, wanted: number, most: number): void {
    this.span = span;
    this.wanted = wanted;
    this.most = most;
    this.bestProven = false;
    this.found = [];
    this.least = [];
    this.forward.begin(span, true);
    this.backward.begin(span, false);
  }

  /** The weight of the best path found; Infinity if there is none. */
  get best(): number {
    return this.least[0] ?? Infinity;
  }

  /** The crossings up to a weight. */
  crossings(most: number): Crossing[] {
    return this.found.filter(({ whole }) => whole <= most);
  }

  /** Settles roles until the meeting is complete or the clock runs out; false if the caller must rest and call again. */
  grow(clock: SearchClock): boolean {
    const { forward, backward } = this;
    for (;;) {
      if (!this.crossNew(forward, backward, clock) || !this.crossNew(backward, forward, clock)) return true;
      if (clock.restDue) return false;
      const reach = forward.radius + backward.radius;
      if (reach > this.best) this.bestProven = true;
      if (reach > this.most || reach === Infinity) return true;
      if (reach + forward.leastStep > this.most) {
        this.settleBetween();
        if (this.crossNew(backward, forward, clock) && this.best < Infinity) this.bestProven = true;
        return true;
      }
      if (forward.openCount <= backward.openCount) forward.grow(this.most - backward.radius);
      else backward.grow(this.most - forward.radius);
    }
  }

  /** Settles in the backward ball the roles on both brinks that lie on a path within the bound. */
  private settleBetween(): void {
    const { forward, backward, most, brink, brinkWeights } = this;
    brink.clear();
    backward.forBrink(most - forward.radius, (role, weight) => {
      const index = brink.indexOf(role);
      if (index === ABSENT) brinkWeights[brink.add(role)] = weight;
      else if (weight < brinkWeights[index]!) brinkWeights[index] = weight;
    });
    forward.forBrink(most - backward.radius, (role, weight) => {
      const index = brink.indexOf(role);
      if (index !== ABSENT && weight + brinkWeights[index]! <= most) backward.settleLast(role, brinkWeights[index]!);
    });
  }

  /** Checks the roles settled in a ball since the last call for crossings; false if the clock runs out. */
  private crossNew(ball: Ball, other: Ball, clock: SearchClock): boolean {
    for (let index = ball.takeNew(); index < ball.size; index++) {
      const role = ball.roles[index]!;
      if (!clock.spend(ball.start[role + 1]! - ball.start[role]!)) return false;
      this.cross(ball, index, other);
    }
    return true;
  }

  /** Records the steps of a settled role that lead into the other ball. */
  private cross(ball: Ball, index: number, other: Ball): void {
    const { weights, admission } = this.span;
    const { start, steps, traits } = ball;
    const role = ball.roles[index]!;
    const end = start[role + 1]!;
    const weightHere = ball.weights[index]! + weights.step;
    for (let step = start[role]!; step < end; step++) {
      const weight = weightHere + weights.month * monthsOf(steps[step]!);
      if (weight > this.most) return;
      const next = roleOf(steps[step]!);
      const nextIndex = other.indexOf(next);
      if (nextIndex === ABSENT || !admission.admitsStep(traits, step)) continue;
      const whole = weight + other.weights[nextIndex]!;
      if (whole > this.most) continue;
      const [source, target] = ball === this.forward ? [role, next] : [next, role];
      this.found.push({ source, target, whole });
      this.note(whole);
    }
  }

  /** Adds the weight of a crossing if it is among the best. */
  private note(whole: number): void {
    const { least, wanted } = this;
    let at = least.length;
    while (at > 0 && least[at - 1]! > whole) at--;
    least.splice(at, 0, whole);
    if (least.length > wanted) least.pop();
    if (least.length === wanted) this.most = least[wanted - 1]!;
  }
}

/** Idle meetings by network, kept to reuse their memory. Searches that do not overlap share one. */
const idle = new WeakMap<Network, Meeting[]>();
const MOST_IDLE = 4;

/** A meeting for a search on a network. The caller must give it back. */
export function takeMeeting(network: Network): Meeting {
  return idle.get(network)?.pop() ?? new Meeting();
}

/** Returns a meeting for use by other searches on its network. */
export function giveBack(meeting: Meeting): void {
  const { network } = meeting.span;
  const kept = idle.get(network);
  if (kept === undefined) idle.set(network, [meeting]);
  else if (kept.length < MOST_IDLE) kept.push(meeting);
}
