import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Role } from "../../model/Role.js";
import { Skill } from "../../model/Skill.js";
import { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { requirementsAmong } from "../skill/requirementsAmong.js";
import { comparedIds, FEWEST, MOST } from "./comparedIds.js";
import { ComparedRole, LevelDifference, RoleComparison } from "./RoleComparison.js";

/** Comparisons of roles. */
@Resolver(() => RoleComparison)
export class RoleComparisonQueries {
  @Query(() => RoleComparison, {
    nullable: true,
    description: `The skills that ${FEWEST} to ${MOST} different roles all need, and the skills that only one of them needs. Null only if there is an error.`,
  })
  async compareRoles(
    @Arg("roles", () => [String], {
      description: `${FEWEST} to ${MOST} different roles: ids, titles or aliases.`,
    })
    roles: string[],
    @Ctx() context: Context,
  ): Promise<RoleComparison> {
    const { snapshot } = context;
    const references = new References(context);
    const roleIds = comparedIds(references, "ROLE", "roles", roles);
    await references.check();

    const needs = roleIds.map((id) => snapshot.network.skillsNeeded(id).map(({ skillId }) => skillId));
    const representativeOf = (skillId: string) => snapshot.network.representativeOf(skillId);
    const needing = new Map<number, number>();
    for (const ofRole of needs) {
      for (const skill of new Set(ofRole.map(representativeOf))) needing.set(skill, (needing.get(skill) ?? 0) + 1);
    }
    const neededBy = (index: number, count: number) =>
      (needs[index] ?? []).filter((skillId) => needing.get(representativeOf(skillId)) === count);
    const sharedSkillIds = neededBy(0, roleIds.length);
    return {
      sharedSkillIds,
      levelDifferences: sharedSkillIds
        .filter((skillId) => snapshot.network.levelsDiffer(skillId, roleIds))
        .map((skillId) => ({ skillId, roleIds })),
      roles: roleIds.map((roleId, index) => ({ roleId, distinctSkillIds: neededBy(index, 1) })),
    };
  }

  @FieldResolver(() => [Skill], { description: "Skills that all of the roles need." })
  shared(@Root() comparison: RoleComparison, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(comparison.sharedSkillIds);
  }
}

/** The nodes of a skill whose levels differ. */
@Resolver(() => LevelDifference)
export class LevelDifferenceResolver {
  @FieldResolver(() => Skill, { description: "The skill." })
  skill(@Root() difference: LevelDifference, @Ctx() { loaders }: Context) {
    return loaders.existing<Skill>(difference.skillId);
  }

  @FieldResolver(() => [SkillRequirement], {
    description: "The needs of the compared roles, in the order of the request; their `requiredLevel` differs.",
  })
  async requirements(@Root() { skillId, roleIds }: LevelDifference, @Ctx() { loaders, snapshot }: Context) {
    const { network } = snapshot;
    const skill = network.representativeOf(skillId);
    const needs = await Promise.all(
      roleIds.map((roleId) => {
        const needed = network.skillsNeeded(roleId).filter((need) => network.representativeOf(need.skillId) === skill);
        const ids = needed.map((need) => need.skillId);
        return requirementsAmong(loaders, roleId, ids);
      }),
    );
    return needs.flat();
  }
}

/** The nodes of a compared role. */
@Resolver(() => ComparedRole)
export class ComparedRoleResolver {
  @FieldResolver(() => Role, { description: "The role." })
  role(@Root() compared: ComparedRole, @Ctx() { loaders }: Context) {
    return loaders.existing<Role>(compared.roleId);
  }

  @FieldResolver(() => [Skill], { description: "Skills that only this role needs, among the roles compared." })
  distinct(@Root() compared: ComparedRole, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Skill>(compared.distinctSkillIds);
  }
}
