import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Entity } from "../../model/Entity.js";
import type { RelationKind } from "../../model/RelationKind.js";
import { Skill } from "../../model/Skill.js";
import type { Context } from "../Context.js";
import { SkillLink } from "../link/Link.js";
import { linksOf } from "../link/linksOf.js";

type SkillRelation = "skillsOfCertification" | "skillsOfPhase" | "skillsOfActivity" | "skillsOfTrend";

const KINDS: Readonly<Record<SkillRelation, RelationKind>> = {
  skillsOfCertification: "CERTIFIES",
  skillsOfPhase: "DEVELOPS",
  skillsOfActivity: "DEVELOPS",
  skillsOfTrend: "CALLS_FOR",
};

/** A resolver that gives a type its fields `skills` and `skillLinks` by one relation of the graph. */
export function linkedSkillsResolver(type: ClassType<Entity>, relation: SkillRelation, description: string): ClassType {
  @Resolver(() => type)
  class LinkedSkillsResolver {
    @FieldResolver(() => [Skill], { description })
    skills(@Root() entity: Entity, @Ctx() { loaders }: Context) {
      return loaders.related(relation, entity.id);
    }

    @FieldResolver(() => [SkillLink], { description: "The same skills, each with what its link rests on." })
    async skillLinks(@Root() entity: Entity, @Ctx() { loaders }: Context): Promise<SkillLink[]> {
      const links = await linksOf(loaders, relation, KINDS[relation], entity.id);
      return links.map(({ end, ...link }) => ({ skill: end, ...link }));
    }
  }
  return LinkedSkillsResolver;
}
