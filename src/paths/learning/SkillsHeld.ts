import type { Network } from "../network/Network.js";
import type { HeldLevel } from "../query/HeldLevel.js";

/** A need is met by a level that is less than so much below its own. */
const TOLERANCE = 0.5;

/** Levels at which a skill is held, by the place of the dataset whose scale they are on; empty if it is held without level. */
type Levels = Map<number, number>;

/**
 * The skills of a person, growing as they learn. A skill is held when it was taken in itself, or when it offers a choice and one of
 * what satisfies it was; skills of one EXACT class are one. It is held at a level, or without one; a level on another dataset's scale than that of a need counts as none.
 */
export class SkillsHeld {
  /** By the skill that stands for the class. */
  private readonly skills = new Map<number, Levels>();

  /** @param skillIds skills held to begin with; ids that the network does not know satisfy nothing and are left out */
  constructor(
    private readonly network: Network,
    skillIds: readonly string[] = [],
  ) {
    for (const id of skillIds) {
      const skill = network.columns.skillIndexes.get(id);
      if (skill !== undefined) this.add(skill);
    }
  }

  /**
   * The skills of someone who comes from a role, by id, and holds others besides; null comes from none.
   * @param levels levels that the person gives for skills, which decide alone
   */
  static of(
    network: Network,
    fromId: string | null,
    skillIds: readonly string[],
    levels: readonly HeldLevel[] = [],
  ): SkillsHeld {
    const held = new SkillsHeld(network, skillIds);
    if (fromId !== null) held.addNeedsOf(network.indexOf(fromId));
    for (const { skillId, part, level } of levels) {
      const skill = network.columns.skillIndexes.get(skillId);
      if (skill !== undefined) held.skills.set(network.columns.sameSkill[skill]!, new Map([[part, level]]));
    }
    return held;
  }

  /** Takes in all that a role needs, at the levels at which it needs them. */
  addNeedsOf(role: number): void {
    const { needStart } = this.network.columns;
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) this.learn(need, role);
  }

  /** Takes a skill in without level, unless it is held already. */
  add(skill: number): void {
    const standing = this.network.columns.sameSkill[skill]!;
    if (!this.skills.has(standing)) this.skills.set(standing, new Map());
  }

  /** Takes in what a need of a role asks for: its skill, at its level where that is greater than the level held. */
  learn(need: number, role: number): void {
    const { needSkill, needLevel, partOf, sameSkill } = this.network.columns;
    this.add(needSkill[need]!);
    const level = needLevel[need]!;
    const levels = this.skills.get(sameSkill[needSkill[need]!]!)!;
    const part = partOf[role]!;
    if (!Number.isNaN(level)) levels.set(part, Math.max(level, levels.get(part) ?? -Infinity));
  }

  /** Whether a skill, by index, is held, at whatever level. */
  has(skill: number): boolean {
    const { sameSkill, choices } = this.network.columns;
    const standing = sameSkill[skill]!;
    if (this.skills.has(standing)) return true;
    return choices.get(standing)?.some((satisfier) => this.skills.has(satisfier)) === true;
  }

  /** Whether a skill, by index, is held at a level, which may be too low for some need. */
  hasLevel(skill: number): boolean {
    const levels = this.skills.get(this.network.columns.sameSkill[skill]!);
    return levels !== undefined && levels.size > 0;
  }

  /** Every skill that is held, choices that are satisfied too, by the index that stands for its class. O(skills held + choices). */
  satisfied(): number[] {
    const choices = [...this.network.columns.choices.keys()].filter((choice) => this.has(choice));
    return [...new Set([...this.skills.keys(), ...choices])];
  }

  /** Whether a skill, by id, is held; false for one that the network does not know. */
  hasId(skillId: string): boolean {
    const skill = this.network.columns.skillIndexes.get(skillId);
    return skill !== undefined && this.has(skill);
  }

  /** The level at which the skill of a role's need is held, where that is too low for it; NaN where it is not. */
  levelToRaise(need: number, role: number): number {
    const { needSkill, needLevel, partOf, sameSkill } = this.network.columns;
    const level = this.skills.get(sameSkill[needSkill[need]!]!)?.get(partOf[role]!) ?? NaN;
    return level <= needLevel[need]! - TOLERANCE ? level : NaN;
  }

  /** Whether a need of a role is met: its skill is held, and at no level that is too low for it. */
  meets(need: number, role: number): boolean {
    return this.has(this.network.columns.needSkill[need]!) && Number.isNaN(this.levelToRaise(need, role));
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

  /** What a role needs of which this person holds too low a level: ESSENTIAL first, then by skill. */
  toRaiseFor(role: number): NeedToRaise[] {
    const { needStart } = this.network.columns;
    const toRaise: NeedToRaise[] = [];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      const heldLevel = this.levelToRaise(need, role);
      if (!Number.isNaN(heldLevel)) toRaise.push({ need, heldLevel });
    }
    return toRaise;
  }
}

/** A need, by its position among the network's, with the lower level at which its skill is held. */
export interface NeedToRaise {
  readonly need: number;
  readonly heldLevel: number;
}
