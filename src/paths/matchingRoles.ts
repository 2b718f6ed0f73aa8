import { CoverageCount } from "./answer/CoverageCount.js";
import type { Network } from "./network/Network.js";
import { SkillsHeld } from "./learning/SkillsHeld.js";
import type { HeldLevel } from "./query/HeldLevel.js";
import { pace } from "./pace/Pace.js";
import { sortInTurns } from "./pace/sortInTurns.js";

/** A role and how well a person's skills match its needs. The figures are those of `skillGap` without a `fromId`. */
export interface MatchingRole {
  readonly roleId: string;
  /** The sum of the weights of the matched needs: 2 for ESSENTIAL, 1 for USEFUL. Above 0. */
  readonly weight: number;
  /** Whether fewer than FEW_NEEDS needs of the role are known, so its coverage means little. Such roles come last. */
  readonly fewNeeds: boolean;
  /** The share of the ESSENTIAL needs that are matched, 0 to 1; null if none is known. */
  readonly coverage: number | null;
  /** The share of all needs that are matched, by weight. */
  readonly weightedCoverage: number;
  readonly matchedCount: number;
  /** Needs whose skill is not held. */
  readonly missingCount: number;
  /** Needs whose skill is held at too low a level. */
  readonly toRaiseCount: number;
}

/** Roles with fewer known needs than this come last. */
const FEW_NEEDS = 5;

/** How a skill is held. Cached for each EXACT class, because many roles need the same skills. */
const [UNKNOWN, LACKING, HELD, HELD_AT_LEVEL] = [0, 1, 2, 3] as const;

/** Roles processed between two checks of the pace. */
const STRIDE = 256;

/**
 * The roles with at least one matched need: roles with few known needs last, then by the weight of the matched needs, descending, then by
 * weighted coverage, descending, then in list order (title, id). Looks only at roles that need a held skill:
 * O(their needs + roles · log roles).
 */
export async function matchingRoles(
  network: Network,
  heldSkillIds: readonly string[],
  heldLevels: readonly HeldLevel[] = [],
): Promise<MatchingRole[]> {
  const { needStart, needSkill, needEssential, needCovered, representativeOf, neededStart, neededBy, listOrdinalOf } =
    network.columns;
  const held = SkillsHeld.of(network, null, heldSkillIds, heldLevels);
  const heldAs = new Uint8Array(network.skillCount);
  const found: (MatchingRole & { readonly ordinal: number })[] = [];
  const isCandidate = new Uint8Array(network.roleCount);
  const candidates: number[] = [];
  for (const skill of held.satisfied()) {
    for (let at = neededStart[skill]!; at < neededStart[skill + 1]!; at++) {
      const role = neededBy[at]!;
      if (isCandidate[role] === 0) candidates.push(role);
      isCandidate[role] = 1;
    }
  }
  for (const [i, role] of candidates.entries()) {
    if (i % STRIDE === 0 && pace.due()) await pace.rest();
    const count = new CoverageCount();
    let [matchedCount, missingCount, toRaiseCount] = [0, 0, 0];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      const skill = representativeOf[needSkill[need]!]!;
      if (heldAs[skill] === UNKNOWN) {
        heldAs[skill] = !held.has(skill) ? LACKING : held.hasLevel(skill) ? HELD_AT_LEVEL : HELD;
      }
      const isHeld = heldAs[skill] !== LACKING;
      const matched = isHeld && (heldAs[skill] === HELD || held.meets(need, role));
      count.add(needEssential[need]!, matched);
      if (matched) matchedCount++;
      else if (isHeld) toRaiseCount++;
      else if (needCovered[need] === 0) missingCount++;
    }
    if (matchedCount === 0) continue;
    found.push({
      ...{ roleId: network.roleId(role), ordinal: listOrdinalOf[role]!, weight: count.matchedWeight },
      fewNeeds: needStart[role + 1]! - needStart[role]! < FEW_NEEDS,
      coverage: count.coverage,
      weightedCoverage: count.weightedCoverage ?? 0,
      ...{ matchedCount, missingCount, toRaiseCount },
    });
  }
  return sortInTurns(
    found,
    (left, right) =>
      Number(left.fewNeeds) - Number(right.fewNeeds) ||
      right.weight - left.weight ||
      right.weightedCoverage - left.weightedCoverage ||
      left.ordinal - right.ordinal,
  );
}
