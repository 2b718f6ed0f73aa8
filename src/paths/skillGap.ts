import type { Network } from "./network/Network.js";
import { SkillsHeld } from "./learning/SkillsHeld.js";

/** What someone has of what a role needs, and what they lack; both ESSENTIAL first, then by skill id. */
export interface SkillGapAnswer {
  readonly matchedSkillIds: readonly string[];
  readonly missingSkillIds: readonly string[];
  /** Matched over needed ESSENTIAL skills, 0 to 1; null where the role has none known. */
  readonly coverage: number | null;
}

/**
 * Compares what a role needs with what someone holds (see `SkillsHeld`). Linear in the needs of the two roles.
 */
export function skillGap(
  network: Network,
  roleId: string,
  fromId: string | null,
  heldSkillIds: readonly string[],
): SkillGapAnswer {
  const held = SkillsHeld.of(network, fromId, heldSkillIds);
  const matchedSkillIds: string[] = [];
  const missingSkillIds: string[] = [];
  let essential = 0;
  let essentialMatched = 0;
  for (const { skillId, importance } of network.skillsNeeded(roleId)) {
    const matched = held.hasId(skillId);
    (matched ? matchedSkillIds : missingSkillIds).push(skillId);
    if (importance === "ESSENTIAL") {
      essential++;
      if (matched) essentialMatched++;
    }
  }
  return { matchedSkillIds, missingSkillIds, coverage: essential === 0 ? null : essentialMatched / essential };
}
