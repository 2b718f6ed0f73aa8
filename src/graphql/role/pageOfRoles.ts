import type { Role } from "../../model/Role.js";
import type { PageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { type OrderAsked, orderedRoles } from "./orderedRoles.js";
import type { RoleConnection } from "./RoleConnection.js";

/**
 * A page of roles, which are read only if the operation selects them.
 * @param selected ordinals in ascending order
 * @param name name of the list in its cursors
 * @throws BadUserInputError for a cursor of another list
 */
export function pageOfRoles(
  { snapshot: { roles }, loaders }: Context,
  selected: readonly number[],
  order: OrderAsked,
  page: PageAsked,
  name?: string,
): RoleConnection {
  return pageOf(orderedRoles(roles, selected, order, name), page, (role, cursor) => ({
    cursor,
    get node() {
      return loaders.existing(roles.ids[role] as string) as Role;
    },
  }));
}
