import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Certification } from "../../model/Certification.js";
import { Match } from "../../model/Match.js";
import { Phase } from "../../model/Phase.js";
import { Skill } from "../../model/Skill.js";
import { normalizeName } from "../../names/normalizeName.js";
import type { RequirementPosition } from "../../store/CareerStore.js";
import { requirementRank } from "../../store/requirementRank.js";
import { decodeCursor, encodeCursor, foreignCursor } from "../connection/Cursor.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { connectionOf, pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { SkillLink } from "../link/Link.js";
import { linksOf } from "../link/linksOf.js";
import { SkillConnection } from "./SkillConnection.js";
import { RoleRequirementConnection } from "./RoleRequirementConnection.js";

const BY_DEFAULT = 20;
const RolesOfSkillArgs = pageArgs(BY_DEFAULT);
const SkillsArgs = pageArgs(BY_DEFAULT);

/** The fields of a skill that lead to other nodes. */
@Resolver(() => Skill)
export class SkillResolver {
  @FieldResolver(() => RoleRequirementConnection, {
    nullable: true,
    description:
      "The roles that need the skill: ESSENTIAL first, then STATED before INFERRED, then by title. Paginated. Null only if there is an error.",
  })
  async roles(
    @Root() skill: Skill,
    @Args(() => RolesOfSkillArgs) args: PageArgs,
    @Ctx() { snapshot, loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RoleRequirementConnection> {
    const { size, backward, after, before } = pageAsked(args, info, BY_DEFAULT);
    const list = `roles of ${skill.id}`;
    const positionOf = (cursor: string | null, argument: string): RequirementPosition | null => {
      if (cursor === null) return null;
      const [rank, titleKey, id] = decodeCursor(list, cursor, argument);
      if (typeof rank !== "number" || typeof titleKey !== "string" || typeof id !== "string") {
        throw foreignCursor(argument);
      }
      return { rank, role: snapshot.roles.ordinalOf(titleKey, id) };
    };
    const slice = { size, backward, after: positionOf(after, "after"), before: positionOf(before, "before") };
    const { items, start, totalCount } = await loaders.rolesOfSkill(skill.id, slice);
    const edges = items.map((node) => {
      const titleKey = normalizeName(snapshot.network.title(node.roleId));
      return { cursor: encodeCursor(list, [requirementRank(node), titleKey, node.roleId]), node };
    });
    return connectionOf(edges, start, totalCount);
  }

  @FieldResolver(() => [Skill], {
    description: "The skills that this skill builds on and that are better learned first.",
  })
  buildsOn(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("buildsOnOfSkill", skill.id);
  }

  @FieldResolver(() => SkillConnection, {
    nullable: true,
    description:
      "The skills that build on this skill, by name: the reverse of `buildsOn`. Paginated. Null only if there is an error.",
  })
  buildsInto(
    @Root() skill: Skill,
    @Args(() => SkillsArgs) args: PageArgs,
    @Ctx() { snapshot, loaders, work }: Context,
    @Info() info: GraphQLResolveInfo,
  ): SkillConnection {
    const page = pageAsked(args, info, BY_DEFAULT);
    const { ids, names } = snapshot.inOrder.of("skill");
    const hits = snapshot.network.buildsInto(skill.id).map((id) => snapshot.skills.ordinals.get(id) as number);
    work.charge(hits.length);
    hits.sort((left, right) => left - right);
    const keyOf = (at: number) => [normalizeName(names[at] as string), ids[at] as string];
    return pageOf({ name: `skills that build on ${skill.id}`, hits, keyOf }, page, (at, cursor) => ({
      cursor,
      get node() {
        return loaders.existing(ids[at] as string) as Skill;
      },
    }));
  }

  @FieldResolver(() => [SkillLink], {
    description: "The skills of `buildsOn`, each with the basis and the sources of its link.",
  })
  async buildsOnLinks(@Root() skill: Skill, @Ctx() { loaders }: Context): Promise<SkillLink[]> {
    const links = await linksOf(loaders, "buildsOnOfSkill", "BUILDS_ON", skill.id);
    return links.map(({ end, ...link }) => ({ skill: end, ...link }));
  }

  @FieldResolver(() => [SkillLink], {
    description: "The skills of `partOf`, each with the basis and the sources of its link.",
  })
  async partOfLinks(@Root() skill: Skill, @Ctx() { loaders }: Context): Promise<SkillLink[]> {
    const links = await linksOf(loaders, "partOfOfSkill", "PART_OF", skill.id);
    return links.map(({ end, ...link }) => ({ skill: end, ...link }));
  }

  @FieldResolver(() => [Skill], { description: "Wider skills that this skill is a part of." })
  partOf(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("partOfOfSkill", skill.id);
  }

  @FieldResolver(() => [Match], {
    description:
      "How the skill relates to skills of other datasets, EXACT first. The skill is `from` or `to`; `kind` reads from → to.",
  })
  matches(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("matchesOf", skill.id);
  }

  @FieldResolver(() => [Certification], { description: "Certifications that prove the skill." })
  certifications(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("certificationsOfSkill", skill.id);
  }

  @FieldResolver(() => [Phase], {
    description: "Phases of skill development that the skill belongs to, the earliest first.",
  })
  phases(@Root() skill: Skill, @Ctx() { loaders }: Context) {
    return loaders.related("phasesOfSkill", skill.id);
  }
}
