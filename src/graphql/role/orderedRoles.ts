import type { RoleFacts } from "../../snapshot/RoleFacts.js";
import type { CursorKey } from "../connection/Cursor.js";
import type { PagedList } from "../connection/pageOf.js";
import { RoleOrder } from "./RoleOrder.js";

/** What roles are ordered by besides title and id; null where a role has none, and it then stands last. */
const VALUES: { readonly [O in Exclude<RoleOrder, "TITLE">]: (roles: RoleFacts, role: number) => number | null } = {
  SENIORITY: (roles, role) => roles.seniorities[role] ?? null,
};

/**
 * Roles, given by ordinals in ascending order, in another order. O(n log n), by title O(1).
 * @param name what the list is called in its cursors
 */
export function orderedRoles(
  roles: RoleFacts,
  selected: readonly number[],
  order: RoleOrder,
  name = "roles",
): PagedList<number> {
  const byTitle = (role: number): CursorKey => [roles.titleKey(role), roles.ids[role] as string];
  if (order === RoleOrder.TITLE) return { name, hits: selected, keyOf: byTitle };
  const valueOf = (role: number): number | null => VALUES[order](roles, role);
  const rankOf = (role: number): number => valueOf(role) ?? Infinity;
  return {
    name: `${name} ${order}`,
    hits: selected.toSorted((left, right) => compareNumbers(rankOf(left), rankOf(right)) || left - right),
    keyOf: (role) => [valueOf(role) === null ? 1 : 0, valueOf(role) ?? 0, ...byTitle(role)],
  };
}

/** Infinity stands behind everything and beside itself. */
function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
