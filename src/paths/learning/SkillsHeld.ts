import type { Network } from "../network/Network.js";

/**
 * The skills of a person, growing as they learn. A skill is held when it was taken in itself, or when it offers a choice and one of
 * what satisfies it was.
 */
export class SkillsHeld {
  private readonly skills = new Set<number>();

  /** @param skillIds skills held to begin with; ids that the network does not know satisfy nothing and are left out */
  constructor(
    private readonly network: Network,
    skillIds: readonly string[] = [],
  ) {
    for (const id of skillIds) {
      const skill = network.columns.skillIndexes.get(id);
      if (skill !== undefined) this.skills.add(skill);
    }
  }

  /** The skills of someone who comes from a role, by id, and holds others besides; null comes from none. */
  static of(network: Network, fromId: string | null, skillIds: readonly string[]): SkillsHeld {
    const held = new SkillsHeld(network, skillIds);
    if (fromId !== null) held.addNeedsOf(network.indexOf(fromId));
    return held;
  }

  /** Takes in all that a role needs. */
  addNeedsOf(role: number): void {
    const { needStart, needSkill } = this.network.columns;
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) this.skills.add(needSkill[need]!);
  }

  add(skill: number): void {
    this.skills.add(skill);
  }

  /** Whether a skill, by index, is held. */
  has(skill: number): boolean {
    if (this.skills.has(skill)) return true;
    return this.network.columns.choices.get(skill)?.some((satisfier) => this.skills.has(satisfier)) === true;
  }

  /** Whether a skill, by id, is held; false for one that the network does not know. */
  hasId(skillId: string): boolean {
    const skill = this.network.columns.skillIndexes.get(skillId);
    return skill !== undefined && this.has(skill);
  }

  /**
   * Positions among the network's needs of what a role needs and this person has to learn for it: ESSENTIAL first, then by skill. A
   * choice that another need of the role satisfies is held already or is learned with that one, so it is left out.
   */
  missingFor(role: number): number[] {
    const { needStart, needSkill, needCovered } = this.network.columns;
    const missing: number[] = [];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      if (needCovered[need] === 0 && !this.has(needSkill[need]!)) missing.push(need);
    }
    return missing;
  }
}
