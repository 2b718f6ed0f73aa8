import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Entity } from "../../model/Entity.js";
import { Skill } from "../../model/Skill.js";
import { skillLinkOf } from "../../model/skillLinks.js";
import type { Context } from "../Context.js";
import { SkillLink } from "../link/Link.js";
import { linksOf } from "../link/linksOf.js";

/** Makes a resolver for the fields `skills` and `skillLinks` of a type in `SKILL_LINKS`. */
export function linkedSkillsResolver(type: ClassType<Entity>, description: string): ClassType {
  @Resolver(() => type)
  class LinkedSkillsResolver {
    @FieldResolver(() => [Skill], { description })
    skills(@Root() entity: Entity, @Ctx() { loaders }: Context) {
      return loaders.related("skillsLinked", entity.id);
    }

    @FieldResolver(() => [SkillLink], {
      description: "The skills of `skills`, each with the basis and the sources of its link.",
    })
    async skillLinks(@Root() entity: Entity, @Ctx() { loaders }: Context): Promise<SkillLink[]> {
      const kind = skillLinkOf(entity.id);
      const links = kind === null ? [] : await linksOf(loaders, "skillsLinked", kind, entity.id);
      return links.map(({ end, ...link }) => ({ skill: end, ...link }));
    }
  }
  return LinkedSkillsResolver;
}
