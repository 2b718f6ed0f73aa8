import type { Basis } from "../../model/Basis.js";
import type { Closeness } from "../../model/Closeness.js";
import type { Importance } from "../../model/Importance.js";
import type { RoleAttributes } from "../../model/RoleAttributes.js";
import type { TransitionKind } from "../../model/TransitionKind.js";

/** The kinds of transition, by their number in a step's traits. */
export const KINDS: readonly TransitionKind[] = [
  "PROMOTION",
  "LATERAL",
  "SPECIALIZATION",
  "TRACK_CHANGE",
  "RELATED",
  "SAME_WORK",
];

/** The bits of a step's traits that hold the number of its kind. */
export const KIND_BITS = 0b00_0111;
/** The bit of a step's traits that says that the dataset infers the step. */
export const INFERRED_BIT = 0b00_1000;
/** The bit that says that the step's years are unknown and its months are assumed. */
export const ASSUMED_BIT = 0b01_0000;
/** The bit that says that the step's years are unknown and no figure can be assumed. The step counts as UNTIMED_MONTHS. */
export const UNTIMED_BIT = 0b10_0000;
/** The months of an untimed step wherever paths are ordered or bounded. */
export const UNTIMED_MONTHS = 12;

/** The closeness of a step, by its number in the step's traits: ascending, and 0 if it is not measured. */
export const CLOSENESSES: readonly (Closeness | null)[] = [null, "DISTANT", "RELATED", "CLOSE"];
/** The position of the two bits of a step's traits that hold the number of its closeness. */
export const CLOSENESS_SHIFT = 6;
/** The position of the bits of a step's traits that hold the levels by which preparation rises: 0 if it does not rise or is unknown. */
export const RISE_SHIFT = 8;
/** The greatest rise that fits in the traits, which is also the greatest level of a preparation. */
export const MOST_RISE = 15;

/** The closeness in a step's traits; null if it is not measured. */
export function closenessOf(traits: number): Closeness | null {
  return CLOSENESSES[(traits >> CLOSENESS_SHIFT) & 0b11]!;
}

/** In `trackOf`: the role is on no track. */
export const NO_TRACK = -1;

/** In `seniorityOf`: the role has no seniority. */
export const NO_SENIORITY = 0;

/** The most months of one step (100 years). It bounds every sum of months. */
export const MOST_MONTHS = 1200;
/** The number of low bits of a packed step that hold the role at its other end. The bits above hold its months. */
const ROLE_BITS = 21;
/**
 * The most roles of a network. A path has fewer steps than there are roles, so (steps, months) packed into one number stays below
 * 2^21 · (2^21 · 1200) < 2^53 and is exact.
 */
export const MOST_ROLES = 1 << ROLE_BITS;

/** Packs a step into 32 bits, so that numbers compare by months and then by the role at the other end. */
export function packStep(months: number, role: number): number {
  return ((months << ROLE_BITS) | role) >>> 0;
}

/** The role at the other end of a packed step. */
export function roleOf(step: number): number {
  return step & (MOST_ROLES - 1);
}

/** The months of a packed step, including assumed ones. */
export function monthsOf(step: number): number {
  return step >>> ROLE_BITS;
}

/** The two sorts of step for which different times are assumed: promotions and steps to a higher seniority, and all others. */
export type StepSort = "rising" | "level";

/** The time that is assumed for a step of unknown time. */
export interface Assumption {
  readonly months: number;
  /** The reason that the dataset gives for its figure; null if the figure is the median of the known steps of that sort. */
  readonly note: string | null;
}

/** What a dataset assumes for each sort of step; null if it offers no figure. */
export type Assumptions = Readonly<Record<StepSort, Assumption | null>>;

/** The columns of a network, as `buildNetwork` lays them out. */
export interface NetworkColumns {
  readonly revision: string;
  /** Ids in code-unit order, so comparing two indexes compares the ids. */
  readonly roleIds: readonly string[];
  /** The index of each role id. */
  readonly roleIndexes: ReadonlyMap<string, number>;
  readonly titles: readonly string[];
  /** The ordinal of each role in list order: by title, then by id. */
  readonly listOrdinalOf: Int32Array;
  /** Index into `trackIds`, or NO_TRACK. */
  readonly trackOf: Int32Array;
  readonly trackIds: readonly string[];
  /** The ordinal of each role's dataset among those served. */
  readonly partOf: Int32Array;
  /** Whether any step connects roles of different datasets. */
  readonly joinsParts: boolean;
  readonly attributes: readonly RoleAttributes[];
  /** From 1, or NO_SENIORITY. */
  readonly seniorityOf: Uint8Array;

