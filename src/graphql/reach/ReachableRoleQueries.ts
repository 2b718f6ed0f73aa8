import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Float, Info, Int, Query, Resolver } from "type-graphql";
import type { Role } from "../../model/Role.js";
import { findReachableRoles, problemsOfReach, type ReachableRole } from "../../paths/findReachableRoles.js";
import { normalizeName } from "../../names/normalizeName.js";
import { listName } from "../connection/listName.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { pathOf } from "../path/pathOf.js";
import { heldDegrees } from "../profile/heldDegrees.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { ProfileInput } from "../profile/ProfileInput.js";
import { resolveProfile } from "../profile/resolveProfile.js";
import { References } from "../references/References.js";
import { ReachableRoleConnection, type ReachableRoleEdge } from "./ReachableRoleConnection.js";

const BY_DEFAULT = 20;
const ReachArgs = pageArgs(BY_DEFAULT);

/** Where one can get from a role, and who can get to one. */
@Resolver()
export class ReachableRoleQueries {
  @Query(() => ReachableRoleConnection, {
    nullable: true,
    description:
      "Where one can get from a role, or who can get to it: the roles that some path within the bounds joins with it, the nearest first, by steps, years, title and id, a page at a time. Roles of its own dataset that paths inside it reach stand before all others. Null only beside an error.",
  })
  async reachableRoles(
    @Arg("from", () => String, {
      nullable: true,
      description: "The role to start from: id, title or alias. Give this or `to`, not both.",
    })
    from: string | null,
    @Arg("to", () => String, {
      nullable: true,
      description:
        "The role to get to: id, title or alias. The list then holds the roles from which one can get there.",
    })
    to: string | null,
    @Arg("maxSteps", () => Int, { nullable: true, description: "Steps at most, 0 or more; null means no bound." })
    maxSteps: number | null,
    @Arg("maxYears", () => Float, {
      nullable: true,
      description:
        "Years at most, 0 or more; a step of unknown length counts as a path's `assumptions` say. Null means no bound.",
    })
    maxYears: number | null,
    @Arg("profile", () => ProfileInput, {
      nullable: true,
      description: "What the person has besides the skills of the role that a path starts from.",
    })
    profile: ProfileInput | null,
    @Args(() => ReachArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReachableRoleConnection> {
    const { snapshot, loaders } = context;
    const references = new References(context);
    const fromId = references.optional("ROLE", "from", from);
    const toId = references.optional("ROLE", "to", to);
    const person = resolveProfile(references, profile);
    const bounds = { maxSteps: maxSteps ?? null, maxYears: maxYears ?? null };
    references.alsoBad(problemsOfReach(snapshot.network, { fromId, toId, ...bounds }).all);
    await references.check();
    const asked = pageAsked(args, info, BY_DEFAULT);
    const query = {
      ...{ fromId, toId },
      ...bounds,
      heldSkillIds: await heldSkillIds(person, loaders),
      heldLevels: person.heldLevels,
      heldDegrees: await heldDegrees(person, loaders),
    };
    const { outcome, roles } = await findReachableRoles(snapshot.network, {
      ...query,
      budget: context.searchBudget(),
    });
    if (outcome === "LIMIT_REACHED") context.limitReached();
    const list = {
      name: listName("reachableRoles", query),
      hits: roles,
      keyOf: ({ roleId, isInside, steps, months }: ReachableRole) => [
        ...[isInside ? 0 : 1, steps, months],
        ...[normalizeName(snapshot.network.title(roleId)), roleId],
      ],
    };
    const page = pageOf<ReachableRole, Role, ReachableRoleEdge>(list, asked, (hit, cursor) => {
      const path = pathOf(hit.path());
      return {
        cursor,
        totals: path.totals,
        path,
        get node() {
          return loaders.existing(hit.roleId) as Role;
        },
      };
    });
    return Object.assign(page, { outcome, ignored: person.ignored });
  }
}
