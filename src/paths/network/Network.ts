import type { Basis } from "../../model/Basis.js";
import type { Closeness } from "../../model/Closeness.js";
import type { Importance } from "../../model/Importance.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import type { TransitionKind } from "../../model/TransitionKind.js";

/** Kinds by the number that stands for them in a step's traits. */
export const KINDS: readonly TransitionKind[] = [
  "PROMOTION",
  "LATERAL",
  "SPECIALIZATION",
  "TRACK_CHANGE",
  "RELATED",
  "SAME_WORK",
];

/** Bits of a step's traits that hold the number of its kind. */
export const KIND_BITS = 0b00_0111;
/** Trait of a step that the dataset infers. */
export const INFERRED_BIT = 0b00_1000;
/** Trait of a step whose years are unknown, so that its months are assumed. */
export const ASSUMED_BIT = 0b01_0000;
/** Trait of a step whose years are unknown and for which there is no figure to assume; it counts UNTIMED_MONTHS. */
export const UNTIMED_BIT = 0b10_0000;
/** Months that an untimed step counts where paths are ordered or bounded. */
export const UNTIMED_MONTHS = 12;

/** Closeness of a step by the number that stands for it in the step's traits; the farther, the less, and 0 where it is not measured. */
export const CLOSENESSES: readonly (Closeness | null)[] = [null, "DISTANT", "RELATED", "CLOSE"];
/** Where the two bits of a step's traits stand that hold the number of its closeness. */
export const CLOSENESS_SHIFT = 6;
/** From here on the bits of a step's traits hold the levels by which preparation rises; 0 where it does not, or is not known. */
export const RISE_SHIFT = 8;
/** The most levels that the traits can hold, which is as many as a preparation can have. */
export const MOST_RISE = 15;

/** The closeness that traits hold; null if it is not measured. */
export function closenessOf(traits: number): Closeness | null {
  return CLOSENESSES[(traits >> CLOSENESS_SHIFT) & 0b11]!;
}

/** Stands in `trackOf` for a role on no track. */
export const NO_TRACK = -1;

/** Stands in `seniorityOf` for a role that has none. */
export const NO_SENIORITY = 0;

/** Most months one step may take (100 years), which bounds every sum of months. */
export const MOST_MONTHS = 1200;
/** Bits of a step that hold the role at its other end; the bits above hold its months. */
const ROLE_BITS = 21;
/**
 * Most roles a network may have. A path has fewer steps than there are roles, so (steps, months) packed into one number stays
 * below 2^21 · (2^21 · 1200) < 2^53 and is exact.
 */
export const MOST_ROLES = 1 << ROLE_BITS;

/** A step of a row as one number of 32 bits, by months and then by the role at its other end. */
export function packStep(months: number, role: number): number {
  return ((months << ROLE_BITS) | role) >>> 0;
}

/** The role at the other end of a packed step. */
export function roleOf(step: number): number {
  return step & (MOST_ROLES - 1);
}

/** Months counted for a packed step, assumed ones included. */
export function monthsOf(step: number): number {
  return step >>> ROLE_BITS;
}

/** The sorts of step that differ in what is assumed: those that rise in the career, and all others. */
export type StepSort = "rising" | "level";

/** What is counted for a step of unknown time. */
export interface Assumption {
  readonly months: number;
  /** Why, where the dataset declares the figure; null if it is the median of the known steps of that sort. */
  readonly note: string | null;
}

/** What a dataset assumes for each sort of step; null if it has no figure. */
export type Assumptions = Readonly<Record<StepSort, Assumption | null>>;

/** The columns of a network, as `buildNetwork` lays them out. */
export interface NetworkColumns {
  readonly revision: string;
  /** Ids in code-unit order, so that comparing roles by index is comparing their ids. */
  readonly roleIds: readonly string[];
  /** The index of each role id. */
  readonly roleIndexes: ReadonlyMap<string, number>;
  readonly titles: readonly string[];
  /** The place of each role in the order in which roles are listed: by title, then by id. */
  readonly listOrdinalOf: Int32Array;
  /** Index into `trackIds`, or NO_TRACK. */
  readonly trackOf: Int32Array;
  readonly trackIds: readonly string[];
  /** Place of each role's dataset among those served. */
  readonly partOf: Int32Array;
  /** Whether some step joins roles of different datasets. */
  readonly joinsParts: boolean;
  readonly attributes: readonly RoleAttributes[];
  /** From 1, or NO_SENIORITY. */
  readonly seniorityOf: Uint8Array;

  /**
   * Steps out of role r stand at outStart[r] up to, not including, outStart[r + 1], packed with the role that they lead to: the
   * shortest first, then by role. One read of memory brings both, and a search from the nearest on reads as far as it must.
   */
  readonly outStart: Uint32Array;
  readonly outSteps: Uint32Array;
  readonly outTraits: Uint16Array;
  /** The same steps by the role that they lead to, packed with the role that they leave. */
  readonly inStart: Uint32Array;
  readonly inSteps: Uint32Array;
  readonly inTraits: Uint16Array;
  /** By the place of a dataset, what is assumed for steps to its roles whose years are unknown. */
  readonly assumptions: readonly Assumptions[];
  /** The greatest value of any step's traits; 0 where there is none. */
  readonly mostTraits: number;
  /** The most months counted for any step. */
  readonly mostMonths: number;
  /** The fewest months counted for any step; 0 where there is none. */
  readonly leastMonths: number;

