import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import type { Context } from "../Context.js";

/** Makes a resolver for the field `about` of a type. */
export function aboutResolver(type: ClassType<Entity> | (abstract new () => Entity)): ClassType {
  @Resolver(() => type as ClassType<Entity>)
  class AboutResolver {
    @FieldResolver(() => [Entity], {
      description: "The nodes that this record is about; empty if it is about the field as a whole.",
    })
    about(@Root() entity: Entity, @Ctx() { loaders }: Context) {
      return loaders.related("aboutOf", entity.id);
    }
  }
  return AboutResolver;
}
