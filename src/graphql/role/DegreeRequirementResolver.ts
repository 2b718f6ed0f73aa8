import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Degree } from "../../model/Degree.js";
import { DegreeRequirement } from "../../model/DegreeRequirement.js";
import { Role } from "../../model/Role.js";
import type { Context } from "../Context.js";

/** The two ends of a request for a degree. */
@Resolver(() => DegreeRequirement)
export class DegreeRequirementResolver {
  @FieldResolver(() => Role, { description: "The role that asks for the degree." })
  role(@Root() requirement: DegreeRequirement, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(requirement.roleId);
  }

  @FieldResolver(() => Degree, { description: "The degree that the role asks for." })
  degree(@Root() requirement: DegreeRequirement, @Ctx() { loaders }: Context) {
    return loaders.existing<Degree>(requirement.degreeId);
  }
}
