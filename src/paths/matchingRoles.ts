import type { Network } from "./network/Network.js";
import { SkillsHeld } from "./learning/SkillsHeld.js";
import type { HeldLevel } from "./query/HeldLevel.js";
import { ESSENTIAL_WEIGHT, USEFUL_WEIGHT } from "./network/needWeights.js";
import { pace } from "./pace/Pace.js";
import { sortInTurns } from "./pace/sortInTurns.js";

/** A role with how well someone's skills match what it needs; the figures are those of `skillGap` without a role to come from. */
export interface MatchingRole {
  readonly roleId: string;
  /** Weight of the matched needs, ESSENTIAL ones weighing 2 and USEFUL ones 1; above 0. */
  readonly weight: number;
  /** Whether so few needs of the role are known that its coverage says little; such roles stand last. */
  readonly fewNeeds: boolean;
  /** Share of the ESSENTIAL needs that are matched; null if the role has none known. */
  readonly coverage: number | null;
  /** The same over all needs, by weight. */
  readonly weightedCoverage: number;
  readonly matchedCount: number;
  /** Needs to learn anew, without those that are to be raised. */
  readonly missingCount: number;
  /** Needs whose skill is held at too low a level. */
  readonly toRaiseCount: number;
}

/** A role with fewer known needs than this stands last. */
export const FEW_NEEDS = 5;

/** How a skill is held, by the skill that stands for its class: looked up once, as many roles need the same ones. */
const [UNKNOWN, LACKING, HELD, HELD_AT_LEVEL] = [0, 1, 2, 3] as const;

/** Candidates between two looks at the clock. */
const STRIDE = 256;

/**
 * The roles that need at least one skill which someone holds at a level that is high enough: by the weight of the needs that are
 * matched, the greatest first, then by weighted coverage, title as roles are listed by it, and id; roles with few known needs last.
 * Only roles that need a held skill are looked at. O(their needs + roles · log roles).
 */
export async function matchingRoles(
  network: Network,
  heldSkillIds: readonly string[],
  heldLevels: readonly HeldLevel[] = [],
): Promise<MatchingRole[]> {
  const { needStart, needSkill, needEssential, needCovered, sameSkill, neededStart, neededBy, listOrdinalOf } =
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
    let [essential, essentialMatched, weight, weightMatched] = [0, 0, 0, 0];
    let [matchedCount, missingCount, toRaiseCount] = [0, 0, 0];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      const standing = sameSkill[needSkill[need]!]!;
      if (heldAs[standing] === UNKNOWN) {
        heldAs[standing] = !held.has(standing) ? LACKING : held.hasLevel(standing) ? HELD_AT_LEVEL : HELD;
      }
      const isHeld = heldAs[standing] !== LACKING;
      const matched = isHeld && (heldAs[standing] === HELD || held.meets(need, role));
      const ofNeed = needEssential[need] === 1 ? ESSENTIAL_WEIGHT : USEFUL_WEIGHT;
      weight += ofNeed;
      essential += needEssential[need]!;
      if (matched) {
        matchedCount++;
        weightMatched += ofNeed;
        essentialMatched += needEssential[need]!;
      } else if (isHeld) toRaiseCount++;
      else if (needCovered[need] === 0) missingCount++;
    }
    if (matchedCount === 0) continue;
    found.push({
      ...{ roleId: network.roleId(role), ordinal: listOrdinalOf[role]!, weight: weightMatched },
      fewNeeds: needStart[role + 1]! - needStart[role]! < FEW_NEEDS,
      coverage: essential === 0 ? null : essentialMatched / essential,
      weightedCoverage: weightMatched / weight,
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
