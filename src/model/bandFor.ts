import type { BandFigures } from "./RoleAttributes.js";

/** A currency, and a place in which pay is paid; null means any. */
interface BandKey {
  readonly currency: string;
  readonly place: string | null;
}

/**
 * The pay band of a role in a currency and a place. If the place is null, the first band in the currency.
 * @returns null if the role has no such band
 */
export function bandFor(bands: readonly BandFigures[] | null, { currency, place }: BandKey): BandFigures | null {
  return bands?.find((band) => band.currency === currency && (place === null || band.place === place)) ?? null;
}

/** Whether the pay band of a role in a currency and a place begins at an amount or above; false if it has no such band. */
export function reaches(bands: readonly BandFigures[] | null, least: BandKey & { readonly amount: number }): boolean {
  const band = bandFor(bands, least);
  return band !== null && band.min >= least.amount;
}
