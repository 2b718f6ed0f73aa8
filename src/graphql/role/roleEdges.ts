import type { Role } from "../../model/Role.js";
import type { Edge } from "../connection/connectionTypes.js";
import type { Context } from "../Context.js";

/** What makes the edge of a role, given by its ordinal; the role is read only where an operation asks for it. */
export function roleEdges({ snapshot, loaders }: Context): (role: number, cursor: string) => Edge<Role> {
  return (role, cursor) => ({
    cursor,
    get node() {
      return loaders.existing(snapshot.roles.ids[role] as string) as Role;
    },
  });
}