  readonly skillIds: readonly string[];
  readonly skillIndexes: ReadonlyMap<string, number>;
  /**
   * The skill that stands for each skill wherever skills are held, learned, compared or counted: the first of its EXACT class, which
   * is the skill itself where nothing matches it.
   */
  readonly sameSkill: Uint32Array;
  /** Skills that role r needs stand at needStart[r] up to needStart[r + 1]: ESSENTIAL first, then by index. */
  readonly needStart: Uint32Array;
  readonly needSkill: Uint32Array;
  readonly needEssential: Uint8Array;
  /** On the scale of the dataset of the role that needs the skill; NaN where the need has no level. */
  readonly needLevel: Float64Array;
  /** 1 for a choice that another need of the same role satisfies: whoever learns for the role learns that one alone. */
  readonly needCovered: Uint8Array;
  /**
   * Roles that need skill s, or one of its EXACT class, stand at neededStart[s] up to neededStart[s + 1], by index, where s stands for
   * the class; so does whether it is ESSENTIAL to them.
   */
  readonly neededStart: Uint32Array;
  readonly neededBy: Uint32Array;
  readonly neededEssential: Uint8Array;
  /** For each skill that offers a choice, every skill that satisfies it, through choices among its parts too; both stand for their classes. */
  readonly choices: ReadonlyMap<number, readonly number[]>;
  readonly buildsOn: ReadonlyMap<number, readonly number[]>;
  /** The same links the other way: the skills that build on each, by index. */
  readonly buildsInto: ReadonlyMap<number, readonly number[]>;
}

/** A snapshot of roles, transitions and needed skills in typed arrays, built once a revision and never changed. */
export class Network {
  readonly revision: string;
  readonly roleCount: number;
  readonly skillCount: number;

  /** @param columns arrays as `buildNetwork` lays them out; the searches read them directly */
  constructor(readonly columns: NetworkColumns) {
    this.revision = columns.revision;
    this.roleCount = columns.roleIds.length;
    this.skillCount = columns.skillIds.length;
  }

  /** Whether a role of this id exists. */
  has(roleId: string): boolean {
    return this.columns.roleIndexes.has(roleId);
  }

  /**
   * The index of a role.
   * @throws Error where the network has no such role
   */
  indexOf(roleId: string): number {
    const index = this.columns.roleIndexes.get(roleId);
    if (index === undefined) throw new Error(`The network of revision ${this.revision} has no role "${roleId}".`);
    return index;
  }

  /** The id of the role with an index. */
  roleId(role: number): string {
    return this.columns.roleIds[role]!;
  }

  title(roleId: string): string {
    return this.columns.titles[this.indexOf(roleId)]!;
  }

  /** The track a role is on; null if it is on none. */
  trackId(roleId: string): string | null {
    const track = this.columns.trackOf[this.indexOf(roleId)]!;
    return track === NO_TRACK ? null : this.columns.trackIds[track]!;
  }

  /** The degree that a role needs: of its MINIMUM degrees the lowest; null if it asks for none. */
  degreeNeeded(roleId: string): RoleAttributes["degree"] {
    return this.columns.attributes[this.indexOf(roleId)]!.degree;
  }

  /** What a role needs: ESSENTIAL first, then by skill id. */
  skillsNeeded(roleId: string): { readonly skillId: string; readonly importance: Importance }[] {
    const { needStart, needSkill, needEssential, skillIds } = this.columns;
    const role = this.indexOf(roleId);
    const needs: { skillId: string; importance: Importance }[] = [];
    for (let need = needStart[role]!; need < needStart[role + 1]!; need++) {
      needs.push({
        skillId: skillIds[needSkill[need]!]!,
        importance: needEssential[need] === 1 ? "ESSENTIAL" : "USEFUL",
      });
    }
    return needs;
  }

  /** Whether roles of one dataset, among some that all need a skill, need it at different levels. */
  levelsDiffer(skillId: string, roleIds: readonly string[]): boolean {
    const { needStart, needSkill, needLevel, partOf, sameSkill } = this.columns;
    const skill = this.skillStandingFor(skillId);
    const levelOf = new Map<number, number>();
    return roleIds.some((roleId) => {
      const role = this.indexOf(roleId);
      let need = needStart[role]!;
      while (need < needStart[role + 1]! && sameSkill[needSkill[need]!] !== skill) need++;
      if (need === needStart[role + 1]) return false;
      const [level, part] = [needLevel[need]!, partOf[role]!];
      const other = levelOf.get(part);
      levelOf.set(part, level);
      return other !== undefined && !Object.is(other, level);
    });
  }

