import { bandFor } from "../../model/bandFor.js";
import type { BandAsked } from "../../pay/payBandOf.js";
import type { RoleFacts } from "../../snapshot/RoleFacts.js";
import { compareKeys, type CursorKey } from "../connection/Cursor.js";
import type { PagedList } from "../connection/pageOf.js";
import type { SortDirection } from "../SortDirection.js";
import type { RoleOrder } from "./RoleOrder.js";

/** The order of a list of roles. */
export interface OrderAsked {
  readonly orderBy: RoleOrder;
  readonly direction: SortDirection;
  /** The pay bands for the order PAY; a null currency means the one in which most roles have a band. */
  readonly band?: BandAsked;
}

const ANY_BAND: BandAsked = { currency: null, place: null };

export const BY_TITLE: OrderAsked = { orderBy: "TITLE", direction: "ASC" };

/** The value that roles are sorted by before title and id. Null if a role has none; it then comes last. */
const VALUES: {
  readonly [O in Exclude<RoleOrder, "TITLE">]: (roles: RoleFacts, band: BandAsked) => (role: number) => number | null;
} = {
  SENIORITY: (roles) => (role) => roles.seniorities[role] ?? null,
  PAY: (roles, band) => {
    // Without a main currency, no role has a pay band.
    const asked = { currency: band.currency ?? roles.mainCurrency ?? "", place: band.place };
    return (role) => bandFor(roles.payBands[role] ?? null, asked)?.min ?? null;
  },
  EMPLOYMENT: (roles) => (role) => roles.employments[role] ?? null,
};

/**
 * Sorts roles, given by ordinals in ascending order. O(n log n); O(n) by title.
 * @param name name of the list in its cursors
 */
export function orderedRoles(
  roles: RoleFacts,
  selected: readonly number[],
  { orderBy, direction, band = ANY_BAND }: OrderAsked,
  name = "roles",
): PagedList<number> {
  const byTitle = (role: number): CursorKey => [roles.titleKey(role), roles.ids[role] as string];
  if (orderBy === "TITLE") {
    if (direction === "ASC") return { name, hits: selected, keyOf: byTitle };
    const compare = (left: CursorKey, right: CursorKey): number => compareKeys(right, left);
    return { name: `${name} Z to A`, hits: selected.toReversed(), keyOf: byTitle, compare };
  }
  const sign = direction === "ASC" ? 1 : -1;
  // Avoids -0, which comparisons and cursors do not distinguish from 0.
  const valueIn = VALUES[orderBy](roles, band);
  const valueOf = (role: number): number | null => {
    const value = valueIn(role);
    return value === null ? null : sign * value || 0;
  };
  // Computed once per role, because a role may have a band for each of hundreds of places.
  const ranks = new Map(selected.map((role) => [role, valueOf(role) ?? Infinity]));
  const rankOf = (role: number): number => ranks.get(role) as number;
  return {
    name: [name, orderBy, direction, band.currency, band.place].join(" "),
    // The sort is stable. Infinity minus infinity is NaN, which counts as equal.
    hits: selected.toSorted((left, right) => rankOf(left) - rankOf(right)),
    keyOf: (role) => [valueOf(role) === null ? 1 : 0, valueOf(role) ?? 0, ...byTitle(role)],
  };
}
