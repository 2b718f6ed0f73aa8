import type { Loaders } from "../Loaders.js";
import type { Profile } from "./resolveProfile.js";

/** Ids of the skills of a profile, including those that its certifications prove, in one read. */
export async function heldSkillIds(profile: Profile, loaders: Loaders): Promise<string[]> {
  const certified = await Promise.all(profile.certificationIds.map((id) => loaders.related("skillsLinked", id)));
  return [...new Set([...profile.skillIds, ...certified.flat().map((skill) => skill.id)])];
}
