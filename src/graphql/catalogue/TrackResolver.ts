import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Track } from "../../model/Track.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import type { Context } from "../Context.js";
import { RoleConnection } from "../role/RoleConnection.js";
import type { OrderAsked } from "../role/orderedRoles.js";
import { pageOfRoles } from "../role/pageOfRoles.js";

const BY_DEFAULT = 20;
const RolesArgs = pageArgs(BY_DEFAULT);
const JUNIOR_FIRST: OrderAsked = { orderBy: "SENIORITY", direction: "ASC" };

/** The roles on a track. */
@Resolver(() => Track)
export class TrackResolver {
  @FieldResolver(() => RoleConnection, {
    nullable: true,
    description:
      "The roles on the track, junior first. Roles without a seniority come last; ties are sorted by title. Paginated. Null only if there is an error.",
  })
  roles(
    @Root() { id }: Track,
    @Args(() => RolesArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): RoleConnection {
    const page = pageAsked(args, info, BY_DEFAULT);
    return pageOfRoles(context, context.snapshot.roles.ofTrack(id), JUNIOR_FIRST, page, `roles of ${id}`);
  }
}
