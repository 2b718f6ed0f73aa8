import { MOST_MONTHS, type Network } from "./Network.js";

/**
 * How steps and months pack into one number, which compares as the pair does: the weightier unit exceeds any sum that a path can
 * reach in the lighter one. MOST_ROLES says why sums stay exact. Every step weighs more than 0.
 */
export interface Weights {
  readonly step: number;
  readonly month: number;
}

/** Fewer steps first, then fewer months. */
export function stepsFirst(network: Network): Weights {
  return { step: network.roleCount * MOST_MONTHS + 1, month: 1 };
}

/** Fewer months first, then fewer steps. */
export function monthsFirst(network: Network): Weights {
  return { step: 1, month: network.roleCount + 1 };
}
