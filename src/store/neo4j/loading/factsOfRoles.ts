import type { Dataset } from "../../../dataset/Dataset.js";
import type { SkillRequirement } from "../../../model/SkillRequirement.js";
import type { Transition } from "../../../model/Transition.js";
import { listsByKey } from "../../listsByKey.js";

/** Transitions and requirements, which are most of a dataset, by the id of the role that they start from. */
export interface FactsOfRoles {
  readonly transitionsFrom: ReadonlyMap<string, readonly Transition[]>;
  readonly requirementsOfRole: ReadonlyMap<string, readonly SkillRequirement[]>;
}

export function factsOfRoles({ transitions, requirements }: Dataset): FactsOfRoles {
  return {
    transitionsFrom: listsByKey(transitions, ({ fromId }) => fromId),
    requirementsOfRole: listsByKey(requirements, ({ roleId }) => roleId),
  };
}
