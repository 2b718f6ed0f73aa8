import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { Skill } from "../../model/Skill.js";
import type { Page } from "../../store/CareerStore.js";
import { decodeCursor } from "../connection/Cursor.js";
import { connectionOf, pageSize } from "../connection/page.js";
import { PageArgs } from "../connection/PageArgs.js";
import type { Context } from "../Context.js";
import { categoryNamed } from "./categoryNamed.js";
import { References } from "../references/References.js";
import { SkillConnection } from "./SkillConnection.js";
import { SkillFilter } from "./SkillFilter.js";

/** Skills, one by reference or a page of many. */
@Resolver()
export class SkillQueries {
  @Query(() => Skill, {
    nullable: true,
    description:
      "The skill behind an id, a name or an alias; null only beside an error (SKILL_NOT_FOUND, AMBIGUOUS_SKILL).",
  })
  async skill(
    @Arg("ref", () => String, { description: "The skill's id, name or alias, in any case." }) ref: string,
    @Ctx() context: Context,
  ): Promise<Skill> {
    const references = new References(context);
    const id = references.one("SKILL", "ref", ref);
    await references.check();
    return context.loaders.existing<Skill>(id);
  }

  @Query(() => SkillConnection, {
    nullable: true,
    description: "Skills by name, a page at a time. Null only beside an error.",
  })
  async skills(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg("where", () => SkillFilter, { nullable: true, description: "Which skills; null lists all." })
    where: SkillFilter | null,
    @Ctx() { snapshot }: Context,
  ): Promise<SkillConnection> {
    const wanted = where?.category ?? null;
    const categories = wanted === null ? [] : (await snapshot.reader.dataset()).skillCategories;
    const page = await snapshot.reader.page({
      prefix: "skill",
      order: "DEFAULT",
      first: pageSize(first, 20),
      after: decodeCursor("skills", snapshot.revision, after),
      skills: wanted === null ? {} : { category: categoryNamed(categories, wanted, "where.category") },
    });
    return connectionOf("skills", snapshot.revision, page as Page<Skill>);
  }
}
