import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Transition } from "../model/Transition.js";
import type { RoleRelations } from "./CareerStore.js";

/**
 * The transitions and required skills of one role for the planner's network, with one list per column.
 * @param ordinals the position of each role and skill in default order, by id
 * @throws Error if one leads to a role or skill without an ordinal
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
