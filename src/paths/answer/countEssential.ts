import type { Network } from "../network/Network.js";

/**
 * Counts the learned skills that are ESSENTIAL to at least one of the roles, either themselves or through a choice that they satisfy.
 * O(needs of the roles · skills that satisfy a choice).
 * @param roles indexes of the roles after the first
 * @param learned indexes of skills, each the representative of its EXACT class
 */
export function countEssential(network: Network, roles: readonly number[], learned: ReadonlySet<number>): number {
  const { needStart, needSkill, needEssential, representativeOf, choices } = network.columns;
  const essential = new Set<number>();
  for (const role of roles) {
    for (let need = needStart[role]!; need < needStart[role + 1]! && needEssential[need] === 1; need++) {
      const skill = representativeOf[needSkill[need]!]!;
      if (learned.has(skill)) essential.add(skill);
      for (const satisfier of choices.get(skill) ?? []) if (learned.has(satisfier)) essential.add(satisfier);
    }
  }
  return essential.size;
}
