import type { RankedPath } from "./rankPaths.js";

/** How many of the best paths differing paths are chosen from. */
export const DIFFER_AMONG = 100;
/** The same for LEAST_LEARNING: fewer, because ranking by skills takes far longer. */
export const DIFFER_AMONG_LEARNING = 20;

/**
 * Selects up to `limit` paths from a ranking, best first: each path that shares at most half of its roles between the ends with every path
 * selected before. A path without roles between the ends is always selected. Extending the ranking only appends to the selection.
 * O(paths · limit · roles of a path).
 */
export function differingPaths(ranked: readonly RankedPath[], limit: number): RankedPath[] {
  const kept: { readonly path: RankedPath; readonly between: ReadonlySet<number> }[] = [];
  for (const path of ranked) {
    if (kept.length === limit) break;
    const between = path.roles.slice(1, -1);
    const differs = kept.every(
      (other) => 2 * between.filter((role) => other.between.has(role)).length <= between.length,
    );
    if (differs) kept.push({ path, between: new Set(between) });
  }
  return kept.map(({ path }) => path);
}
