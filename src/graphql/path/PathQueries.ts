import { Arg, Args, Ctx, Int, Query, Resolver } from "type-graphql";
import { findPaths } from "../../paths/findPaths.js";
import { findTradeoffs } from "../../paths/findTradeoffs.js";
import type { FoundPaths } from "../../paths/answer/FoundPaths.js";
import { argumentErrors, MOST_PATHS } from "../../paths/query/checkQuery.js";
import { PathObjective } from "../../paths/query/PathObjective.js";
import { type PathQuery, UNCONSTRAINED } from "../../paths/query/PathQuery.js";
import { DIFFER_AMONG, DIFFER_AMONG_LEARNING } from "../../paths/search/differingPaths.js";
import type { Context } from "../Context.js";
import { heldDegrees } from "../profile/heldDegrees.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { resolveProfile } from "../profile/resolveProfile.js";
import { References } from "../references/References.js";
import { Path } from "./Path.js";
import { pathOf } from "./pathOf.js";
import { PathResult } from "./PathResult.js";
import { PathSearchArgs } from "./PathSearchArgs.js";
import { resolveConstraints } from "./resolveConstraints.js";

/** Paths from one role to another. */
@Resolver()
export class PathQueries {
  @Query(() => Path, {
    nullable: true,
    description:
      "The path with the fewest steps between two roles; null if it is proven that there is none. The same as the first path of `paths(objective: FEWEST_STEPS)`, without the details of the search.",
  })
  async shortestPath(
    @Arg("from", () => String, { description: "The role to start from: id, title or alias." }) from: string,
    @Arg("to", () => String, { description: "The role to reach: id, title or alias." }) to: string,
    @Ctx() context: Context,
  ): Promise<Path | null> {
    const { snapshot } = context;
    const references = new References(context);
    const fromId = references.one("ROLE", "from", from);
    const toId = references.one("ROLE", "to", to);
    await references.check();
    const answer = await findPaths(snapshot.network, {
      fromId,
      toId,
      objective: PathObjective.FEWEST_STEPS,
      limit: 1,
      constraints: UNCONSTRAINED,
      heldSkillIds: [],
      budget: context.searchBudget(),
    });
    const [path] = answer.paths;
    // Without constraints, a search uses up its budget only if the request has very many searches.
    if (path === undefined && answer.outcome === "LIMIT_REACHED") context.work.stop("SEARCH");
    return path === undefined ? null : pathOf(path);
  }

  @Query(() => PathResult, {
    nullable: true,
    description:
      "The best paths between two roles, by an objective, for a person, within constraints. Null only if there is an error; if there is no path, `outcome` says so.",
  })
  paths(
    @Args(() => PathSearchArgs) args: PathSearchArgs,
    @Arg("objective", () => PathObjective, {
      nullable: true,
      defaultValue: PathObjective.FEWEST_STEPS,
      description: "What makes a path the best; null means FEWEST_STEPS.",
    })
    objective: PathObjective | null,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: 3,
      description: `Maximum number of paths, 1 to ${MOST_PATHS}; null means 3.`,
    })
    limit: number | null,
    @Arg("differ", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: `True lists clearly different paths: at most half of the roles between the ends of a path are also on any one path listed before it. They are chosen from the best ${DIFFER_AMONG} paths (${DIFFER_AMONG_LEARNING} for LEAST_LEARNING), so there may be fewer than \`limit\`. Null means false.`,
    })
    differ: boolean | null,
    @Ctx() context: Context,
  ): Promise<PathResult> {
    return search(context, args, limit ?? 3, (query) =>
      findPaths(context.snapshot.network, {
        ...query,
        objective: objective ?? PathObjective.FEWEST_STEPS,
        differ: differ ?? false,
      }),
    );
  }

  @Query(() => PathResult, {
    nullable: true,
    description:
      "The Pareto-optimal paths by steps, years and skills to learn: no other path is at least as good in all three and better in one. Sorted by steps, years, then skills. `optimal` is true if the set is proven complete. Null only if there is an error.",
  })
  tradeoffs(
    @Args(() => PathSearchArgs) args: PathSearchArgs,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: 10,
      description: `Maximum number of paths, 1 to ${MOST_PATHS}; null means 10.`,
    })
    limit: number | null,
    @Ctx() context: Context,
  ): Promise<PathResult> {
    return search(context, args, limit ?? 10, (query) => findTradeoffs(context.snapshot.network, query));
  }
}

/** Looks up the references of a search, runs it and returns its result. */
async function search(
  context: Context,
  { from, to, profile, where }: PathSearchArgs,
  limit: number,
  find: (query: Omit<PathQuery, "objective">) => Promise<FoundPaths>,
): Promise<PathResult> {
  const references = new References(context);
  const fromId = references.one("ROLE", "from", from);
  const toId = references.one("ROLE", "to", to);
  const person = resolveProfile(references, profile);
  const constraints = resolveConstraints(references, where);
  references.alsoBad(argumentErrors(context.snapshot.network, { fromId, toId, limit, constraints }).all);
  await references.check();
  const query = {
    fromId,
    toId,
    constraints,
    heldSkillIds: await heldSkillIds(person, context.loaders),
    heldLevels: person.heldLevels,
    heldDegrees: await heldDegrees(person, context.loaders),
  };
  const answer = await find({ ...query, limit, budget: context.searchBudget() });
  if (answer.outcome === "LIMIT_REACHED" || !answer.optimal) context.limitReached();
  return { ...answer, fromId, toId, query, ignored: person.ignored, paths: answer.paths.map(pathOf) };
}
