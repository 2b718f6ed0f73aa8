import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Role } from "../../model/Role.js";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import { skillGap } from "../../paths/skillGap.js";
import { ALL_ROLES, selectRoles } from "../../snapshot/selectRoles.js";
import type { Context } from "../Context.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { ProfileInput } from "../profile/ProfileInput.js";
import { resolveProfile } from "../profile/resolveProfile.js";
import { References } from "../references/References.js";
import { requirementsAmong } from "../skill/requirementsAmong.js";
import { requirementsToRaise } from "../skill/requirementsToRaise.js";
import { SkillToRaise } from "../skill/SkillToRaise.js";
import { AlternativePath } from "./AlternativePath.js";

/** Roles off the ladder. */
@Resolver(() => AlternativePath)
export class AlternativePathQueries {
  @Query(() => [AlternativePath], {
    nullable: true,
    description:
      "Roles off the ladder. With `from`: those that one transition reaches from that role, with what to learn for them. Without `from`: all of them, with what the profile lacks. Null only if there is an error.",
  })
  async alternativePaths(
    @Arg("from", () => String, {
      nullable: true,
      description: "The current role: id, title or alias. Null lists all alternatives.",
    })
    from: string | null,
    @Arg("profile", () => ProfileInput, {
      nullable: true,
      description: "What the person has in addition to the skills of `from`.",
    })
    profile: ProfileInput | null,
    @Ctx() context: Context,
  ): Promise<AlternativePath[]> {
    const { snapshot, loaders } = context;
    const references = new References(context);
    const fromId = references.optional("ROLE", "from", from);
    const person = resolveProfile(references, profile);
    await references.check();
    const held = await heldSkillIds(person, loaders);
    const roles = await loaders.existingAll<Role>(
      selectRoles(snapshot, { ...ALL_ROLES, place: "ALTERNATIVE" }).map((role) => snapshot.roles.ids[role] as string),
    );
    const alternatives = await Promise.all(
      roles.map(async (role) => {
        const into = await loaders.related("transitionsIntoRole", role.id);
        const departsFrom = fromId === null ? into : into.filter((transition) => transition.fromId === fromId);
        const gap = skillGap(snapshot.network, role.id, fromId, held, person.heldLevels);
        return {
          role,
          departsFrom,
          ignored: person.ignored,
          skillIdsToLearn: gap.missingSkillIds,
          toRaise: gap.toRaise,
        };
      }),
    );
    return fromId === null ? alternatives : alternatives.filter(({ departsFrom }) => departsFrom.length > 0);
  }

  @FieldResolver(() => [SkillRequirement], {
    description: "Skills that the role needs and that neither `from` nor the profile has, ESSENTIAL first.",
  })
  skillsToLearn(@Root() alternative: AlternativePath, @Ctx() { loaders }: Context) {
    return requirementsAmong(loaders, alternative.role.id, alternative.skillIdsToLearn);
  }

  @FieldResolver(() => [SkillToRaise], {
    description: "Skills that the role needs at a higher level than `from` or the profile has, ESSENTIAL first.",
  })
  skillsToRaise(@Root() alternative: AlternativePath, @Ctx() { loaders }: Context) {
    return requirementsToRaise(loaders, alternative.role.id, alternative.toRaise);
  }
}
