import type { Network } from "../network/Network.js";
import type { SkillsHeld } from "./SkillsHeld.js";

/** Stands in `numberOf` for a skill that no label has met yet. */
const UNMET = -1;
/** Stands in `numberOf` for a skill held from the start, which is never learned. */
const HELD = -2;

/** A skill that offers a choice, by number, with the skills that satisfy it, by index. */
interface Choice {
  readonly number: number;
  readonly satisfiers: readonly number[];
}

/**
 * The set of skills that each label has had to learn, as bits. Skills get numbers as labels meet them, so that sets are as wide as
 * what the search has met and not as what the network holds.
 */
export class LearnedSkills {
  private readonly numberOf: Int32Array;
  private readonly needsOf = new Map<number, Int32Array>();
  /** By the number of a skill, where it offers a choice. */
  private readonly choices = new Map<number, Choice>();
  private met = 0;
  /** Words of 32 bits that a set takes. */
  private width: number;
  private words: Uint32Array;
  private counts = new Int32Array(1024);

  /** @param held skills held from the start */
  constructor(
    private readonly network: Network,
    held: SkillsHeld,
  ) {
    this.numberOf = new Int32Array(network.skillCount).fill(UNMET);
    for (let skill = 0; skill < network.skillCount; skill++) if (held.has(skill)) this.numberOf[skill] = HELD;
    // Choices are numbered at once: what satisfies one matters before any label has met it.
    for (const [skill, satisfiers] of network.columns.choices) {
      if (this.numberOf[skill] === HELD) continue;
      this.choices.set(this.met, { number: this.met, satisfiers });
      this.numberOf[skill] = this.met++;
    }
    this.width = Math.max(4, Math.ceil(this.met / 32));
    this.words = new Uint32Array(this.counts.length * this.width);
  }

  /** How many skills a label has learned. */
  count(label: number): number {
    return this.counts[label]!;
  }

  /** Gives a label the empty set. */
  clear(label: number): void {
    this.makeRoom(label);
    this.words.fill(0, label * this.width, (label + 1) * this.width);
    this.counts[label] = 0;
  }

  /** Gives a label the set of another, and all that a role needs besides; the two labels may be one. */
  learn(from: number, label: number, role: number): void {
    const needs = this.needs(role);
    this.makeRoom(label);
    const { words, width, choices } = this;
    const base = label * width;
    if (from !== label) words.copyWithin(base, from * width, (from + 1) * width);
    let count = this.counts[from]!;
    // No need of the role satisfies a choice among them (`needs`), so each is judged by what was learned before.
    const chosen = choices.size === 0 ? null : needs.filter((need) => this.isChosen(label, need));
    for (let i = 0; i < needs.length; i++) {
      const need = needs[i]!;
      if (chosen?.includes(need)) continue;
      const word = base + (need >>> 5);
      const bit = 1 << (need & 31);
      if ((words[word]! & bit) === 0) {
        words[word]! |= bit;
        count++;
      }
    }
    this.counts[label] = count;
  }

  /** Skills of a label at least, once it has passed a role as well: choices are left out, as parts learned before may satisfy them. */
  countWith(label: number, role: number): number {
    const needs = this.needs(role);
    const { words, width, choices } = this;
    let count = this.counts[label]!;
    for (let i = 0; i < needs.length; i++) {
      const need = needs[i]!;
      if ((words[label * width + (need >>> 5)]! & (1 << (need & 31))) === 0 && !choices.has(need)) count++;
    }
    return count;
  }

  /**
   * Whether, whatever both go on to, a label learns nothing that another has not learned or does not learn as well. Its set must be
   * a part of the other's, and no choice may be satisfied for the other alone.
   */
  neverLearnsMore(label: number, other: number): boolean {
    const { words, width, choices } = this;
    if (this.counts[label]! > this.counts[other]!) return false;
    for (let i = 0; i < width; i++) if ((words[label * width + i]! & ~words[other * width + i]!) !== 0) return false;
    for (const { number } of choices.values())
      if (this.isChosen(other, number) && !this.isChosen(label, number)) return false;
    return true;
  }

  /** Whether a skill that a label has not learned is satisfied by one that it has. */
  private isChosen(label: number, number: number): boolean {
    const choice = this.choices.get(number);
    if (choice === undefined || this.has(label, number)) return false;
    return choice.satisfiers.some((skill) => this.numberOf[skill]! >= 0 && this.has(label, this.numberOf[skill]!));
  }

  private has(label: number, number: number): boolean {
    return (this.words[label * this.width + (number >>> 5)]! & (1 << (number & 31))) !== 0;
  }

  /** Numbers of the skills that a role needs and that are not held from the start, less choices that another of its needs satisfies. */
  private needs(role: number): Int32Array {
    const known = this.needsOf.get(role);
    if (known !== undefined) return known;
    const { needStart, needSkill, needCovered } = this.network.columns;
    const numbers: number[] = [];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      if (needCovered[need] === 1) continue;
      const skill = needSkill[need]!;
      if (this.numberOf[skill] === UNMET) this.numberOf[skill] = this.met++;
      if (this.numberOf[skill] !== HELD) numbers.push(this.numberOf[skill]!);
    }
    if (this.met > this.width * 32) this.widen();
    const needs = Int32Array.from(numbers);
    this.needsOf.set(role, needs);
    return needs;
  }

  private widen(): void {
    const width = 2 * Math.max(this.width, Math.ceil(this.met / 32));
    const words = new Uint32Array(this.counts.length * width);
    for (let label = 0; label < this.counts.length; label++) {
      words.set(this.words.subarray(label * this.width, (label + 1) * this.width), label * width);
    }
    this.words = words;
    this.width = width;
  }

  private makeRoom(label: number): void {
    if (label < this.counts.length) return;
    const counts = new Int32Array(this.counts.length * 2);
    counts.set(this.counts);
    this.counts = counts;
    const words = new Uint32Array(this.words.length * 2);
    words.set(this.words);
    this.words = words;
  }
}
