import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Transition } from "../model/Transition.js";
import type { RoleRelations } from "./CareerStore.js";

/**
 * What the planner's network must know of the transitions and the required skills of one role, one list a column.
 * @param ordinalOf the place of a role or a skill in default order, by id
 */
export function roleRelations(
  ordinalOf: (id: string) => number,
  transitions: readonly Transition[] = [],
  requirements: readonly SkillRequirement[] = [],
): RoleRelations {
  return {
    toOrdinals: transitions.map(({ toId }) => ordinalOf(toId)),
    kinds: transitions.map(({ kind }) => kind),
    bases: transitions.map(({ basis }) => basis),
    statedYears: transitions.map(({ statedYears }) => statedYears),
    skillOrdinals: requirements.map(({ skillId }) => ordinalOf(skillId)),
    importances: requirements.map(({ importance }) => importance),
  };
}
