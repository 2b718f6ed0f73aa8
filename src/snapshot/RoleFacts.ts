import { compareText } from "../model/compareText.js";
import type { RolePlace } from "../model/RolePlace.js";
import { normalizeName } from "../names/normalizeName.js";
import type { RoleRow } from "../store/CareerStore.js";

/** What lists of roles are filtered and ordered by, one column a fact; a role's place in each is its ordinal. */
export class RoleFacts {
  readonly ids: string[] = [];
  readonly titles: string[] = [];
  readonly trackIds: (string | null)[] = [];
  readonly places: RolePlace[] = [];
  readonly seniorities: (number | null)[] = [];

  /** What a role is ordered by in default order, before its id: its title as names compare. */
  titleKey(ordinal: number): string {
    return normalizeName(this.titles[ordinal] as string);
  }

  /**
   * Where a role stands in default order, by its title as names compare and its id: its ordinal, or for one that is not there a
   * number between those of its neighbours. O(log roles).
   */
  placeOf(titleKey: string, id: string): number {
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

  /** Hands rows on as they come, in default order, and keeps what lists need of them. */
  async *noting(batches: AsyncIterable<readonly RoleRow[]>): AsyncIterable<readonly RoleRow[]> {
    for await (const batch of batches) {
      for (const { id, title, trackId, place, seniority } of batch) {
        this.ids.push(id);
        this.titles.push(title);
        this.trackIds.push(trackId);
        this.places.push(place);
        this.seniorities.push(seniority);
      }
      yield batch;
    }
  }
}
