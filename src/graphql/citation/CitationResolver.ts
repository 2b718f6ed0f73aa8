import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Citation } from "../../model/Citation.js";
import { Source } from "../../model/Source.js";
import type { Context } from "../Context.js";

/** The works of a citation. */
@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Source, { description: "The document that states the fact." })
  source(@Root() citation: Citation, @Ctx() { loaders }: Context) {
    return loaders.existing<Source>(citation.sourceId);
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: "The work that the document cites for the fact; null if it cites none.",
  })
  via(@Root() citation: Citation, @Ctx() { loaders }: Context) {
    return citation.viaId === null ? null : loaders.existing<Source>(citation.viaId);
  }
}
