import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Degree } from "../../model/Degree.js";
import type { DegreeRequirement } from "../../model/DegreeRequirement.js";
import { degreeRequirementId } from "../../model/EntityId.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { DegreeRequirementConnection } from "../role/DegreeRequirementConnection.js";

const BY_DEFAULT = 20;
const RolesArgs = pageArgs(BY_DEFAULT);

/** The roles that ask for a degree. */
@Resolver(() => Degree)
export class DegreeResolver {
  @FieldResolver(() => DegreeRequirementConnection, {
    nullable: true,
    description:
      "The roles that ask for the degree, each with its necessity: MINIMUM first, then STANDARD, then ADVANTAGE, then by title. Paginated. Null only if there is an error.",
  })
  roles(
    @Root() degree: Degree,
    @Args(() => RolesArgs) args: PageArgs,
    @Ctx() { snapshot: { roles }, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): DegreeRequirementConnection {
    const page = pageAsked(args, info, BY_DEFAULT);
    const idOf = (role: number): string => roles.ids[role] as string;
    const list = {
      name: `roles of ${degree.id}`,
      hits: roles.askersOf(degree.id),
      keyOf: ({ role, rank }: { readonly role: number; readonly rank: number }) => [
        ...[rank, roles.titleKey(role)],
        idOf(role),
      ],
    };
    return pageOf(list, page, ({ role }, cursor) => ({
      cursor,
      get node() {
        return loaders.existing(degreeRequirementId(idOf(role), degree.id)) as DegreeRequirement;
      },
    }));
  }
}
