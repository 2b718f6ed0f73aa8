import type { Network } from "./network/Network.js";
import { SkillsHeld } from "./learning/SkillsHeld.js";

/**
 * What someone has of what a role needs, and what they have to learn for it; both ESSENTIAL first, then by skill id. A choice that is
 * learned with another missing skill is in neither list.
 */
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
  const { needStart, needSkill, needEssential, skillIds } = network.columns;
  const role = network.indexOf(roleId);
  const matchedSkillIds: string[] = [];
  let essential = 0;
  let essentialMatched = 0;
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
    const matched = held.has(needSkill[need]!);
    if (matched) matchedSkillIds.push(skillIds[needSkill[need]!]!);
    if (needEssential[need] === 1) {
      essential++;
      if (matched) essentialMatched++;
    }
  }
  const missingSkillIds = held.missingFor(role).map((need) => skillIds[needSkill[need]!]!);
  return { matchedSkillIds, missingSkillIds, coverage: essential === 0 ? null : essentialMatched / essential };
}
