import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Track } from "../../model/Track.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { RoleConnection } from "../role/RoleConnection.js";
import { type OrderAsked, orderedRoles } from "../role/orderedRoles.js";
import { roleEdges } from "../role/roleEdges.js";

const BY_DEFAULT = 20;
const RolesArgs = pageArgs(BY_DEFAULT);
const JUNIOR_FIRST: OrderAsked = { orderBy: "SENIORITY", direction: "ASC" };

/** What stands on a track. */
@Resolver(() => Track)
export class TrackResolver {
  @FieldResolver(() => RoleConnection, {
    nullable: true,
    description:
      "The roles on the track, junior first; roles without seniority last; then by title. A page at a time. Null only beside an error.",
  })
  roles(
    @Root() { id }: Track,
    @Args(() => RolesArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): RoleConnection {
    const { roles } = context.snapshot;
    const page = pageAsked(args, info, BY_DEFAULT);
    const list = orderedRoles(roles, roles.ofTrack(id), JUNIOR_FIRST, `roles of ${id}`);
    return pageOf(list, page, roleEdges(context));
  }
}
