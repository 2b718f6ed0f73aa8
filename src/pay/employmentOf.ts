import { compareText } from "../model/compareText.js";
import type { EmploymentClaim } from "../model/EmploymentClaim.js";
import { placeRank } from "./placeRank.js";

/**
 * The number of people who work in a role, as one figure to order roles by. Uses the claim for the widest place (see `placeRank`), then
 * the newest, then the greatest. Claims are never added up, because one place may be within another.
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
