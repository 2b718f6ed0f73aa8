import type { BandFigures } from "./RoleAttributes.js";

/**
 * Of a role's bands, the one in a currency and a place; null for the place leaves it open, and the first band is then chosen.
 * @returns null if the role has no such band
 */
export function bandFor(
  bands: readonly BandFigures[] | null,
  { currency, place }: { readonly currency: string; readonly place: string | null },
): BandFigures | null {
  return bands?.find((band) => band.currency === currency && (place === null || band.place === place)) ?? null;
}
