import type { PayClaim } from "../model/PayClaim.js";
import { type BandAsked, payBandOf, payBandsOf } from "./payBandOf.js";

/** The most places and currencies that a sentence names. */
const MOST_NAMED = 10;

/**
 * A sentence that says why the claims of a role give no pay band for the requested place and currency.
 * @returns null if they give one, or if there are no claims
 */
export function whyNoPayBand(claims: readonly PayClaim[], asked: BandAsked): string | null {
  if (claims.length === 0 || payBandOf(claims, asked) !== null) return null;
  const elsewhere = payBandsOf(claims);
  if (elsewhere.length > 0) {
    const wanted = [asked.currency ?? "any currency", asked.place === null ? [] : `for ${asked.place}`]
      .flat()
      .join(" ");
    const named = elsewhere
      .slice(0, MOST_NAMED)
      .map(({ place, currency }) => (place === null ? `${currency} without a place` : `${currency} for ${place}`));
    const more = elsewhere.length - named.length;
    return `There is no pay band in ${wanted}. There are bands in ${named.join("; ")}${more === 0 ? "" : `; and ${more} more`}.`;
  }
  const others = claims.flatMap(({ period, otherPopulation }) =>
    period === "YEAR" && otherPopulation !== null ? [otherPopulation] : [],
  );
  if (others.length === 0) return "No claim gives both ends of the yearly pay in this role.";
  return `No claim that gives both ends of the yearly pay is about everyone in the role. Those in \`pay\` are about ${[...new Set(others)].join("; ")}.`;
}
