import type { PayClaim } from "../model/PayClaim.js";
import { type BandAsked, type FoundPayBand, payBandOf } from "./payBandOf.js";

/** The pay bands of two roles. */
export interface FoundPayChange {
  readonly from: FoundPayBand;
  readonly to: FoundPayBand;
  /** Whether the bands have the same place, currency, component and statistic, so that their difference is meaningful. */
  readonly comparable: boolean;
}

/** Compares the pay of two roles by all claims about each; null if either has no requested band. */
export function payChangeOf(
  fromClaims: readonly PayClaim[],
  toClaims: readonly PayClaim[],
  asked?: BandAsked,
): FoundPayChange | null {
  const [from, to] = [payBandOf(fromClaims, asked), payBandOf(toClaims, asked)];
  if (from === null || to === null) return null;
  const comparable =
    from.place === to.place &&
    from.currency === to.currency &&
    from.component === to.component &&
    from.statistic === to.statistic;
  return { from, to, comparable };
}
