import type { SkillToRaise as FoundSkillToRaise } from "../../paths/query/HeldLevel.js";
import type { Loaders } from "../Loaders.js";
import { whenReady } from "../whenReady.js";
import { requirementsAmong } from "./requirementsAmong.js";
import type { SkillToRaise } from "./SkillToRaise.js";

/** A role's requirements for skills that are held at too low a level, with the levels held, in the order of `Role.skills`. */
export function requirementsToRaise(
  loaders: Loaders,
  roleId: string,
  toRaise: readonly FoundSkillToRaise[],
): readonly SkillToRaise[] | Promise<readonly SkillToRaise[]> {
  const levels = new Map(toRaise.map(({ skillId, heldLevel }) => [skillId, heldLevel]));
  return whenReady(requirementsAmong(loaders, roleId, [...levels.keys()]), (requirements) =>
    requirements.map((requirement) => ({ requirement, heldLevel: levels.get(requirement.skillId) as number })),
  );
}
