import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import type { Context } from "../Context.js";
import { RoleConnection } from "../role/RoleConnection.js";
import { BY_TITLE } from "../role/orderedRoles.js";
import { pageOfRoles } from "../role/pageOfRoles.js";

const BY_DEFAULT = 20;
const RolesArgs = pageArgs(BY_DEFAULT);

/** The skills and roles of a certification. */
@Resolver(() => Certification)
export class CertificationResolver {
  @FieldResolver(() => RoleConnection, {
    nullable: true,
    description:
      "The roles that need a skill that the certification proves, by title: the reverse of `Role.certifications`. Paginated. Null only if there is an error.",
  })
  async roles(
    @Root() { id }: Certification,
    @Args(() => RolesArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RoleConnection> {
    const { snapshot, loaders, work } = context;
    const page = pageAsked(args, info, BY_DEFAULT);
    const shown = await loaders.related("skillsLinked", id);
    const roles = snapshot.network.ordinalsOfRolesNeeding(shown.map((skill) => skill.id));
    work.charge(roles.length);
    return pageOfRoles(context, roles, BY_TITLE, page, `roles of ${id}`);
  }
}
