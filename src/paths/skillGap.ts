import type { Network } from "./network/Network.js";
import { SkillsHeld } from "./learning/SkillsHeld.js";
import { ESSENTIAL_WEIGHT, USEFUL_WEIGHT } from "./network/needWeights.js";
import type { HeldLevel, SkillToRaise } from "./query/HeldLevel.js";

/**
 * What someone has of what a role needs, what they have to learn for it, and what they hold at too low a level; each ESSENTIAL first,
 * then by skill id. A choice that is learned with another missing skill is in no list.
 */
export interface SkillGapAnswer {
  readonly matchedSkillIds: readonly string[];
  readonly missingSkillIds: readonly string[];
  readonly toRaise: readonly SkillToRaise[];
  /** Matched over needed ESSENTIAL skills, 0 to 1; null if the role has none known. */
  readonly coverage: number | null;
  /** The same over all needed skills, ESSENTIAL weighing 2 and USEFUL 1; null if none is known. */
  readonly weightedCoverage: number | null;
}

/**
 * Compares what a role needs with what someone holds (see `SkillsHeld`). Linear in the needs of the two roles.
 */
export function skillGap(
  network: Network,
  roleId: string,
  fromId: string | null,
  heldSkillIds: readonly string[],
  heldLevels: readonly HeldLevel[] = [],
): SkillGapAnswer {
  const held = SkillsHeld.of(network, fromId, heldSkillIds, heldLevels);
  const { needStart, needSkill, needEssential, skillIds } = network.columns;
  const role = network.indexOf(roleId);
  const matchedSkillIds: string[] = [];
  let [essential, essentialMatched, weight, weightMatched] = [0, 0, 0, 0];
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
    const matched = held.meets(need, role);
    if (matched) matchedSkillIds.push(skillIds[needSkill[need]!]!);
    const ofNeed = needEssential[need] === 1 ? ESSENTIAL_WEIGHT : USEFUL_WEIGHT;
    weight += ofNeed;
    if (matched) weightMatched += ofNeed;
    if (needEssential[need] === 1) {
      essential++;
      if (matched) essentialMatched++;
    }
  }
  return {
    matchedSkillIds,
    missingSkillIds: held.missingFor(role).map((need) => skillIds[needSkill[need]!]!),
    toRaise: held.toRaiseFor(role).map(({ need, heldLevel }) => ({ skillId: skillIds[needSkill[need]!]!, heldLevel })),
    coverage: essential === 0 ? null : essentialMatched / essential,
    weightedCoverage: weight === 0 ? null : weightMatched / weight,
  };
}
