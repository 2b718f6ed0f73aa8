import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Entity } from "../../model/Entity.js";
import type { Context } from "../Context.js";
import { IgnoredReference } from "./IgnoredReference.js";

/** The nodes that an ignored reference may have meant. */
@Resolver(() => IgnoredReference)
export class IgnoredReferenceResolver {
  @FieldResolver(() => [Entity], {
    description:
      "What may have been meant, best first, at most five: the nodes that share an ambiguous name, or near misses. Empty if nothing is similar.",
  })
  suggestions(@Root() ignored: IgnoredReference, @Ctx() { loaders }: Context) {
    return loaders.existingAll<Entity>(ignored.suggested.map(({ id }) => id));
  }
}
