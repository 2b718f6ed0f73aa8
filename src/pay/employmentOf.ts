import { compareText } from "../model/compareText.js";
import type { EmploymentClaim } from "../model/EmploymentClaim.js";
import { placeRank } from "./placeRank.js";

/**
 * How many people work in a role, as one figure to order roles by: that of the claim for the widest place (see `placeRank`), then
 * of the newest, then the greatest. Claims of several places are never added up, for one place may lie within another.
 * @returns null if there is no claim
 */
export function employmentOf(claims: readonly EmploymentClaim[]): number | null {
  const [first] = claims.toSorted(
    (one, other) =>
      placeRank(one.place) - placeRank(other.place) ||
      compareText(other.asOf ?? "", one.asOf ?? "") ||
      other.count - one.count,
  );
  return first?.count ?? null;
}
