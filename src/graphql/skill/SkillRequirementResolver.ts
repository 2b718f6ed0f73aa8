import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Context } from "../Context.js";

/** The ends of a requirement and what certifies its skill. */
@Resolver(() => SkillRequirement)
export class SkillRequirementResolver {
  @FieldResolver(() => Role, { description: "The role that needs the skill." })
  role(@Root() requirement: SkillRequirement, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(requirement.roleId);
  }

  @FieldResolver(() => Skill, { description: "The skill that the role needs." })
  skill(@Root() requirement: SkillRequirement, @Ctx() { loaders }: Context) {
    return loaders.existing<Skill>(requirement.skillId);
  }

  @FieldResolver(() => [Certification], { description: "Certifications that prove the skill." })
  certifications(@Root() requirement: SkillRequirement, @Ctx() { loaders }: Context) {
    return loaders.related("certificationsOfSkill", requirement.skillId);
  }
}
