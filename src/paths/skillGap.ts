import { CoverageCount } from "./answer/CoverageCount.js";
import type { Network } from "./network/Network.js";
import { SkillsHeld } from "./learning/SkillsHeld.js";
import type { HeldLevel, SkillToRaise } from "./query/HeldLevel.js";

/**
 * The needs of a role that a person meets, the skills to learn, and the skills held at too low a level. Each list has ESSENTIAL needs
 * first, then by skill id. A choice that another missing skill satisfies is in no list.
 */
export interface SkillGapAnswer {
  readonly matchedSkillIds: readonly string[];
  readonly missingSkillIds: readonly string[];
  readonly toRaise: readonly SkillToRaise[];
  /** The share of the ESSENTIAL needs that are matched, 0 to 1; null if none is known. */
  readonly coverage: number | null;
  /** The share of all needs that are matched, by weight (2 for ESSENTIAL, 1 for USEFUL); null if none is known. */
  readonly weightedCoverage: number | null;
}

/** Compares the needs of a role with the skills that a person holds (see `SkillsHeld`). Linear in the needs of the two roles. */
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
  const count = new CoverageCount();
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
    const matched = held.meets(need, role);
    if (matched) matchedSkillIds.push(skillIds[needSkill[need]!]!);
    count.add(needEssential[need]!, matched);
  }
  return {
    matchedSkillIds,
    missingSkillIds: held.missingFor(role).map((need) => skillIds[needSkill[need]!]!),
    toRaise: held.toRaiseFor(role).map(({ need, heldLevel }) => ({ skillId: skillIds[needSkill[need]!]!, heldLevel })),
    coverage: count.coverage,
    weightedCoverage: count.weightedCoverage,
  };
}
