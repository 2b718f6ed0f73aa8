import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Loaders } from "../Loaders.js";
import { whenReady } from "../whenReady.js";

/** A role's requirements for some skills, in the order of `Role.skills`. */
export function requirementsAmong(
  loaders: Loaders,
  roleId: string,
  skillIds: readonly string[],
): readonly SkillRequirement[] | Promise<readonly SkillRequirement[]> {
  if (skillIds.length === 0) return [];
  const wanted = new Set(skillIds);
  return whenReady(loaders.related("requirementsOfRole", roleId), (requirements) =>
    requirements.filter(({ skillId }) => wanted.has(skillId)),
  );
}
