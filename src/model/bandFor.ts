import type { BandFigures } from "./RoleAttributes.js";

/**
 * The pay band of a role in a currency and a place. If the place is null, the first band in the currency.
 * @returns null if the role has no such band
 */
export function bandFor(
  bands: readonly BandFigures[] | null,
  { currency, place }: { readonly currency: string; readonly place: string | null },
): BandFigures | null {
  return bands?.find((band) => band.currency === currency && (place === null || band.place === place)) ?? null;
}
