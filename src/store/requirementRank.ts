import { Basis } from "../model/Basis.js";
import { Importance } from "../model/Importance.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";

/** Where a requirement stands in every list, lower first and before the order of its other end: ESSENTIAL first, then STATED. */
export function requirementRank({ importance, basis }: SkillRequirement): number {
  return (importance === Importance.ESSENTIAL ? 0 : 2) + (basis === Basis.STATED ? 0 : 1);
}
