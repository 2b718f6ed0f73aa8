import type { Basis } from "../../model/Basis.js";
import type { Citation } from "../../model/Citation.js";
import type { Entity } from "../../model/Entity.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { RelatedTo } from "../../store/CareerStore.js";
import type { Loaders } from "../Loaders.js";

/** The far end of a link, with the basis and the sources of the link. */
export interface FoundLink<T extends Entity> {
  readonly end: T;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
}

/**
 * The nodes that are related to a node, in the order of the relation, each with the basis and the citations of its link.
 * @throws Error if the store lacks the link of a node that it lists
 */
export async function linksOf<K extends keyof RelatedTo>(
  loaders: Loaders,
  relation: K,
  kind: RelationKind,
  id: string,
): Promise<FoundLink<RelatedTo[K] & Entity>[]> {
  const ends = (await loaders.related(relation, id)) as readonly (RelatedTo[K] & Entity)[];
  const links = await loaders.links(
    kind,
    id,
    ends.map((end) => end.id),
  );
  return ends.map((end) => {
    const link = links.get(end.id);
    if (link === undefined || link.basis === null)
      throw new Error(`The store holds no ${kind} of ${id} and ${end.id}.`);
    return { end, basis: link.basis, citations: link.citations };
  });
}
