import { append } from "../../model/append.js";
import { doubled } from "../collections/doubled.js";
import type { Network } from "../network/Network.js";
import type { SkillsHeld } from "./SkillsHeld.js";

/** In `numberOf`: no label has met the skill yet. */
const UNMET = -1;
/** In `numberOf`: every path brings the skill, so all labels count it from the start. */
const GIVEN = -2;

/** The initial capacity in labels. */
const FIRST_LABELS = 1024;

/** The needs of a role that are not met from the start, as skill numbers. */
interface RoleNeeds {
  /** Each of these is learned or raised unless that happened before. A skill counts once, however often it is raised. */
  readonly plain: Int32Array;
  /** Skills that offer a choice. Each is learned unless it or a skill that satisfies it was learned before. */
  readonly choices: Int32Array;
}

/**
 * The set of skills that each label learned or raised, as bits, with its size. Once a skill that satisfies a choice is held, the choice
 * is held too and need not be learned. Skills get numbers when a label first meets them, so the width of a set depends on how many skills
 * the search has met, not on how many the network has.
 */
export class LearnedSkills {
  private readonly numberOf: Int32Array;
  /** The skill of each number. */
  private readonly skillOf: number[] = [];
  private readonly needsOf = new Map<number, RoleNeeds>();
  /** The numbers of the choices that a skill satisfies, by the skill's number. */
  private readonly satisfiedBy: (readonly number[])[] = [];
  private readonly choicesOf = new Map<number, number[]>();
  /** The number of 32-bit words of a set. */
  private wordsEach: number;
  private words: Uint32Array;
  private counts = new Int32Array(FIRST_LABELS);

  /**
   * @param held skills held from the start
   * @param given skills that every path brings; they must not offer a choice
   */
  constructor(
    private readonly network: Network,
    private readonly held: SkillsHeld,
    private readonly given: readonly number[] = [],
  ) {
    this.numberOf = new Int32Array(network.skillCount).fill(UNMET);
    for (const skill of given) this.numberOf[skill] = GIVEN;
    // Choices are numbered now, because a skill that satisfies one matters before any label has met the choice.
    const open = [...network.columns.choices].filter(([skill]) => !held.has(skill));
    for (const [skill] of open) this.numberOf[skill] = this.skillOf.push(skill) - 1;
    for (const [skill, satisfiers] of open) {
      for (const satisfier of satisfiers) append(this.choicesOf, satisfier, this.numberOf[skill]!);
    }
    for (const [skill] of open) this.satisfiedBy.push(this.choicesOf.get(skill) ?? []);
    this.wordsEach = Math.max(4, Math.ceil(this.skillOf.length / 32));
    this.words = new Uint32Array(this.counts.length * this.wordsEach);
  }

  /** The number of 32-bit words of a set. It grows as labels meet more skills. */
  get width(): number {
    return this.wordsEach;
  }

  /** How many skills have no number because every path brings them. */
  get givenCount(): number {
    return this.given.length;
  }

  /** How many skills a label has learned. */
  count(label: number): number {
    return this.counts[label]!;
  }

  /**
   * Renumbers the skills for a search in which every path brings some of them. Those get no number any more, unless they satisfy a
   * choice: the step at which they are learned decides whether the choice must be learned.
   * @param brought numbers of the skills that every path brings
   */
  renumbered(brought: readonly number[]): LearnedSkills {
    const given = brought.map((number) => this.skillOf[number]!).filter((skill) => !this.choicesOf.has(skill));
    return new LearnedSkills(this.network, this.held, [...this.given, ...given]);
  }

  /** Gives a label the initial set: only what every path brings. */
  clear(label: number): void {
    this.makeRoom(label);
    this.words.fill(0, label * this.wordsEach, (label + 1) * this.wordsEach);
    this.counts[label] = this.given.length;
  }

  /** Gives a label the set of another. */
  copy(from: number, label: number): void {
    const { words, wordsEach } = this;
    words.copyWithin(label * wordsEach, from * wordsEach, (from + 1) * wordsEach);
    this.counts[label] = this.counts[from]!;
  }

  /** Gives a label the set of another plus the needs of a role. `from` and `label` may be equal. */
  learn(from: number, label: number, role: number): void {
    const { plain, choices } = this.needs(role);
    this.makeRoom(label);
    if (from !== label) this.copy(from, label);
    // `needs` omits choices that another need of the role satisfies, so only skills learned before matter here.
    const chosen = choices.length === 0 ? choices : choices.filter((need) => !this.has(label, need));
    for (let i = 0; i < plain.length; i++) this.take(label, plain[i]!);
    for (let i = 0; i < chosen.length; i++) {
      this.hold(label, chosen[i]!);
      this.counts[label]!++;
    }
  }

