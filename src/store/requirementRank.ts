import { Basis } from "../model/Basis.js";
import { Importance } from "../model/Importance.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";

/** The rank by which requirements are ordered first, ascending: ESSENTIAL first, then STATED. The order of the other end decides among equals. */
export function requirementRank({ importance, basis }: SkillRequirement): number {
  return (importance === Importance.ESSENTIAL ? 0 : 2) + (basis === Basis.STATED ? 0 : 1);
}
