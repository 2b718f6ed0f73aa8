import type { PayClaim } from "../model/PayClaim.js";
import { type FoundPayBand, payBandOf } from "./payBandOf.js";

/** The bands of two roles side by side. */
export interface FoundPayChange {
  readonly from: FoundPayBand;
  readonly to: FoundPayBand;
  /** Whether the bands are of one currency, component and statistic, so that their difference means something. */
  readonly comparable: boolean;
}

/** How pay changes between two roles, by all claims about each; null where either has no band. */
export function payChangeOf(fromClaims: readonly PayClaim[], toClaims: readonly PayClaim[]): FoundPayChange | null {
  const [from, to] = [payBandOf(fromClaims), payBandOf(toClaims)];
  if (from === null || to === null) return null;
  const comparable =
    from.currency === to.currency && from.component === to.component && from.statistic === to.statistic;
  return { from, to, comparable };
}
