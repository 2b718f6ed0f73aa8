import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Citation } from "../../model/Citation.js";
import { Source } from "../../model/Source.js";
import type { Context } from "../Context.js";

/** Ids of the works in citations, without duplicates: the documents first, then the works that they cite. */
export function sourceIdsOf(citations: readonly Citation[]): readonly string[] {
  const ids = new Set(citations.map((citation) => citation.sourceId));
  for (const { viaId } of citations) if (viaId !== null) ids.add(viaId);
  return [...ids];
}

interface Cited {
  readonly citations: readonly Citation[];
}

/** Makes a resolver for the field `sources` of a type with citations. */
export function sourcesResolver(type: ClassType<Cited> | (abstract new () => Cited)): ClassType {
  @Resolver(() => type as ClassType<Cited>)
  class SourcesResolver {
    @FieldResolver(() => [Source], {
      description: "The sources, each listed once: the documents first, then the works that they cite.",
    })
    sources(@Root() record: Cited, @Ctx() { loaders }: Context) {
      return loaders.existingAll<Source>(sourceIdsOf(record.citations));
    }
  }
  return SourcesResolver;
}
