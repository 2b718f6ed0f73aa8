import type { Skill } from "../model/Skill.js";
import { compareText } from "../model/compareText.js";

/** The categories of skills, each once, by code unit. O(n log n). */
export function skillCategories(skills: readonly Pick<Skill, "category">[]): string[] {
  const categories = new Set(skills.flatMap(({ category }) => category ?? []));
  return [...categories].sort(compareText);
}