  /**
   * The steps out of role r are those from outStart[r] up to, not including, outStart[r + 1]. Each is packed with the role that it leads
   * to, so one memory access reads both. They are ordered by months, then by role, so a search can stop reading early.
   */
  readonly outStart: Uint32Array;
  readonly outSteps: Uint32Array;
  readonly outTraits: Uint16Array;
  /** The same steps, grouped by the role that they lead to and packed with the role that they leave. */
  readonly inStart: Uint32Array;
  readonly inSteps: Uint32Array;
  readonly inTraits: Uint16Array;
  /** By ordinal of a dataset: what is assumed for steps of unknown time to its roles. */
  readonly assumptions: readonly Assumptions[];
  /** The greatest value of any step's traits; 0 if there are no steps. */
  readonly mostTraits: number;
  /** The greatest months of any step; 0 if there are no steps. */
  readonly mostMonths: number;
  /** The least months of any step; 0 if there are no steps. */
  readonly leastMonths: number;

  readonly skillIds: readonly string[];
  readonly skillIndexes: ReadonlyMap<string, number>;
  /**
   * The representative of each skill's EXACT class, by which skills are held, learned, compared and counted: the first skill of the
   * class, or the skill itself if it has no EXACT match.
   */
  readonly representativeOf: Uint32Array;
  /** The needs of role r are those from needStart[r] up to, not including, needStart[r + 1]: ESSENTIAL first, then by skill. */
  readonly needStart: Uint32Array;
  readonly needSkill: Uint32Array;
  readonly needEssential: Uint8Array;
  /** On the scale of the role's dataset; NaN if the need has no level. */
  readonly needLevel: Float64Array;
  /** 1 for a need that need not be learned: another need of the role is the same skill or satisfies this choice. */
  readonly needCovered: Uint8Array;
  /**
   * The roles that need a skill of an EXACT class with representative s are those from neededStart[s] up to, not including,
   * neededStart[s + 1], by index. `neededEssential` says whether the need is ESSENTIAL.
   */
  readonly neededStart: Uint32Array;
  readonly neededBy: Uint32Array;
  readonly neededEssential: Uint8Array;
  /**
   * The skills that satisfy each choice, including those that satisfy a choice among its parts. All are representatives of their classes.
   */
  readonly choices: ReadonlyMap<number, readonly number[]>;
  readonly buildsOn: ReadonlyMap<number, readonly number[]>;
  /** The reverse links: the skills that build on each skill, by index. */
  readonly buildsInto: ReadonlyMap<number, readonly number[]>;
}

/** Roles, transitions and needed skills of one revision, in typed arrays. Built once and never changed. */
export class Network {
  readonly revision: string;
  readonly roleCount: number;
  readonly skillCount: number;

  /** @param columns as `buildNetwork` lays them out; the searches read them directly */
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
   * @throws Error if the network has no such role
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

  /** The track of a role; null if it is on none. */
  trackId(roleId: string): string | null {
    const track = this.columns.trackOf[this.indexOf(roleId)]!;
    return track === NO_TRACK ? null : this.columns.trackIds[track]!;
  }

  /** The degree that a role needs, which is the lowest of its MINIMUM degrees; null if it needs none. */
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

  /** Whether two of some roles are of one dataset and need a skill at different levels. */
  levelsDiffer(skillId: string, roleIds: readonly string[]): boolean {
    const { needStart, needSkill, needLevel, partOf, representativeOf } = this.columns;
    const skill = this.representativeOf(skillId);
    const levelOf = new Map<number, number>();
    return roleIds.some((roleId) => {
      const role = this.indexOf(roleId);
      let need = needStart[role]!;
      while (need < needStart[role + 1]! && representativeOf[needSkill[need]!] !== skill) need++;
      if (need === needStart[role + 1]) return false;
      const [level, part] = [needLevel[need]!, partOf[role]!];
      const other = levelOf.get(part);
      levelOf.set(part, level);
      return other !== undefined && !Object.is(other, level);
    });
  }

