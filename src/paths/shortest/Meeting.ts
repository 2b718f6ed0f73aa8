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
 * A ball round either end of a span, grown until they have met in all ways that matter. When a role is settled in one ball, all its
 * steps are looked at for those that cross over into the other.
 *
 * The balls end when their radii and the least step add up to more than the weight of the last crossing wanted, strictly more. On
 * a path of at most that weight take the first role which is not settled from the start: the role before it is, and if it is
 * settled from the end, the step between is a crossing. Else it is no nearer to either centre than the radius there. Were the role
 * after it not settled from the end either, the path would weigh at least both radii and a step. So it lies on the brink of both
 * balls, one step from settled roles; such roles are few, and are settled at the last without taking up what leads on from them.
 * So every such path has a crossing step between roles of exact weights. (Ending where the balls first meet, or at equality, finds
 * one best path and lets ties fall by luck. Without the brinks, balls have to grow until their radii alone add up to more.)
 *
 * Worst case O((roles + transitions) · log roles); on a random network it settles some multiple of √roles.
 */
export class Meeting {
  readonly forward = new Ball();
  readonly backward = new Ball();
  /** All paths of at most this weight have a crossing; lower as crossings are found. */
  most = Infinity;
  /** Whether the best path is known, even where the clock ran out later. */
  bestProven = false;
  span!: Span;
  private found: Crossing[] = [];
  /** Weights of the best crossings, as many as are wanted, least first. */
  private least: number[] = [];
  private wanted = 1;
  /** Roles on the brink of the backward ball, and the weight between each and the end. */
  private readonly brink = new CompactIndex();
  private readonly brinkWeights: number[] = [];

  /**
   * @param wanted crossings to find; ties of the last one are found as well
   * @param most the greatest weight of interest
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

  /** The weight of the best path found; Infinity where there is none. */
  get best(): number {
    return this.least[0] ?? Infinity;
  }

  /** Crossings of at most a weight. */
  crossings(most: number): Crossing[] {
    return this.found.filter(({ whole }) => whole <= most);
  }

  /** Settles roles until the meeting is complete or the clock ran out; false if it has to rest first. */
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

  /** Settles in the backward ball the roles on the brink of both that lie on a path within the bound. */
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

  /** Looks at the roles settled in a ball since it last did; false if the clock runs out. */
  private crossNew(ball: Ball, other: Ball, clock: SearchClock): boolean {
    for (let index = ball.takeNew(); index < ball.size; index++) {
      const role = ball.roles[index]!;
      if (!clock.spend(ball.start[role + 1]! - ball.start[role]!)) return false;
      this.cross(ball, index, other);
    }
    return true;
  }

  /** Looks at the steps of a role just settled in one ball for those that lead into the other. */
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

  /** Takes the weight of a crossing among the best. */
  private note(whole: number): void {
    const { least, wanted } = this;
    let at = least.length;
    while (at > 0 && least[at - 1]! > whole) at--;
    least.splice(at, 0, whole);
    if (least.length > wanted) least.pop();
    if (least.length === wanted) this.most = least[wanted - 1]!;
  }
}

/** Meetings of each network that are no longer used, with their memory: one serves all searches that do not overlap. */
const idle = new WeakMap<Network, Meeting[]>();
const MOST_IDLE = 4;

/** A meeting for a search on a network; whoever takes one gives it back. */
export function takeMeeting(network: Network): Meeting {
  return idle.get(network)?.pop() ?? new Meeting();
}

/** Keeps a meeting for other searches on the network that it began on, for as long as that is in use. */
export function giveBack(meeting: Meeting): void {
  const { network } = meeting.span;
  const kept = idle.get(network);
  if (kept === undefined) idle.set(network, [meeting]);
  else if (kept.length < MOST_IDLE) kept.push(meeting);
}
