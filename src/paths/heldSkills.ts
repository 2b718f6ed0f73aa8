import type { Network } from "./Network.js";

/**
 * A test for whether someone holds a skill, who holds the skills of a role they come from (null for none) and others by id.
 * A skill that offers a choice is held by whoever holds one of its parts; apart from that no skill stands for another.
 */
export function heldSkills(
  network: Network,
  fromId: string | null,
  heldSkillIds: readonly string[],
): (skillId: string) => boolean {
  const held = new Set(heldSkillIds);
  if (fromId !== null) for (const { skillId } of network.skillsNeeded(fromId)) held.add(skillId);
  return (skillId) => held.has(skillId) || network.satisfiers(skillId).some((partId) => held.has(partId));
}
