import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { Role } from "../../model/Role.js";
import type { Page } from "../../store/CareerStore.js";
import { decodeCursor } from "../connection/Cursor.js";
import { connectionOf, pageSize } from "../connection/page.js";
import { PageArgs } from "../connection/PageArgs.js";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { RoleConnection } from "./RoleConnection.js";
import { RoleFilter } from "./RoleFilter.js";
import { RoleOrder } from "./RoleOrder.js";

/** Roles, one by reference or a page of many. */
@Resolver()
export class RoleQueries {
  @Query(() => Role, {
    nullable: true,
    description:
      "The role behind an id, a title or an alias; null only beside an error (ROLE_NOT_FOUND, AMBIGUOUS_ROLE).",
  })
  async role(
    @Arg("ref", () => String, {
      description: "The role's id, title or alias, in any case and with the usual short forms.",
    })
    ref: string,
    @Ctx() context: Context,
  ): Promise<Role> {
    const references = new References(context);
    const id = references.one("ROLE", "ref", ref);
    await references.check();
    return context.loaders.existing<Role>(id);
  }

  @Query(() => RoleConnection, {
    nullable: true,
    description: "Roles, filtered and ordered, a page at a time. Null only beside an error.",
  })
  async roles(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg("where", () => RoleFilter, { nullable: true, description: "Which roles; null lists all." })
    where: RoleFilter | null,
    @Arg("orderBy", () => RoleOrder, {
      nullable: true,
      defaultValue: RoleOrder.TITLE,
      description: "In which order; null means by title.",
    })
    orderBy: RoleOrder | null,
    @Ctx() context: Context,
  ): Promise<RoleConnection> {
    const { snapshot } = context;
    const references = new References(context);
    const trackId = references.optional("TRACK", "where.track", where?.track);
    const skillId = references.optional("SKILL", "where.requires", where?.requires);
    await references.check();
    const bySeniority = orderBy === RoleOrder.SENIORITY;
    const list = bySeniority ? "roles by seniority" : "roles";
    const page = await snapshot.reader.page({
      prefix: "role",
      order: bySeniority ? "SENIORITY" : "DEFAULT",
      first: pageSize(first, 20),
      after: decodeCursor(list, snapshot.revision, after),
      roles: {
        ...(trackId === null ? {} : { trackId }),
        ...(where?.place ? { place: where.place } : {}),
        // Whoever has the skill has what is needed where a choice offers it, so such roles count as needing it.
        ...(skillId === null ? {} : { requiresAnyOf: [skillId, ...snapshot.network.choicesSatisfiedBy(skillId)] }),
      },
    });
    return connectionOf(list, snapshot.revision, page as Page<Role>);
  }
}
