import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Skill } from "../../model/Skill.js";
import { normalizeName } from "../../names/normalizeName.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { categoryNamed } from "./categoryNamed.js";
import { References } from "../references/References.js";
import { SkillConnection } from "./SkillConnection.js";
import { SkillFilter } from "./SkillFilter.js";

const BY_DEFAULT = 20;
const SkillsArgs = pageArgs(BY_DEFAULT);

/** One skill by reference, or a page of skills. */
@Resolver()
export class SkillQueries {
  @Query(() => Skill, {
    nullable: true,
    description:
      "The skill with this id, name or alias. Null only if there is an error (SKILL_NOT_FOUND, AMBIGUOUS_SKILL).",
  })
  async skill(
    @Arg("ref", () => String, { description: "The skill's id, name or alias. Case does not matter." }) ref: string,
    @Ctx() context: Context,
  ): Promise<Skill> {
    const references = new References(context);
    const id = references.one("SKILL", "ref", ref);
    await references.check();
    return context.loaders.existing<Skill>(id);
  }

  @Query(() => SkillConnection, {
    nullable: true,
    description: "Skills, by name. Paginated. Null only if there is an error.",
  })
  async skills(
    @Args(() => SkillsArgs) args: PageArgs,
    @Arg("where", () => SkillFilter, { nullable: true, description: "Which skills; null lists all." })
    where: SkillFilter | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SkillConnection> {
    const { snapshot, loaders } = context;
    const references = new References(context);
    const wanted = where?.category ?? null;
    const category =
      wanted === null
        ? null
        : categoryNamed(
            references,
            (await loaders.read((reader) => reader.dataset())).skillCategories,
            wanted,
            "where.category",
          );
    const page = pageAsked(args, info, BY_DEFAULT, references.bad);
    await references.check();
    const { ids, names } = snapshot.inOrder.of("skill");
    const { categories, collections } = snapshot.skills;
    const hits = [...ids.keys()].filter(
      (skill) => category === null || categories[skill] === category || collections[skill]?.includes(category),
    );
    const keyOf = (skill: number) => [normalizeName(names[skill] as string), ids[skill] as string];
    return pageOf({ name: "skills", hits, keyOf }, page, (skill, cursor) => ({
      cursor,
      get node() {
        return loaders.existing(ids[skill] as string) as Skill;
      },
    }));
  }
}
