import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Role } from "../../model/Role.js";
import { normalizeName } from "../../names/normalizeName.js";
import { type MatchingRole, matchingRoles } from "../../paths/matchingRoles.js";
import { listName } from "../connection/listName.js";
import { type PageArgs, pageArgs } from "../connection/PageArgs.js";
import { pageAsked } from "../connection/pageAsked.js";
import { pageOf } from "../connection/pageOf.js";
import type { Context } from "../Context.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { ProfileInput } from "../profile/ProfileInput.js";
import { resolveProfile } from "../profile/resolveProfile.js";
import { resolveRoleFilter, selectedRoles } from "../role/resolveRoleFilter.js";
import { RoleFilter } from "../role/RoleFilter.js";
import { References } from "../references/References.js";
import { MatchingRoleConnection, type MatchingRoleEdge } from "./MatchingRoleConnection.js";

const BY_DEFAULT = 20;
const MatchingArgs = pageArgs(BY_DEFAULT);

/** Roles that match a profile. */
@Resolver()
export class MatchingRoleQueries {
  @Query(() => MatchingRoleConnection, {
    nullable: true,
    description:
      "The roles that need skills that a person has, the best match first: by the weight of the matched skills (ESSENTIAL 2, USEFUL 1), then by weighted coverage, title and id. Roles with fewer than 5 known needs come last. Roles without a matched skill are not listed. Paginated. Null only if there is an error.",
  })
  async matchingRoles(
    @Arg("profile", () => ProfileInput, {
      description:
        "What the person has. Skills, levels and certifications count; `degrees` and `years` have no effect.",
    })
    profile: ProfileInput,
    @Arg("where", () => RoleFilter, { nullable: true, description: "Which roles to consider; null means all." })
    where: RoleFilter | null,
    @Args(() => MatchingArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchingRoleConnection> {
    const { snapshot, loaders } = context;
    const references = new References(context);
    const person = resolveProfile(references, profile);
    const filter = resolveRoleFilter(context, references, where, false);
    const asked = pageAsked(args, info, BY_DEFAULT, references.bad);
    await references.check();
    const skillIds = await heldSkillIds(person, loaders);
    const all = await context.shortSearch(() => matchingRoles(snapshot.network, skillIds, person.heldLevels));
    const { ids } = snapshot.roles;
    const wanted = where === null ? null : new Set((await selectedRoles(context, filter)).map((role) => ids[role]));
    const hits = wanted === null ? all : all.filter(({ roleId }) => wanted.has(roleId));
    const list = {
      name: listName("matchingRoles", skillIds, person.heldLevels),
      hits,
      keyOf: ({ roleId, fewNeeds, weight, weightedCoverage }: MatchingRole) => [
        ...[fewNeeds ? 1 : 0, -weight, -weightedCoverage],
        ...[normalizeName(snapshot.network.title(roleId)), roleId],
      ],
    };
    const page = pageOf<MatchingRole, Role, MatchingRoleEdge>(
      list,
      asked,
      ({ roleId, coverage, weightedCoverage, matchedCount, missingCount, toRaiseCount }, cursor) => ({
        ...{ cursor, coverage, weightedCoverage, matchedCount, missingCount, toRaiseCount },
        get node() {
          return loaders.existing(roleId) as Role;
        },
      }),
    );
    return Object.assign(page, { ignored: person.ignored });
  }
}
