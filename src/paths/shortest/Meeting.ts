import { Ball } from "./Ball.js";
import { monthsOf, type Network, roleOf } from "../network/Network.js";
import { NOWHERE } from "../search/PlaceTable.js";
import type { SearchClock } from "../search/SearchClock.js";
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
 * The balls end when their radii add up to more than the weight of the last crossing wanted, strictly more. On a path of at
 * most that weight take the first role which is no nearer to the start than the forward radius: the role before it is settled
 * from there, and the role itself is nearer to the end than the backward radius, so it is settled as well. So every such path has
 * a crossing step between roles of exact weights. (Ending where the balls first meet, or at equality, finds one best path and lets
 * ties fall by luck.)
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

  /** Settles roles until the meeting is complete or the clock ran out; false where it has to rest first. */
  grow(clock: SearchClock): boolean {
    const { forward, backward } = this;
    for (;;) {
      if (!this.crossNew(forward, backward, clock) || !this.crossNew(backward, forward, clock)) return true;
      if (clock.restDue) return false;
      const reach = forward.radius + backward.radius;
      if (reach > this.best) this.bestProven = true;
      if (reach > this.most || reach === Infinity) return true;
      if (forward.openCount <= backward.openCount) forward.grow(this.most - backward.radius);
      else backward.grow(this.most - forward.radius);
    }
  }

  /** Looks at the roles settled in a ball since it last did; false where the clock runs out. */
  private crossNew(ball: Ball, other: Ball, clock: SearchClock): boolean {
    for (let place = ball.takeNew(); place < ball.size; place++) {
      const role = ball.roles[place]!;
      if (!clock.spend(ball.start[role + 1]! - ball.start[role]!)) return false;
      this.cross(ball, place, other);
    }
    return true;
  }

  /** Looks at the steps of a role just settled in one ball for those that lead into the other. */
  private cross(ball: Ball, place: number, other: Ball): void {
    const { weights, admission } = this.span;
    const { start, steps, traits } = ball;
    const role = ball.roles[place]!;
    const end = start[role + 1]!;
    const weightHere = ball.weights[place]! + weights.step;
    for (let step = start[role]!; step < end; step++) {
      const weight = weightHere + weights.month * monthsOf(steps[step]!);
      if (weight > this.most) return;
      const next = roleOf(steps[step]!);
      const nextPlace = other.placeOf(next);
      if (nextPlace === NOWHERE || !admission.admitsStep(traits, step)) continue;
      const whole = weight + other.weights[nextPlace]!;
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
