import type { RankedPath } from "./rankPaths.js";

/** Paths that differ are chosen among so many of the best; searches by skills take far longer to rank. */
export const DIFFER_AMONG = 100;
export const DIFFER_AMONG_LEARNING = 20;

/**
 * Goes through ranked paths from the best on and keeps each that shares at most half of its own roles between the ends with every
 * one kept before, until so many are kept. A path with no role between is always kept. What is kept of a longer ranking begins with
 * what is kept of a shorter one. O(paths · limit · roles of a path).
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
