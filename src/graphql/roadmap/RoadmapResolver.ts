import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";
import type { Context } from "../Context.js";
import { requirementsToRaise } from "../skill/requirementsToRaise.js";
import { SkillToRaise } from "../skill/SkillToRaise.js";
import { whenReady } from "../whenReady.js";
import { Roadmap, RoadmapSkill } from "./Roadmap.js";

/** The ends of a roadmap. */
@Resolver(() => Roadmap)
export class RoadmapResolver {
  @FieldResolver(() => Role, { nullable: true, description: "The role that `from` named; null if none was given." })
  from(@Root() roadmap: Roadmap, @Ctx() { loaders }: Context) {
    return roadmap.fromId === null ? null : loaders.existing<Role>(roadmap.fromId);
  }

  @FieldResolver(() => Role, { description: "The role that `to` named." })
  to(@Root() roadmap: Roadmap, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(roadmap.toId);
  }
}

/** The nodes of a skill on a roadmap. */
@Resolver(() => RoadmapSkill)
export class RoadmapSkillResolver {
  @FieldResolver(() => Skill, { description: "The skill to learn or to raise." })
  skill(@Root() entry: RoadmapSkill, @Ctx() { loaders }: Context) {
    return loaders.existing<Skill>(entry.skillId);
  }

  @FieldResolver(() => SkillToRaise, {
    nullable: true,
    description:
      "For a skill that is held: the level held and the level that `to` needs. Null if the skill must be learned.",
  })
  toRaise(@Root() { raised, toId }: RoadmapSkill, @Ctx() { loaders }: Context) {
    if (raised === null) return null;
    return whenReady(requirementsToRaise(loaders, toId, [raised]), ([toRaise]) => toRaise);
  }

  @FieldResolver(() => [Skill], {
    description: "The skills that it builds on directly and that must be learned or raised too.",
  })
  buildsOn(@Root() entry: RoadmapSkill, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(entry.buildsOnIds);
  }

  @FieldResolver(() => [Role], {
    description:
      "The roles on the path with the fewest steps that need the skill; `to` if none needs it directly or there is no path.",
  })
  neededBy(@Root() entry: RoadmapSkill, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Role>(entry.neededByIds);
  }
}
