import type { Citation } from "../../model/Citation.js";

/** Citations as a relationship holds them: parallel lists, in which the empty text stands for null (a list holds no null). */
export interface CitationLists {
  readonly sourceIds: readonly string[];
  readonly headings: readonly string[];
  readonly viaIds: readonly string[];
}

export function listsOfCitations(citations: readonly Citation[]): CitationLists {
  return {
    sourceIds: citations.map(({ sourceId }) => sourceId),
    headings: citations.map(({ heading }) => heading ?? ""),
    viaIds: citations.map(({ viaId }) => viaId ?? ""),
  };
}

/** The citations behind parallel lists; none where there are no lists. */
export function citationsOfLists(lists: { readonly [K in keyof CitationLists]?: CitationLists[K] | null }): Citation[] {
  return (lists.sourceIds ?? []).map((sourceId, index) => ({
    sourceId,
    viaId: lists.viaIds?.[index] || null,
    heading: lists.headings?.[index] || null,
  }));
}
