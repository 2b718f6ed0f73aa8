import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { Phase } from "../../model/Phase.js";
import { Skill } from "../../model/Skill.js";
import { decodeCursor } from "../connection/Cursor.js";
import { connectionOf, pageSize } from "../connection/page.js";
import { PageArgs } from "../connection/PageArgs.js";
import type { Context } from "../Context.js";
import { RoleRequirementConnection } from "./RoleRequirementConnection.js";

/** What stands around a skill in the graph. */
@Resolver(() => Skill)
export class SkillResolver {
  @FieldResolver(() => RoleRequirementConnection, {
    nullable: true,
    description:
      "The roles that need the skill: ESSENTIAL first, then STATED before INFERRED, then by title. Null only beside an error.",
  })
  async roles(
    @Root() skill: Skill,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { snapshot, loaders }: Context,
  ): Promise<RoleRequirementConnection> {
    const list = `roles of ${skill.id}`;
    const page = await loaders.rolesOfSkill(skill.id, {
      first: pageSize(first, 20),
      after: decodeCursor(list, snapshot.revision, after),
    });
    return connectionOf(list, snapshot.revision, page);
  }

  @FieldResolver(() => [Skill], { description: "Skills that this one builds on and that are better learned first." })
  buildsOn(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("buildsOnOfSkill", skill.id);
  }

  @FieldResolver(() => [Skill], { description: "Wider skills that this one is a part of." })
  partOf(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("partOfOfSkill", skill.id);
  }

  @FieldResolver(() => [Certification], { description: "Certificates that show the skill." })
  certifications(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("certificationsOfSkill", skill.id);
  }

  @FieldResolver(() => [Phase], { description: "Phases of skill development that it belongs to, the earliest first." })
  phases(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("phasesOfSkill", skill.id);
  }
}
