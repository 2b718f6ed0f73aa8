import type { Skill } from "../model/Skill.js";
import { compareText } from "../model/compareText.js";

/** The categories and collections of skills, each once, by code unit. O(n log n). */
export function skillCategories(skills: readonly Pick<Skill, "category" | "collections">[]): string[] {
  const categories = new Set(
    skills.flatMap(({ category, collections }) => [...(category === null ? [] : [category]), ...collections]),
  );
  return [...categories].sort(compareText);
}
