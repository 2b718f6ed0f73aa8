import { Ball } from "./Ball.js";
import type { Remainders } from "../search/LabelExtender.js";
import { leastWeight } from "./leastWeight.js";
import type { PathTask } from "../query/PathTask.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { Weights } from "../search/Weights.js";

/** The least number of roles that a ball settles. It covers small networks completely and takes a few milliseconds on large ones. */
const LEAST_SETTLED = 2048;

/**
 * Lower bounds on the weight of the rest of a path: from a role to the next waypoint by the ball around that waypoint, and from there by
 * the distances between waypoints. They ignore that a path passes each role only once, which can only make them smaller.
 */
export class RemainderBounds implements Remainders {
  private constructor(
    /** By waypoint: one ball around each of its records. */
    private readonly balls: readonly (readonly Ball[])[],
    /** By waypoint: the least weight from it through the later waypoints to the end. */
    private readonly tails: readonly number[],
  ) {}

  /** Null if a waypoint cannot be reached from the previous one, so that there is no path, or if the clock ran out. */
  static async of(task: PathTask, weights: Weights, clock: SearchClock): Promise<RemainderBounds | null> {
    const { waypoints, from } = task;
    const distances: number[] = [];
    for (const [position, records] of waypoints.entries()) {
      let distance = Infinity;
      for (const previous of position === 0 ? [from] : waypoints[position - 1]!) {
        for (const to of records) {
          if (to === previous) continue;
          distance = Math.min(distance, await leastWeight({ ...task, weights, from: previous, to }, clock));
        }
      }
      if (distance === Infinity) return null;
      distances.push(distance);
    }
    const balls: Ball[][] = [];
    const tails: number[] = [];
    let tail = 0;
    for (let position = waypoints.length - 1; position >= 0; position--) {
      // Half the distance: a search from the start meets the ball in the middle, which minimises the total work.
      const radius = distances[position]! / 2;
      const round: Ball[] = (balls[position] = []);
      for (const role of waypoints[position]!) round.push(await grown(task, weights, role, radius, clock));
      tails[position] = tail;
      tail += distances[position]!;
    }
    return new RemainderBounds(balls, tails);
  }

  left(role: number, passed: number): number {
    let least = Infinity;
    for (const ball of this.balls[passed]!) least = Math.min(least, ball.weightOf(role), ball.radius);
    return least + this.tails[passed]!;
  }
}

/** The ball around a waypoint with at least a radius. If the clock runs out, it is smaller but its bounds still hold. */
async function grown(task: PathTask, weights: Weights, to: number, radius: number, clock: SearchClock): Promise<Ball> {
  const ball = new Ball();
  ball.begin({ ...task, weights, to }, false);
  while (ball.radius < Infinity && (ball.radius < radius || ball.size < LEAST_SETTLED)) {
    for (let place = ball.takeNew(); place < ball.size; place++) {
      const role = ball.roles[place]!;
      if (!clock.spend(ball.start[role + 1]! - ball.start[role]!)) return ball;
    }
    if (clock.restDue) await clock.rest();
    ball.grow(Infinity);
  }
  return ball;
}
