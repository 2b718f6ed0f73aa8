import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Degree } from "../../model/Degree.js";
import { DegreeRequirement } from "../../model/DegreeRequirement.js";
import type { Context } from "../Context.js";

/** The degree behind a role's request. */
@Resolver(() => DegreeRequirement)
export class DegreeRequirementResolver {
  @FieldResolver(() => Degree, { description: "The degree asked for." })
  degree(@Root() requirement: DegreeRequirement, @Ctx() { loaders }: Context) {
    return loaders.existing<Degree>(requirement.degreeId);
  }
}
