import type { Network } from "./network/Network.js";
import { ESSENTIAL_WEIGHT, USEFUL_WEIGHT } from "./network/needWeights.js";
import { PriorityQueue } from "./collections/PriorityQueue.js";

export interface ScoredRole {
  readonly roleId: string;
  /** Above 0, up to 1. */
  readonly score: number;
  /** In the order in which the asked role needs them: ESSENTIAL first, then by id. */
  readonly sharedSkillIds: readonly string[];
}

/**
 * The roles that need most nearly the same skills, best first, ties by id; the role itself and roles that share no skill are left
 * out. The score is the weighted Jaccard index: over all skills, the sum of the lesser weights by the sum of the greater ones,
 * ESSENTIAL weighing 2, USEFUL 1 and a skill not needed 0. Skills of one EXACT class are one; a choice is a skill of its own here.
 * O(how often the role's skills are needed + candidates · log first).
 */
export function similarRoles(network: Network, roleId: string, first: number): ScoredRole[] {
  const { needStart, needSkill, needEssential, sameSkill, neededStart, neededBy, neededEssential } = network.columns;
  const role = network.indexOf(roleId);
  const shared = new Map<number, number>();
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
    const weight = weightOf(needEssential[need]!);
    const skill = sameSkill[needSkill[need]!]!;
    for (let at = neededStart[skill]!; at < neededStart[skill + 1]!; at++) {
      const other = neededBy[at]!;
      shared.set(other, (shared.get(other) ?? 0) + Math.min(weight, weightOf(neededEssential[at]!)));
    }
  }
  shared.delete(role);

  const whole = totalWeight(network, role);
  // The worst of the best so far stands first, to be dropped when a better one comes.
  const best = new PriorityQueue<Candidate>((left, right) => left.score - right.score || right.role - left.role);
  for (const [other, lesser] of shared) {
    best.push({ role: other, score: lesser / (whole + totalWeight(network, other) - lesser) });
    if (best.size > first) best.pop();
  }
  return [...best.rest()]
    .sort((left, right) => right.score - left.score || left.role - right.role)
    .map((candidate) => ({
      roleId: network.roleId(candidate.role),
      score: candidate.score,
      sharedSkillIds: sharedSkillIds(network, role, candidate.role),
    }));
}

interface Candidate {
  readonly role: number;
  readonly score: number;
}

function weightOf(essential: number): number {
  return essential === 1 ? ESSENTIAL_WEIGHT : USEFUL_WEIGHT;
}

function totalWeight(network: Network, role: number): number {
  const { needStart, needEssential } = network.columns;
  let total = 0;
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) total += weightOf(needEssential[need]!);
  return total;
}

function sharedSkillIds(network: Network, role: number, other: number): string[] {
  const { needStart, needSkill, sameSkill, skillIds } = network.columns;
  const needed = new Set<number>();
  for (const skill of needSkill.subarray(needStart[other]!, needStart[other + 1]!)) needed.add(sameSkill[skill]!);
  return [...needSkill.subarray(needStart[role]!, needStart[role + 1]!)]
    .filter((skill) => needed.has(sameSkill[skill]!))
    .map((skill) => skillIds[skill]!);
}
