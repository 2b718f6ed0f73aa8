import type { Network } from "./network/Network.js";
import { needWeight } from "./network/needWeight.js";
import { PriorityQueue } from "./collections/PriorityQueue.js";

export interface ScoredRole {
  readonly roleId: string;
  /** Above 0, up to 1. */
  readonly score: number;
  /** In the order of the needs of the given role: ESSENTIAL first, then by id. */
  readonly sharedSkillIds: readonly string[];
}

/**
 * The roles whose needs are most similar to those of a role, best first; ties are broken by id. Leaves out the role itself and roles that
 * share no skill. The score is the weighted Jaccard index: the sum over all skills of the lesser weight, divided by the sum of the greater
 * weight, where a skill weighs 2 if it is ESSENTIAL, 1 if USEFUL and 0 if not needed. Skills of one EXACT class are one skill. A choice is
 * a skill of its own here. O(needs of other roles for these skills + candidates · log first).
 * @param first the maximum number of roles
 */
export function similarRoles(network: Network, roleId: string, first: number): ScoredRole[] {
  const { needStart, needSkill, needEssential, representativeOf, neededStart, neededBy, neededEssential } =
    network.columns;
  const role = network.indexOf(roleId);
  const shared = new Map<number, number>();
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
    const weight = needWeight(needEssential[need]!);
    const skill = representativeOf[needSkill[need]!]!;
    for (let at = neededStart[skill]!; at < neededStart[skill + 1]!; at++) {
      const other = neededBy[at]!;
      shared.set(other, (shared.get(other) ?? 0) + Math.min(weight, needWeight(neededEssential[at]!)));
    }
  }
  shared.delete(role);

  const whole = totalWeight(network, role);
  // The worst of the candidates is at the head of the queue, so that a better one can replace it.
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

function totalWeight(network: Network, role: number): number {
  const { needStart, needEssential } = network.columns;
  let total = 0;
  for (let need = needStart[role]!; need < needStart[role + 1]!; need++) total += needWeight(needEssential[need]!);
  return total;
}

function sharedSkillIds(network: Network, role: number, other: number): string[] {
  const { needStart, needSkill, representativeOf, skillIds } = network.columns;
  const needed = new Set<number>();
  for (const skill of needSkill.subarray(needStart[other]!, needStart[other + 1]!))
    needed.add(representativeOf[skill]!);
  return [...needSkill.subarray(needStart[role]!, needStart[role + 1]!)]
    .filter((skill) => needed.has(representativeOf[skill]!))
    .map((skill) => skillIds[skill]!);
}
