import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Citation } from "../../model/Citation.js";
import { Source } from "../../model/Source.js";
import type { Context } from "../Context.js";

/** Ids of the works that citations name, each once: the documents first, then the works they cite. */
export function sourceIdsOf(citations: readonly Citation[]): readonly string[] {
  const ids = new Set(citations.map((citation) => citation.sourceId));
  for (const { viaId } of citations) if (viaId !== null) ids.add(viaId);
  return [...ids];
}

interface Cited {
  readonly citations: readonly Citation[];
}

/** A resolver that gives a type with citations its field `sources`. */
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
