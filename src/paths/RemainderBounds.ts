import { bidirectionalSearch } from "./bidirectionalSearch.js";
import { type Ball, growBall } from "./growBall.js";
import type { PathProblem } from "./PathProblem.js";
import type { SearchClock } from "./SearchClock.js";
import type { Weights } from "./Weights.js";

/**
 * Lower bounds on the weight of what is left of a path: from a role to the next waypoint by the ball round it, and from there on
 * by the distances between waypoints. They ignore that a path passes each role once, which only makes them smaller, and never too
 * large.
 */
export class RemainderBounds {
  private constructor(
    private readonly balls: readonly Ball[],
    /** Weight from each waypoint through the later ones to the end. */
    private readonly tails: readonly number[],
  ) {}

  /** Null where some waypoint cannot be reached from the one before, so that no path exists (or the clock ran out). */
  static async of(problem: PathProblem, weights: Weights, clock: SearchClock): Promise<RemainderBounds | null> {
    const { network, admission, waypoints, from } = problem;
    const distances: number[] = [];
    for (const [position, waypoint] of waypoints.entries()) {
      const previous = position === 0 ? from : waypoints[position - 1]!;
      const best = await bidirectionalSearch(network, admission, weights, previous, waypoint, clock);
      if (best === null) return null;
      distances.push(best.weight);
    }
    const balls: Ball[] = [];
    const tails: number[] = [];
    let tail = 0;
    for (let position = waypoints.length - 1; position >= 0; position--) {
      // Half the way: a search from the start meets the ball in the middle, where both have cost least.
      balls[position] = await growBall(
        network,
        admission,
        weights,
        waypoints[position]!,
        from,
        distances[position]! / 2,
        clock,
      );
      tails[position] = tail;
      tail += distances[position]!;
    }
    return new RemainderBounds(balls, tails);
  }

  /** Least weight left at a role when some waypoints are passed; Infinity where no way is left. */
  left(role: number, passed: number): number {
    const ball = this.balls[passed]!;
    const weight = ball.weight[role]!;
    return (weight < ball.radius ? weight : ball.radius) + this.tails[passed]!;
  }
}
