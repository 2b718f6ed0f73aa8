import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Transition } from "../model/Transition.js";
import type { RoleRelations } from "./CareerStore.js";

/**
 * What the planner's network must know of the transitions and the required skills of one role, one list a column.
 * @param ordinals the place of each role and skill in default order, by id
 * @throws Error where one leads to what has no place
 */
export function roleRelations(
  ordinals: ReadonlyMap<string, number>,
  transitions: readonly Transition[] = [],
  requirements: readonly SkillRequirement[] = [],
): RoleRelations {
  const ordinalOf = (id: string, factId: string): number => {
    const ordinal = ordinals.get(id);
    if (ordinal === undefined) throw new Error(`${factId} leads to ${id}, which the dataset does not contain.`);
    return ordinal;
  };
  return {
    toOrdinals: transitions.map(({ id, toId }) => ordinalOf(toId, id)),
    kinds: transitions.map(({ kind }) => kind),
    bases: transitions.map(({ basis }) => basis),
    closenesses: transitions.map(({ closeness }) => closeness),
    statedYears: transitions.map(({ statedYears }) => statedYears),
    skillOrdinals: requirements.map(({ id, skillId }) => ordinalOf(skillId, id)),
    importances: requirements.map(({ importance }) => importance),
    levels: requirements.map(({ requiredLevel }) => requiredLevel),
  };
}
