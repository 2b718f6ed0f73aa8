import type { Citation } from "../../model/Citation.js";

/**
 * Citations as a relationship holds them: parallel lists, in which the empty text stands for null (a list holds no null). A list
 * of nothing but nulls is left out: of all that a relationship holds, lists take longest to write.
 */
export interface CitationLists {
  readonly sourceIds: readonly string[];
  readonly headings?: readonly string[];
  readonly viaIds?: readonly string[];
}

export function sourceIdsOf(citations: readonly Citation[]): readonly string[] {
  return citations.map(({ sourceId }) => sourceId);
}

/** Null if no citation names a heading. */
export function headingsOf(citations: readonly Citation[]): readonly string[] | null {
  return citations.some(({ heading }) => heading !== null) ? citations.map(({ heading }) => heading ?? "") : null;
}

/** Null if no citation is by way of another source. */
export function viaIdsOf(citations: readonly Citation[]): readonly string[] | null {
  return citations.some(({ viaId }) => viaId !== null) ? citations.map(({ viaId }) => viaId ?? "") : null;
}

/** The citations behind parallel lists; none where there are no lists. */
export function citationsOfLists(lists: { readonly [K in keyof CitationLists]?: CitationLists[K] | null }): Citation[] {
  return (lists.sourceIds ?? []).map((sourceId, index) => ({
    sourceId,
    viaId: lists.viaIds?.[index] || null,
    heading: lists.headings?.[index] || null,
  }));
}
