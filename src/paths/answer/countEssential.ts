import type { Network } from "../network/Network.js";

/**
 * How many of the learned skills some role needs as ESSENTIAL: the skill itself, or a choice that it satisfies.
 * O(needs of the roles · skills that satisfy a choice).
 * @param roles those that the path reaches, by index
 * @param learned skills by index, each standing for its EXACT class
 */
export function countEssential(network: Network, roles: readonly number[], learned: ReadonlySet<number>): number {
  const { needStart, needSkill, needEssential, sameSkill, choices } = network.columns;
  const essential = new Set<number>();
  for (const role of roles) {
    for (let need = needStart[role]!; need < needStart[role + 1]! && needEssential[need] === 1; need++) {
      const skill = sameSkill[needSkill[need]!]!;
      if (learned.has(skill)) essential.add(skill);
      for (const satisfier of choices.get(skill) ?? []) if (learned.has(satisfier)) essential.add(satisfier);
    }
  }
  return essential.size;
}
