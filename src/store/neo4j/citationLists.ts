import type { Citation } from "../../model/Citation.js";

/**
 * Citations as a relationship stores them: parallel lists in which the empty string stands for null, because a stored list cannot hold
 * null. A list with nothing but nulls is omitted, because lists take longest to write.
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

/** Null if no citation has a `viaId`. */
export function viaIdsOf(citations: readonly Citation[]): readonly string[] | null {
  return citations.some(({ viaId }) => viaId !== null) ? citations.map(({ viaId }) => viaId ?? "") : null;
}

/** The citations that parallel lists store; empty if there are no lists. */
export function citationsOfLists(lists: { readonly [K in keyof CitationLists]?: CitationLists[K] | null }): Citation[] {
  return (lists.sourceIds ?? []).map((sourceId, index) => ({
    sourceId,
    viaId: lists.viaIds?.[index] || null,
    heading: lists.headings?.[index] || null,
  }));
}
