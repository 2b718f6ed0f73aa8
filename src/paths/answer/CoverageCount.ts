import { needWeight } from "../network/needWeight.js";

/** Counts the needs of one role and how many of them are matched. */
export class CoverageCount {
  /** The sum of the weights of the matched needs. */
  matchedWeight = 0;
  #weight = 0;
  #essential = 0;
  #essentialMatched = 0;

  /** @param essential 1 if the need is ESSENTIAL, else 0, as in `NetworkColumns.needEssential` */
  add(essential: number, isMatched: boolean): void {
    const weight = needWeight(essential);
    this.#weight += weight;
    this.#essential += essential;
    if (!isMatched) return;
    this.matchedWeight += weight;
    this.#essentialMatched += essential;
  }

  /** The share of the ESSENTIAL needs that are matched, 0 to 1; null if there are none. */
  get coverage(): number | null {
    return this.#essential === 0 ? null : this.#essentialMatched / this.#essential;
  }

  /** The share of all needs that are matched, by weight, 0 to 1; null if there are none. */
  get weightedCoverage(): number | null {
    return this.#weight === 0 ? null : this.matchedWeight / this.#weight;
  }
}
