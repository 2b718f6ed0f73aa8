import { NO_ATTRIBUTES, type RoleAttributes } from "../../model/RoleAttributes.js";
import { wholeMonths } from "../../model/wholeMonths.js";
import { GrowingInts } from "../collections/GrowingInts.js";
import { CLOSENESS_SHIFT, CLOSENESSES, INFERRED_BIT, KINDS, MOST_ROLES, NO_SENIORITY, NO_TRACK } from "./Network.js";
import type { NetworkRoleRow } from "./NetworkRows.js";

/** In a column of months: no source states the figure. */
export const NOT_STATED = -1;

/** Role rows as columns, by ordinal, which is the order of the rows. */
export class RoleColumns {
  readonly ids: string[] = [];
  readonly titles: string[] = [];
  readonly tracks: number[] = [];
  readonly parts: number[] = [];
  readonly trackIndexes = new Map<string, number>();
  /** NO_SENIORITY if the role has none. */
  readonly seniorities: number[] = [];
  /** Lower bounds of experience in months, or NOT_STATED. */
  readonly experienceFrom: number[] = [];
  readonly attributes: RoleAttributes[] = [];
  readonly stepFrom = new GrowingInts();
  readonly stepTo = new GrowingInts();
  /** The step's kind, basis and closeness as traits. */
  readonly stepTraits = new GrowingInts();
  /** Months, or NOT_STATED. */
  readonly stepMonths = new GrowingInts();
  /** The end of each role's needs in `needs`. They begin at the end of the previous role's needs. */
  readonly needsUpTo: number[] = [];
  /** Twice a skill's index, plus 1 if the need is USEFUL, which makes sorting by importance cheap. */
  readonly needs = new GrowingInts();
  /** The level of each entry of `needs`; NaN if it has none. */
  readonly needLevels: number[] = [];

  /**
   * Adds a row. `checkComplete` checks its references to roles.
   * @param skillIndexes index of each skill by its ordinal
   * @throws Error if the row is invalid or refers to a skill without a row
   */
  add(row: NetworkRoleRow, skillIndexes: Uint32Array): void {
    const { toOrdinals, skillOrdinals } = row;
    checkColumns(row);
    const role = this.ids.length;
    this.ids.push(row.id);
    this.titles.push(row.title);
    this.parts.push(row.part);
    this.tracks.push(row.trackId === null ? NO_TRACK : this.internTrack(row.trackId));
    this.seniorities.push(row.seniority ?? NO_SENIORITY);
    this.experienceFrom.push(row.experienceFrom === null ? NOT_STATED : wholeMonths(row.experienceFrom));
    // Roles without attributes share one object.
    this.attributes.push(
      Object.values(row.attributes).every((value) => value === null) ? NO_ATTRIBUTES : row.attributes,
    );
    for (let i = 0; i < toOrdinals.length; i++) {
      const to = toOrdinals[i]!;
      if (to === role) throw new Error(`Role "${row.id}" has a transition to itself; remove it.`);
      this.stepFrom.push(role);
      this.stepTo.push(to);
      this.stepTraits.push(traitsOf(row, i));
      this.stepMonths.push(statedMonths(row.statedYears[i] ?? null, row.id));
    }
    for (let i = 0; i < skillOrdinals.length; i++) {
      const skill = skillIndexes[skillOrdinals[i]!];
      if (skill === undefined) {
        throw new Error(
          `Role "${row.id}" requires skill ${skillOrdinals[i]} of ${skillIndexes.length}, which has no row; add the skill.`,
        );
      }
      this.needs.push(skill * 2 + (row.importances[i] === "ESSENTIAL" ? 0 : 1));
      this.needLevels.push(row.levels[i] ?? NaN);
    }
    this.needsUpTo.push(this.needs.length);
  }

  /** @throws Error if a transition leads to a role without a row, or there are more roles than MOST_ROLES */
  checkComplete(): void {
    const { length } = this.ids;
    if (length > MOST_ROLES) {
      throw new Error(`The dataset has ${length} roles; the planner takes at most ${MOST_ROLES}.`);
    }
    const [from, to] = [this.stepFrom.view(), this.stepTo.view()];
    for (let step = 0; step < to.length; step++) {
      if (to[step]! >= 0 && to[step]! < length) continue;
      const id = this.ids[from[step]!];
      throw new Error(`Role "${id}" leads to role ${to[step]} of ${length}, which has no row; add the role.`);
    }
  }

  private internTrack(id: string): number {
    let track = this.trackIndexes.get(id);
    if (track === undefined) {
      track = this.trackIndexes.size;
      this.trackIndexes.set(id, track);
    }
    return track;
  }
}

/**
 * The step's kind, basis and closeness as traits.
 * @throws Error if the kind or the basis is unknown
 */
function traitsOf({ id, kinds, bases, closenesses }: NetworkRoleRow, step: number): number {
  const [kind, basis] = [KINDS.indexOf(kinds[step]!), bases[step]];
  if (kind < 0 || (basis !== "STATED" && basis !== "INFERRED")) {
    throw new Error(`Role "${id}" has a transition of kind ${kinds[step]} and basis ${basis}, which do not exist.`);
  }
  const closeness = closenesses[step] ?? null;
  return kind | (basis === "INFERRED" ? INFERRED_BIT : 0) | (CLOSENESSES.indexOf(closeness) << CLOSENESS_SHIFT);
}

function checkColumns(row: NetworkRoleRow): void {
  const steps = row.toOrdinals.length;
  if (
    row.kinds.length !== steps ||
    row.bases.length !== steps ||
    row.closenesses.length !== steps ||
    row.statedYears.length !== steps
  ) {
    throw new Error(`The row of role "${row.id}" has transition columns of different lengths.`);
  }
  if (row.importances.length !== row.skillOrdinals.length || row.levels.length !== row.skillOrdinals.length) {
    throw new Error(`The row of role "${row.id}" has skill columns of different lengths.`);
  }
}

function statedMonths(years: number | null, roleId: string): number {
  if (years === null) return NOT_STATED;
  if (!(years >= 0 && years <= 100)) {
    throw new Error(`Role "${roleId}" has a transition that states ${years} years; a step takes 0 to 100.`);
  }
  return wholeMonths(years);
}
