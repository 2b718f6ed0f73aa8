import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Role } from "../../model/Role.js";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import { skillGap } from "../../paths/skillGap.js";
import type { Context } from "../Context.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { PersonArgs, resolvePerson } from "../profile/PersonArgs.js";
import { requirementsAmong } from "../skill/requirementsAmong.js";
import { requirementsToRaise } from "../skill/requirementsToRaise.js";
import { SkillToRaise } from "../skill/SkillToRaise.js";
import { SkillGap } from "./SkillGap.js";

/** The skills that a person lacks for a role. */
@Resolver(() => SkillGap)
export class SkillGapQueries {
  @Query(() => SkillGap, {
    nullable: true,
    description:
      "The skills that a role needs, split into those that a person has and those that they lack. Null only if there is an error.",
  })
  async skillGap(@Args(() => PersonArgs) args: PersonArgs, @Ctx() context: Context): Promise<SkillGap> {
    const { snapshot, loaders } = context;
    const { fromId, toId, person } = await resolvePerson(context, args);
    const { toRaise: toRaiseIds, ...gap } = skillGap(
      snapshot.network,
      toId,
      fromId,
      await heldSkillIds(person, loaders),
      person.heldLevels,
    );
    return { fromId, toId, ignored: person.ignored, toRaiseIds, ...gap };
  }

  @FieldResolver(() => Role, { nullable: true, description: "The role that `from` named; null if none was given." })
  from(@Root() gap: SkillGap, @Ctx() { loaders }: Context) {
    return gap.fromId === null ? null : loaders.existing<Role>(gap.fromId);
  }

  @FieldResolver(() => Role, { description: "The role that `to` named." })
  to(@Root() gap: SkillGap, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(gap.toId);
  }

  @FieldResolver(() => [SkillRequirement], {
    description: "Skills that the role needs and that the person holds at a sufficient level, ESSENTIAL first.",
  })
  matched(@Root() gap: SkillGap, @Ctx() { loaders }: Context) {
    return requirementsAmong(loaders, gap.toId, gap.matchedSkillIds);
  }

  @FieldResolver(() => [SkillRequirement], {
    description: "Skills that the role needs and that the person does not hold, ESSENTIAL first.",
  })
  missing(@Root() gap: SkillGap, @Ctx() { loaders }: Context) {
    return requirementsAmong(loaders, gap.toId, gap.missingSkillIds);
  }

  @FieldResolver(() => [SkillToRaise], {
    description: "Skills that the role needs and that the person holds at too low a level, ESSENTIAL first.",
  })
  toRaise(@Root() gap: SkillGap, @Ctx() { loaders }: Context) {
    return requirementsToRaise(loaders, gap.toId, gap.toRaiseIds);
  }
}
