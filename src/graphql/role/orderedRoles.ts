import type { RoleFacts } from "../../snapshot/RoleFacts.js";
import { compareKeys, type CursorKey } from "../connection/Cursor.js";
import type { PagedList } from "../connection/pageOf.js";
import type { SortDirection } from "../SortDirection.js";
import type { RoleOrder } from "./RoleOrder.js";

/** In which order roles stand. */
export interface OrderAsked {
  readonly orderBy: RoleOrder;
  readonly direction: SortDirection;
}

export const BY_TITLE: OrderAsked = { orderBy: "TITLE", direction: "ASC" };

/** What roles are ordered by besides title and id; null where a role has none, and it then stands last. */
const VALUES: { readonly [O in Exclude<RoleOrder, "TITLE">]: (roles: RoleFacts, role: number) => number | null } = {
  SENIORITY: (roles, role) => roles.seniorities[role] ?? null,
};

/**
 * Roles, given by ordinals in ascending order, in another order. O(n log n), by title O(n) at most.
 * @param name what the list is called in its cursors
 */
export function orderedRoles(
  roles: RoleFacts,
  selected: readonly number[],
  { orderBy, direction }: OrderAsked,
  name = "roles",
): PagedList<number> {
  const byTitle = (role: number): CursorKey => [roles.titleKey(role), roles.ids[role] as string];
  if (orderBy === "TITLE") {
    if (direction === "ASC") return { name, hits: selected, keyOf: byTitle };
    const compare = (left: CursorKey, right: CursorKey): number => compareKeys(right, left);
    return { name: `${name} Z to A`, hits: selected.toReversed(), keyOf: byTitle, compare };
  }
  const sign = direction === "ASC" ? 1 : -1;
  // Zero has no sign where it is compared, and none in a cursor.
  const valueOf = (role: number): number | null => {
    const value = VALUES[orderBy](roles, role);
    return value === null ? null : sign * value || 0;
  };
  const rankOf = (role: number): number => valueOf(role) ?? Infinity;
  return {
    name: `${name} ${orderBy} ${direction}`,
    hits: selected.toSorted((left, right) => compareNumbers(rankOf(left), rankOf(right)) || left - right),
    keyOf: (role) => [valueOf(role) === null ? 1 : 0, valueOf(role) ?? 0, ...byTitle(role)],
  };
}

/** Infinity stands behind everything and beside itself. */
function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
