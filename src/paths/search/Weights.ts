import type { Network } from "../network/Network.js";

/**
 * How steps and months pack into one number, which compares as the pair does: the weightier unit exceeds any sum that a path can
 * reach in the lighter one. MOST_ROLES says why sums stay exact, and walks through vias stay so as long as they take fewer than a
 * million steps. Every step weighs more than 0.
 */
export interface Weights {
  readonly step: number;
  readonly month: number;
  /** Whether steps are the weightier of the two. */
  readonly bySteps: boolean;
}

/** Fewer steps first, then fewer months. */
export function stepsFirst(network: Network, waypoints = 1): Weights {
  return { step: longestWalk(network, waypoints) * network.columns.mostMonths + 1, month: 1, bySteps: true };
}

/** Fewer months first, then fewer steps. */
export function monthsFirst(network: Network, waypoints = 1): Weights {
  return { step: 1, month: longestWalk(network, waypoints) + 1, bySteps: false };
}

/** Steps at most of anything a search weighs: it may pass a role once on the way to each waypoint. */
function longestWalk(network: Network, waypoints: number): number {
  return network.roleCount * waypoints;
}
