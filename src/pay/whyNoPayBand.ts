import type { PayClaim } from "../model/PayClaim.js";
import { payBandOf } from "./payBandOf.js";

/**
 * Why claims of a role make no pay band, as a sentence for people.
 * @returns null where they make one, and where there is no claim at all
 */
export function whyNoPayBand(claims: readonly PayClaim[]): string | null {
  if (claims.length === 0 || payBandOf(claims) !== null) return null;
  const others = claims.flatMap(({ period, otherPopulation }) =>
    period === "YEAR" && otherPopulation !== null ? [otherPopulation] : [],
  );
  if (others.length === 0) return "No claim gives both ends of a year's pay in this role.";
  return `No claim of a year's pay is about everyone in the role. Those in \`pay\` are about ${[...new Set(others)].join("; ")}.`;
}
