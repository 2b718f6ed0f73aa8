import type { Network } from "../network/Network.js";

/**
 * Packs steps and months into one number that compares like the pair: one weightier unit exceeds any possible sum of the lighter one.
 * MOST_ROLES explains why sums are exact. Walks through vias may repeat roles; their sums are exact below a million steps. Every step
 * weighs more than 0.
 */
export interface Weights {
  readonly step: number;
  readonly month: number;
  /** Whether steps are the weightier unit. */
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

/** An upper bound on the steps of a walk: it may pass each role once on the way to each waypoint. */
function longestWalk(network: Network, waypoints: number): number {
  return network.roleCount * waypoints;
}
