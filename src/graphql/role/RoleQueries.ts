import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Role } from "../../model/Role.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { RoleConnection } from "./RoleConnection.js";
import { RoleFilter } from "./RoleFilter.js";
import { pageOfRoles } from "./pageOfRoles.js";
import { resolveRoleFilter, selectedRoles } from "./resolveRoleFilter.js";
import { RoleOrder } from "./RoleOrder.js";
import { SortDirection } from "../SortDirection.js";

const BY_DEFAULT = 20;
const RolesArgs = pageArgs(BY_DEFAULT);

/** One role by reference, or a page of roles. */
@Resolver()
export class RoleQueries {
  @Query(() => Role, {
    nullable: true,
    description:
      "The role with this id, title or alias. Null only if there is an error (ROLE_NOT_FOUND, AMBIGUOUS_ROLE).",
  })
  async role(
    @Arg("ref", () => String, {
      description: "The role's id, title or alias. Case does not matter, and common short forms are understood.",
    })
    ref: string,
    @Ctx() context: Context,
  ): Promise<Role> {
    const references = new References(context);
    const id = references.one("ROLE", "ref", ref);
    await references.check();
    return context.loaders.existing<Role>(id);
  }

  @Query(() => RoleConnection, {
    nullable: true,
    description: "Roles, filtered and sorted. Paginated. Null only if there is an error.",
  })
  async roles(
    @Args(() => RolesArgs) args: PageArgs,
    @Arg("where", () => RoleFilter, { nullable: true, description: "Which roles; null lists all." })
    where: RoleFilter | null,
    @Arg("orderBy", () => RoleOrder, {
      nullable: true,
      defaultValue: RoleOrder.TITLE,
      description: "How to sort the roles; null means by title.",
    })
    orderBy: RoleOrder | null,
    @Arg("direction", () => SortDirection, {
      nullable: true,
      defaultValue: SortDirection.ASC,
      description: "The direction of that order; null means ASC. Ties are always sorted by title, then id, ascending.",
    })
    direction: SortDirection | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RoleConnection> {
    const references = new References(context);
    const filter = resolveRoleFilter(context, references, where, true);
    const page = pageAsked(args, info, BY_DEFAULT, references.bad);
    await references.check();
    const selected = await selectedRoles(context, filter);
    const { band } = filter;
    const order = { orderBy: orderBy ?? RoleOrder.TITLE, direction: direction ?? SortDirection.ASC, band };
    return pageOfRoles(context, selected, order, page);
  }
}