  /** Ids of the roles that need a skill of the EXACT class of a skill, sorted by id; empty for a skill that the network does not know. */
  rolesNeeding(skillId: string): string[] {
    const { skillIndexes, neededStart, neededBy, roleIds } = this.columns;
    if (!skillIndexes.has(skillId)) return [];
    const skill = this.representativeOf(skillId);
    return Array.from(neededBy.subarray(neededStart[skill]!, neededStart[skill + 1]!), (role) => roleIds[role]!);
  }

  /**
   * Ordinals, in list order, of the roles that need at least one of some skills; ascending. Here a role that needs another skill of the
   * EXACT class does not count. O(needs of the roles that need the classes).
   */
  ordinalsOfRolesNeeding(skillIds: readonly string[]): number[] {
    const { needStart, needSkill, representativeOf, neededStart, neededBy, listOrdinalOf } = this.columns;
    const wanted = new Set(skillIds.map((id) => this.skillIndexOf(id)));
    const ordinals = new Set<number>();
    for (const skill of wanted) {
      const representative = representativeOf[skill]!;
      for (let at = neededStart[representative]!; at < neededStart[representative + 1]!; at++) {
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
   * @throws Error if the network has no such skill
   */
  skillIndexOf(skillId: string): number {
    const index = this.columns.skillIndexes.get(skillId);
    if (index === undefined) throw new Error(`The network of revision ${this.revision} has no skill "${skillId}".`);
    return index;
  }

  /**
   * The index of the representative of a skill's EXACT class. It is equal for two ids of one skill.
   * @throws Error if the network has no such skill
   */
  representativeOf(skillId: string): number {
    return this.columns.representativeOf[this.skillIndexOf(skillId)]!;
  }

  /** Ids of the choices that a skill satisfies, one for each EXACT class, sorted by id. O(choices). */
  choicesSatisfiedBy(skillId: string): string[] {
    const skill = this.representativeOf(skillId);
    const satisfied = [...this.columns.choices].flatMap(([choice, satisfiers]) =>
      satisfiers.includes(skill) ? choice : [],
    );
    return satisfied.sort((left, right) => left - right).map((choice) => this.columns.skillIds[choice]!);
  }

  /** Ids of the skills that a skill builds on, sorted by id. */
  buildsOn(skillId: string): string[] {
    const skills = this.columns.buildsOn.get(this.skillIndexOf(skillId)) ?? [];
    return skills.map((skill) => this.columns.skillIds[skill]!);
  }

  /** Ids of the skills that build on a skill, sorted by id. */
  buildsInto(skillId: string): string[] {
    const skills = this.columns.buildsInto.get(this.skillIndexOf(skillId)) ?? [];
    return skills.map((skill) => this.columns.skillIds[skill]!);
  }

  /** The position in `outSteps` of the step between two roles; -1 if there is none. Linear in the steps of a role. */
  findStep(from: number, to: number): number {
    const { outStart, outSteps } = this.columns;
    for (let step = outStart[from]!; step < outStart[from + 1]!; step++)
      if (roleOf(outSteps[step]!) === to) return step;
    return -1;
  }

  kindOfStep(step: number): TransitionKind {
    return KINDS[this.columns.outTraits[step]! & KIND_BITS]!;
  }

  /** The sort of the step between two roles. It is rising if it is a PROMOTION or leads to a role of higher seniority. */
  sortOfStep(from: number, to: number, step: number): StepSort {
    return stepSort(this.columns, from, to, this.columns.outTraits[step]!);
  }

  /** What is assumed for the sort of a step by the dataset of the role that it leads to; null if there is no figure, and for SAME_WORK. */
  assumptionOfStep(from: number, to: number, step: number): Assumption | null {
    const { assumptions, partOf } = this.columns;
    if (this.kindOfStep(step) === "SAME_WORK") return null;
    return assumptions[partOf[to]!]![this.sortOfStep(from, to, step)];
  }

  basisOfStep(step: number): Basis {
    return (this.columns.outTraits[step]! & INFERRED_BIT) === 0 ? "STATED" : "INFERRED";
  }
}

/** The sort of a step between two roles, by its traits. Seniorities of different datasets are not comparable. */
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