  /**
   * A lower bound on the skills of a label after it passes one of some roles. Choices do not count, because parts learned before may
   * satisfy them.
   */
  leastWith(label: number, roles: readonly number[]): number {
    let least = Infinity;
    for (const role of roles) {
      const { plain } = this.needs(role);
      let count = this.counts[label]!;
      for (let i = 0; i < plain.length; i++) if (!this.has(label, plain[i]!)) count++;
      least = Math.min(least, count);
    }
    return least;
  }

  /** The size of the union of a label's skills and a set. */
  countWithSet(label: number, set: Uint32Array, start: number, width: number): number {
    const { words, wordsEach } = this;
    const base = label * wordsEach;
    let count = this.counts[label]!;
    for (let i = 0; i < width; i++) {
      const missing = set[start + i]! & ~words[base + i]!;
      if (missing !== 0) count += bitCount(missing);
    }
    return count;
  }

  /**
   * An upper bound on how many more skills `label` ends with than `other`, for any common continuation: the difference so far, plus the
   * skills that `other` holds and `label` may still have to learn. Once the bound exceeds 0, it is returned without counting further.
   * @param future the set, from `start` on, of the skills that a continuation may need; null if any skill may be needed
   */
  excess(label: number, other: number, future: Uint32Array | null, start: number, futureWidth: number): number {
    const { words, wordsEach } = this;
    let excess = this.counts[label]! - this.counts[other]!;
    if (excess > 0) return excess;
    const [base, otherBase] = [label * wordsEach, other * wordsEach];
    const width = future === null ? wordsEach : futureWidth;
    for (let i = 0; i < width; i++) {
      let lacking = words[otherBase + i]! & ~words[base + i]!;
      if (lacking === 0) continue;
      if (future !== null) lacking &= future[start + i]!;
      excess += bitCount(lacking);
      if (excess > 0) return excess;
    }
    return excess;
  }

  /** The needs of a role that are not met from the start, without choices that another of its needs satisfies. */
  needs(role: number): RoleNeeds {
    const known = this.needsOf.get(role);
    if (known !== undefined) return known;
    const { needStart, needSkill, needCovered, representativeOf, choices } = this.network.columns;
    const plain: number[] = [];
    const offering: number[] = [];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      if (needCovered[need] === 1) continue;
      const skill = representativeOf[needSkill[need]!]!;
      if (this.numberOf[skill] === GIVEN || this.held.meets(need, role)) continue;
      if (this.numberOf[skill] === UNMET) {
        this.numberOf[skill] = this.skillOf.push(skill) - 1;
        this.satisfiedBy.push(this.choicesOf.get(skill) ?? []);
      }
      (choices.has(skill) ? offering : plain).push(this.numberOf[skill]!);
    }
    if (this.skillOf.length > this.wordsEach * 32) this.widen();
    const needs = { plain: Int32Array.from(plain), choices: Int32Array.from(offering) };
    this.needsOf.set(role, needs);
    return needs;
  }

  private has(label: number, number: number): boolean {
    return (this.words[label * this.wordsEach + (number >>> 5)]! & (1 << (number & 31))) !== 0;
  }

  private take(label: number, number: number): void {
    const word = label * this.wordsEach + (number >>> 5);
    const bit = 1 << (number & 31);
    if ((this.words[word]! & bit) !== 0) return;
    this.words[word]! |= bit;
    this.counts[label]!++;
    if (this.choicesOf.size > 0) for (const choice of this.satisfiedBy[number]!) this.hold(label, choice);
  }

  private hold(label: number, number: number): void {
    this.words[label * this.wordsEach + (number >>> 5)]! |= 1 << (number & 31);
    if (this.satisfiedBy[number]!.length === 0) return;
    for (const choice of this.satisfiedBy[number]!) if (!this.has(label, choice)) this.hold(label, choice);
  }

  private widen(): void {
    const width = 2 * Math.max(this.wordsEach, Math.ceil(this.skillOf.length / 32));
    const words = new Uint32Array(this.counts.length * width);
    for (let label = 0; label < this.counts.length; label++) {
      words.set(this.words.subarray(label * this.wordsEach, (label + 1) * this.wordsEach), label * width);
    }
    this.words = words;
    this.wordsEach = width;
  }

  private makeRoom(label: number): void {
    if (label < this.counts.length) return;
    this.counts = doubled(this.counts);
    const words = new Uint32Array(this.words.length * 2);
    words.set(this.words);
    this.words = words;
  }
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
