import { transitionId } from "../../model/EntityId.js";
import { GrowingInts } from "./GrowingInts.js";
import { INFERRED_BIT, KINDS, MOST_ROLES, NO_TRACK } from "./Network.js";
import type { NetworkRoleRow } from "./NetworkRows.js";

/** Stands in a column of months for a step without a stated figure. */
export const NOT_STATED = -1;

/** Role rows as columns, roles numbered in the order in which their ids are first seen, as a row or as a target. */
export class RoleColumns {
  readonly ids: string[] = [];
  readonly seen = new Map<string, number>();
  readonly titles: string[] = [];
  readonly tracks: number[] = [];
  readonly trackIndexes = new Map<string, number>();
  /** Years; NaN where no source gives any. */
  readonly experienceFrom: number[] = [];
  readonly stepFrom = new GrowingInts();
  readonly stepTo = new GrowingInts();
  /** The number of a step's kind, with INFERRED_BIT where the dataset infers it. */
  readonly stepTraits = new GrowingInts();
  /** Months, or NOT_STATED. */
  readonly stepMonths = new GrowingInts();
  /** Where the needs of a role begin and end among `needs`, by the number of the role. */
  readonly needsFrom: number[] = [];
  readonly needsUpTo: number[] = [];
  /** A skill's index, doubled, plus one where it is merely useful: sorting the needs of a role by importance is then cheap. */
  readonly needs = new GrowingInts();

  add(row: NetworkRoleRow, skillIndexes: ReadonlyMap<string, number>): void {
    const role = this.intern(row.id);
    if (this.titles[role] !== undefined) throw new Error(`Role "${row.id}" comes in two rows; give each role one row.`);
    checkColumns(row);
    this.titles[role] = row.title;
    this.tracks[role] = row.trackId === null ? NO_TRACK : this.internTrack(row.trackId);
    this.experienceFrom[role] = row.experienceFrom ?? NaN;
    for (let i = 0; i < row.toIds.length; i++) {
      const toId = row.toIds[i]!;
      if (toId === row.id) throw new Error(`Role "${row.id}" has a transition to itself; remove it.`);
      this.stepFrom.push(role);
      this.stepTo.push(this.intern(toId));
      this.stepTraits.push(KINDS.indexOf(row.kinds[i]!) | (row.bases[i] === "INFERRED" ? INFERRED_BIT : 0));
      this.stepMonths.push(statedMonths(row.statedYears[i] ?? null, row.id, toId));
    }
    this.needsFrom[role] = this.needs.length;
    for (let i = 0; i < row.skillIds.length; i++) {
      const skill = skillIndexes.get(row.skillIds[i]!);
      if (skill === undefined) {
        throw new Error(`Role "${row.id}" requires "${row.skillIds[i]}", of which no skill row tells; add the skill.`);
      }
      this.needs.push(skill * 2 + (row.importances[i] === "ESSENTIAL" ? 0 : 1));
    }
    this.needsUpTo[role] = this.needs.length;
  }

  /** @throws Error where a transition leads to a role that has no row, or there are more roles than sums allow */
  checkComplete(): void {
    if (this.ids.length > MOST_ROLES) {
      throw new Error(`The dataset has ${this.ids.length} roles; the planner takes at most ${MOST_ROLES}.`);
    }
    for (let role = 0; role < this.ids.length; role++) {
      if (this.titles[role] === undefined) {
        throw new Error(`A transition leads to "${this.ids[role]}", of which no role row tells; add the role.`);
      }
    }
  }

  private intern(id: string): number {
    let role = this.seen.get(id);
    if (role === undefined) {
      role = this.ids.length;
      this.seen.set(id, role);
      this.ids.push(id);
    }
    return role;
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

function checkColumns(row: NetworkRoleRow): void {
  const steps = row.toIds.length;
  if (row.kinds.length !== steps || row.bases.length !== steps || row.statedYears.length !== steps) {
    throw new Error(`The row of role "${row.id}" has transition columns of different lengths.`);
  }
  if (row.importances.length !== row.skillIds.length) {
    throw new Error(`The row of role "${row.id}" has skill columns of different lengths.`);
  }
}

function statedMonths(years: number | null, fromId: string, toId: string): number {
  if (years === null) return NOT_STATED;
  if (!(years >= 0 && years <= 100)) {
    throw new Error(`${transitionId(fromId, toId)} states ${years} years; a step takes 0 to 100.`);
  }
  return Math.round(years * 12);
}
