import type { Network } from "../network/Network.js";
import type { HeldLevel } from "../query/HeldLevel.js";

/** A held level meets a need if it is below the needed level by less than this. */
const TOLERANCE = 0.5;

/** Levels at which a skill is held, by the ordinal of the dataset that declares their scale; empty if it is held without a level. */
type Levels = Map<number, number>;

/**
 * The skills that a person holds; the set grows as they learn. A skill is held if it was added, or if it offers a choice and a skill that
 * satisfies it was added. Skills of one EXACT class are one skill. A skill is held with or without a level. For a need, a level on the
 * scale of another dataset counts as no level.
 */
export class SkillsHeld {
  /** By the representative of the EXACT class. */
  private readonly skills = new Map<number, Levels>();

  /** @param skillIds skills held from the start; ids that the network does not know are ignored, because they satisfy nothing */
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
   * The skills of a person who comes from a role and holds further skills.
   * @param fromId the role that the person comes from; null if there is none
   * @param levels levels that the person states for skills; they override all other levels
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
      if (skill !== undefined) held.skills.set(network.columns.representativeOf[skill]!, new Map([[part, level]]));
    }
    return held;
  }

  /** Adds all skills that a role needs, at the levels at which it needs them. */
  addNeedsOf(role: number): void {
    const { needStart } = this.network.columns;
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) this.learn(need, role);
  }

  /** Adds a skill without a level, unless it is already held. */
  add(skill: number): void {
    const representative = this.network.columns.representativeOf[skill]!;
    if (!this.skills.has(representative)) this.skills.set(representative, new Map());
  }

  /** Adds the skill of a need of a role, and raises its level to that of the need if the level held is lower. */
  learn(need: number, role: number): void {
    const { needSkill, needLevel, partOf, representativeOf } = this.network.columns;
    this.add(needSkill[need]!);
    const level = needLevel[need]!;
    const levels = this.skills.get(representativeOf[needSkill[need]!]!)!;
    const part = partOf[role]!;
    if (!Number.isNaN(level)) levels.set(part, Math.max(level, levels.get(part) ?? -Infinity));
  }

  /** Whether a skill, by index, is held at any level or without one. */
  has(skill: number): boolean {
    const { representativeOf, choices } = this.network.columns;
    const representative = representativeOf[skill]!;
    if (this.skills.has(representative)) return true;
    return choices.get(representative)?.some((satisfier) => this.skills.has(satisfier)) === true;
  }

  /** Whether a skill, by index, is held at a level, which may be too low for some need. */
  hasLevel(skill: number): boolean {
    const levels = this.skills.get(this.network.columns.representativeOf[skill]!);
    return levels !== undefined && levels.size > 0;
  }

  /** Every skill that is held, including satisfied choices, as the representatives of their EXACT classes. O(skills held + choices). */
  satisfied(): number[] {
    const choices = [...this.network.columns.choices.keys()].filter((choice) => this.has(choice));
    return [...new Set([...this.skills.keys(), ...choices])];
  }

  /** Whether a skill, by id, is held; false for one that the network does not know. */
  hasId(skillId: string): boolean {
    const skill = this.network.columns.skillIndexes.get(skillId);
    return skill !== undefined && this.has(skill);
  }

  /** The level at which the skill of a need is held, if it is too low for the need; otherwise NaN. */
  levelToRaise(need: number, role: number): number {
    const { needSkill, needLevel, partOf, representativeOf } = this.network.columns;
    const level = this.skills.get(representativeOf[needSkill[need]!]!)?.get(partOf[role]!) ?? NaN;
    return level <= needLevel[need]! - TOLERANCE ? level : NaN;
  }

  /** Whether a need of a role is met: its skill is held, and not at too low a level. */
  meets(need: number, role: number): boolean {
    return this.has(this.network.columns.needSkill[need]!) && Number.isNaN(this.levelToRaise(need, role));
  }

  /**
   * The needs of a role that the person must learn, as positions among the network's needs: ESSENTIAL first, then by skill. Omits a
   * choice that another need of the role satisfies, because it is held already or is learned with that need.
   */
  missingFor(role: number): number[] {
    const { needStart, needSkill, needCovered } = this.network.columns;
    const missing: number[] = [];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      if (needCovered[need] === 0 && !this.has(needSkill[need]!)) missing.push(need);
    }
    return missing;
  }

  /** The needs of a role whose skill the person holds at too low a level: ESSENTIAL first, then by skill. */
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

/** A need, as a position among the network's needs, with the lower level at which its skill is held. */
interface NeedToRaise {
  readonly need: number;
  readonly heldLevel: number;
}
