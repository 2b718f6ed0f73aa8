import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Float, Info, Int, Query, Resolver } from "type-graphql";
import type { Role } from "../../model/Role.js";
import { findReachableRoles, reachArgumentErrors, type ReachableRole } from "../../paths/findReachableRoles.js";
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

/** Roles that can be reached from a role, and roles from which it can be reached. */
@Resolver()
export class ReachableRoleQueries {
  @Query(() => ReachableRoleConnection, {
    nullable: true,
    description:
      "The roles that can be reached from a role, or from which it can be reached, by a path within the limits. The nearest come first: by steps, years, title and id. Roles of the same dataset that paths within that dataset reach come before all others. Paginated. Null only if there is an error.",
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
        "The role to reach: id, title or alias. The list then contains the roles from which it can be reached. Give this or `from`, not both.",
    })
    to: string | null,
    @Arg("maxSteps", () => Int, {
      nullable: true,
      description: "Maximum number of steps, 0 or more; null means no limit.",
    })
    maxSteps: number | null,
    @Arg("maxYears", () => Float, {
      nullable: true,
      description:
        "Maximum number of years, 0 or more, rounded to whole months; null means no limit. A step whose time is unknown counts with its `yearsAssumed`, or as one year if that is null too.",
    })
    maxYears: number | null,
    @Arg("profile", () => ProfileInput, {
      nullable: true,
      description: "What the person has in addition to the skills of the role that a path starts from.",
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
    references.alsoBad(reachArgumentErrors(snapshot.network, { fromId, toId, ...bounds }).all);
    const asked = pageAsked(args, info, BY_DEFAULT, references.bad);
    await references.check();
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
