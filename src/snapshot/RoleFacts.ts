import { compareText } from "../model/compareText.js";
import { Necessity } from "../model/Necessity.js";
import type { RoleAttributes } from "../model/RoleAttributes.js";
import type { RolePlace } from "../model/RolePlace.js";
import { normalizeName } from "../names/normalizeName.js";
import type { RoleRow } from "../store/CareerStore.js";
import { append } from "../model/append.js";
import { rankIn } from "../store/listsByKey.js";

/** A role that asks for a degree. */
export interface DegreeAsker {
  /** Ordinal of the role. */
  readonly role: number;
  /** 0 for MINIMUM, 1 for STANDARD, 2 for ADVANTAGE. */
  readonly rank: number;
}

/** What lists of roles are filtered and ordered by, one column per fact. The index of a role in each column is its ordinal. */
export class RoleFacts {
  readonly ids: string[] = [];
  readonly titles: string[] = [];
  readonly trackIds: (string | null)[] = [];
  readonly places: RolePlace[] = [];
  readonly seniorities: (number | null)[] = [];
  /** Levels of preparation, each on the scale of the role's dataset. */
  readonly preparations: (number | null)[] = [];
  readonly payBands: RoleAttributes["payBands"][] = [];
  /** How many people work in each role. */
  readonly employments: (number | null)[] = [];
  /** Ordinals of the datasets that roles come from. */
  readonly parts: number[] = [];
  #mainCurrency: string | null | undefined;
  readonly #ofTrack = new Map<string, number[]>();
  readonly #ofEmployer = new Map<string, number[]>();
  readonly #askers = new Map<string, DegreeAsker[]>();

  /** The currency in which most roles have a pay band, then the first by code; null if no role has any. O(bands), once. */
  get mainCurrency(): string | null {
    if (this.#mainCurrency === undefined) {
      const counts = new Map<string, number>();
      for (const bands of this.payBands) {
        for (const currency of new Set(bands?.map((band) => band.currency))) {
          counts.set(currency, (counts.get(currency) ?? 0) + 1);
        }
      }
      const [first] = [...counts].sort(([one, most], [other, more]) => more - most || compareText(one, other));
      this.#mainCurrency = first?.[0] ?? null;
    }
    return this.#mainCurrency;
  }

  /** How many people work in a role, by its id. Roles without a figure are absent. Built at each call, O(roles). */
  get employed(): ReadonlyMap<string, number> {
    return new Map(this.employments.flatMap((people, role) => (people === null ? [] : [[this.ids[role]!, people]])));
  }

  /** Roles on a track, by ordinals in ascending order; none for an id that is no track. */
  ofTrack(trackId: string): readonly number[] {
    return this.#ofTrack.get(trackId) ?? [];
  }

  /** Roles that a source names an employer for, by ordinals in ascending order. */
  ofEmployer(employerId: string): readonly number[] {
    return this.#ofEmployer.get(employerId) ?? [];
  }

  /** Roles that ask for a degree: MINIMUM, STANDARD, ADVANTAGE, then in default order. */
  askersOf(degreeId: string): readonly DegreeAsker[] {
    return this.#askers.get(degreeId) ?? [];
  }

  /** What a role is ordered by in default order, before its id: its title as names compare. */
  titleKey(ordinal: number): string {
    return normalizeName(this.titles[ordinal] as string);
  }

  /**
   * The ordinal of a role, by its title as names compare and its id. For a role that does not exist, a number between the ordinals of the
   * roles that it would come between. O(log roles).
   */
  ordinalOf(titleKey: string, id: string): number {
    let [low, high] = [0, this.ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const difference = compareText(this.titleKey(middle), titleKey) || compareText(this.ids[middle] as string, id);
      if (difference === 0) return middle;
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return low - 0.5;
  }

  /** Passes rows through in default order, and keeps what lists need. */
  async *noting(batches: AsyncIterable<readonly RoleRow[]>): AsyncIterable<readonly RoleRow[]> {
    for await (const batch of batches) {
      for (const { id, title, trackId, place, seniority, part, attributes, ...row } of batch) {
        const role = this.ids.length;
        if (trackId !== null) append(this.#ofTrack, trackId, role);
        for (const employerId of row.employerIds) append(this.#ofEmployer, employerId, role);
        for (const { degreeId, necessity } of row.degreesAsked) {
          append(this.#askers, degreeId, { role, rank: rankIn(Necessity, necessity) });
        }
        this.ids.push(id);
        this.titles.push(title);
        this.trackIds.push(trackId);
        this.places.push(place);
        this.seniorities.push(seniority);
        this.preparations.push(attributes.preparation?.level ?? null);
        this.payBands.push(attributes.payBands);
        this.employments.push(attributes.employment);
        this.parts.push(part);
      }
      yield batch;
    }
    for (const askers of this.#askers.values()) {
      askers.sort((left, right) => left.rank - right.rank || left.role - right.role);
    }
  }
}
