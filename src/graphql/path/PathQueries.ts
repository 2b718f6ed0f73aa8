import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { findPaths } from "../../paths/findPaths.js";
import { PathObjective } from "../../paths/PathObjective.js";
import { UNCONSTRAINED } from "../../paths/PathQuery.js";
import type { Context } from "../Context.js";
import { References } from "../references/References.js";
import { heldSkillIds } from "../profile/heldSkillIds.js";
import { Path } from "./Path.js";
import { PathConstraintsInput } from "./PathConstraintsInput.js";
import { PathResult } from "./PathResult.js";
import { resolveConstraints } from "./resolveConstraints.js";
import { ProfileInput } from "../profile/ProfileInput.js";
import { pathOf } from "./pathOf.js";
import { resolveProfile } from "../profile/resolveProfile.js";

/** The way from one role to another. */
@Resolver()
export class PathQueries {
  @Query(() => Path, {
    nullable: true,
    description:
      "The path of fewest steps between two roles; null where it is proven that there is none. The same as the first of `paths(objective: FEWEST_STEPS)`, without its frame.",
  })
  async shortestPath(
    @Arg("from", () => String, { description: "The role to start from: id, title or alias." }) from: string,
    @Arg("to", () => String, { description: "The role to reach: id, title or alias." }) to: string,
    @Ctx() { snapshot }: Context,
  ): Promise<Path | null> {
    const references = new References(snapshot.names);
    const fromId = references.one("ROLE", "from", from);
    const toId = references.one("ROLE", "to", to);
    references.check();
    const answer = await findPaths(snapshot.network, {
      fromId,
      toId,
      objective: PathObjective.FEWEST_STEPS,
      limit: 1,
      constraints: UNCONSTRAINED,
      heldSkillIds: [],
    });
    const [path] = answer.paths;
    if (path === undefined && answer.outcome === "LIMIT_REACHED") {
      throw new Error("A search without constraints used up its budget.");
    }
    return path === undefined ? null : pathOf(path);
  }

  @Query(() => PathResult, {
    nullable: true,
    description:
      "The best paths between two roles by an objective, for a person, within constraints. Null only beside an error; no path is an answer.",
  })
  async paths(
    @Arg("from", () => String, { description: "The role to start from: id, title or alias." }) from: string,
    @Arg("to", () => String, { description: "The role to reach: id, title or alias." }) to: string,
    @Arg("objective", () => PathObjective, {
      nullable: true,
      defaultValue: PathObjective.FEWEST_STEPS,
      description: "What the best path is best in; null means FEWEST_STEPS.",
    })
    objective: PathObjective | null,
    @Arg("limit", () => Int, { nullable: true, defaultValue: 3, description: "Paths at most, 1 to 20; null means 3." })
    limit: number | null,
    @Arg("profile", () => ProfileInput, {
      nullable: true,
      description: "What the person brings besides the skills of `from`.",
    })
    profile: ProfileInput | null,
    @Arg("where", () => PathConstraintsInput, { nullable: true, description: "What every path must keep to." })
    where: PathConstraintsInput | null,
    @Ctx() { snapshot, loaders }: Context,
  ): Promise<PathResult> {
    const references = new References(snapshot.names);
    const fromId = references.one("ROLE", "from", from);
    const toId = references.one("ROLE", "to", to);
    const held = resolveProfile(references, profile);
    const constraints = resolveConstraints(references, where);
    references.check();
    const answer = await findPaths(snapshot.network, {
      fromId,
      toId,
      objective: objective ?? PathObjective.FEWEST_STEPS,
      limit: limit ?? 3,
      constraints,
      heldSkillIds: await heldSkillIds(held, loaders),
    });
    return { ...answer, fromId, toId, paths: answer.paths.map(pathOf) };
  }
}
