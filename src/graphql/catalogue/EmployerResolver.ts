import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Employer } from "../../model/Employer.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import type { Context } from "../Context.js";
import { RoleConnection } from "../role/RoleConnection.js";
import { BY_TITLE } from "../role/orderedRoles.js";
import { pageOfRoles } from "../role/pageOfRoles.js";

const BY_DEFAULT = 20;
const RolesArgs = pageArgs(BY_DEFAULT);

/** The roles for which a source names an employer. */
@Resolver(() => Employer)
export class EmployerResolver {
  @FieldResolver(() => RoleConnection, {
    nullable: true,
    description:
      "The roles for which a source names the employer, by title. Paginated. Null only if there is an error.",
  })
  roles(
    @Root() { id }: Employer,
    @Args(() => RolesArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): RoleConnection {
    const page = pageAsked(args, info, BY_DEFAULT);
    return pageOfRoles(context, context.snapshot.roles.ofEmployer(id), BY_TITLE, page, `roles of ${id}`);
  }
}
