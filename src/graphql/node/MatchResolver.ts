import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import { Match } from "../../model/Match.js";
import type { Context } from "../Context.js";

/** The two ends of a match. */
@Resolver(() => Match)
export class MatchResolver {
  @FieldResolver(() => Entity, { description: "The role or skill that the match starts from." })
  from(@Root() match: Match, @Ctx() { loaders }: Context) {
    return loaders.existing<Entity>(match.fromId);
  }

  @FieldResolver(() => Entity, { description: "The role or skill of another dataset that the match leads to." })
  to(@Root() match: Match, @Ctx() { loaders }: Context) {
    return loaders.existing<Entity>(match.toId);
  }
}