  /** Ids of the roles that need a skill or one of its EXACT class, by id; none for a skill that the network does not know. */
  rolesNeeding(skillId: string): string[] {
    const { skillIndexes, neededStart, neededBy, roleIds } = this.columns;
    if (!skillIndexes.has(skillId)) return [];
    const skill = this.skillStandingFor(skillId);
    return Array.from(neededBy.subarray(neededStart[skill]!, neededStart[skill + 1]!), (role) => roleIds[role]!);
  }

  /**
   * Places, in the order in which roles are listed, of the roles that need one of some skills itself and not merely another of its
   * EXACT class; ascending. O(needs of the roles that need the classes).
   */
  ordinalsOfRolesNeeding(skillIds: readonly string[]): number[] {
    const { needStart, needSkill, sameSkill, neededStart, neededBy, listOrdinalOf } = this.columns;
    const wanted = new Set(skillIds.map((id) => this.skillIndexOf(id)));
    const ordinals = new Set<number>();
    for (const skill of wanted) {
      const standing = sameSkill[skill]!;
      for (let at = neededStart[standing]!; at < neededStart[standing + 1]!; at++) {
        const role = neededBy[at]!;
        if (ordinals.has(listOrdinalOf[role]!)) continue;
        let need = needStart[role]!;
        while (need < needStart[role + 1]! && !wanted.has(needSkill[need]!)) need++;
        if (need < needStart[role + 1]!) ordinals.add(listOrdinalOf[role]!);
      }
    }
    return [...ordinals].sort((left, right) => left - right);
  }

  /**
   * The index of a skill.
   * @throws Error where the network has no such skill
   */
  skillIndexOf(skillId: string): number {
    const index = this.columns.skillIndexes.get(skillId);
    if (index === undefined) throw new Error(`The network of revision ${this.revision} has no skill "${skillId}".`);
    return index;
  }

  /**
   * The index of the skill that stands for a skill's EXACT class: equal for two ids where they are one skill.
   * @throws Error where the network has no such skill
   */
  skillStandingFor(skillId: string): number {
    return this.columns.sameSkill[this.skillIndexOf(skillId)]!;
  }

  /** Ids of the skills that offer a choice which a skill satisfies, one of each EXACT class, by id. O(choices). */
  choicesSatisfiedBy(skillId: string): string[] {
    const skill = this.skillStandingFor(skillId);
    const satisfied = [...this.columns.choices].flatMap(([choice, satisfiers]) =>
      satisfiers.includes(skill) ? choice : [],
    );
    return satisfied.sort((left, right) => left - right).map((choice) => this.columns.skillIds[choice]!);
  }

  /** Ids of the skills that a skill builds on, by id. */
  buildsOn(skillId: string): string[] {
    const skills = this.columns.buildsOn.get(this.skillIndexOf(skillId)) ?? [];
    return skills.map((skill) => this.columns.skillIds[skill]!);
  }

  /** Ids of the skills that build on a skill, by id. */
  buildsInto(skillId: string): string[] {
    const skills = this.columns.buildsInto.get(this.skillIndexOf(skillId)) ?? [];
    return skills.map((skill) => this.columns.skillIds[skill]!);
  }

  /** The position of the step between two roles among the out-going steps; -1 where there is none. Linear in the steps of a role. */
  findStep(from: number, to: number): number {
    const { outStart, outSteps } = this.columns;
    for (let step = outStart[from]!; step < outStart[from + 1]!; step++)
      if (roleOf(outSteps[step]!) === to) return step;
    return -1;
  }

  kindOfStep(step: number): TransitionKind {
    return KINDS[this.columns.outTraits[step]! & KIND_BITS]!;
  }

  /** The sort of the step between two roles: it rises where it is a PROMOTION or leads to a role of higher seniority. */
  sortOfStep(from: number, to: number, step: number): StepSort {
    return stepSort(this.columns, from, to, this.columns.outTraits[step]!);
  }

  /** What the dataset of the role that a step leads to assumes for its sort; null if it has no figure, and for SAME_WORK. */
  assumptionOfStep(from: number, to: number, step: number): Assumption | null {
    const { assumptions, partOf } = this.columns;
    if (this.kindOfStep(step) === "SAME_WORK") return null;
    return assumptions[partOf[to]!]![this.sortOfStep(from, to, step)];
  }

  basisOfStep(step: number): Basis {
    return (this.columns.outTraits[step]! & INFERRED_BIT) === 0 ? "STATED" : "INFERRED";
  }
}

/** The sort of a step between two roles, by its traits. The seniorities of two datasets do not compare. */
export function stepSort(
  { seniorityOf, partOf }: Pick<NetworkColumns, "seniorityOf" | "partOf">,
  from: number,
  to: number,
  traits: number,
): StepSort {
  const [before, after] = [seniorityOf[from]!, seniorityOf[to]!];
  const rises = partOf[from] === partOf[to] && before !== NO_SENIORITY && after > before;
  return rises || KINDS[traits & KIND_BITS] === "PROMOTION" ? "rising" : "level";
}
