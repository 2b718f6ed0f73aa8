import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Entity } from "../../model/Entity.js";
import { Skill } from "../../model/Skill.js";
import type { Context } from "../Context.js";

type SkillRelation = "skillsOfCertification" | "skillsOfPhase" | "skillsOfActivity" | "skillsOfTrend";

/** A resolver that gives a type its field `skills` by one relation of the graph. */
export function linkedSkillsResolver(type: ClassType<Entity>, relation: SkillRelation, description: string): ClassType {
  @Resolver(() => type)
  class LinkedSkillsResolver {
    @FieldResolver(() => [Skill], { description })
    skills(@Root() entity: Entity, @Ctx() { loaders }: Context) {
      return loaders.related(relation, entity.id);
    }
  }
  return LinkedSkillsResolver;
}
