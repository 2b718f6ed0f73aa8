import type { EscoRelease } from "./EscoRelease.js";

export const SKILLS_HIERARCHY = "skillsHierarchy";

/** Returns the category of a skill by its URI; null if there is no group of the hierarchy above it. */
export type CategoryOf = (uri: string) => string | null;

/**
 * Reads the skill hierarchy. The category of a skill is the second-highest group above it, such as "communication, collaboration and
 * creativity". If there are several, it is the nearest, then the first by code unit.
 * @param broader the URIs directly above each concept of the skill pillar
 */
export function readSkillCategories(release: EscoRelease, broader: ReadonlyMap<string, readonly string[]>): CategoryOf {
  const columns = [
    ...(["Level 0 URI", "Level 1 URI", "Level 2 URI", "Level 3 URI"] as const),
    "Level 1 preferred term",
  ] as const;
  const categories = new Map<string, string>();
  for (const { cells } of release.rows(SKILLS_HIERARCHY, columns, { ragged: true })) {
    const uri = cells["Level 3 URI"] ?? cells["Level 2 URI"] ?? cells["Level 1 URI"];
    const category = cells["Level 1 preferred term"];
    if (uri !== null && category !== null) categories.set(uri, category);
  }
  return (skill) => {
    // Breadth-first upwards. The first level with a category decides.
    const seen = new Set([skill]);
    for (let level: readonly string[] = [skill]; level.length > 0;) {
      const found = level.flatMap((uri) => categories.get(uri) ?? []).sort();
      if (found[0] !== undefined) return found[0];
      level = level.flatMap((uri) => broader.get(uri) ?? []).filter((uri) => !seen.has(uri));
      for (const uri of level) seen.add(uri);
    }
    return null;
  };
}
