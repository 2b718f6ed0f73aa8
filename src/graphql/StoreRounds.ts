/** Counts how often a request waits for the store: reads that are under way at the same time are one round. */
export class StoreRounds {
  #underWay = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  async reading<T>(answer: Promise<T>): Promise<T> {
    if (this.#underWay++ === 0) this.#count++;
    try {
      return await answer;
    } finally {
      this.#underWay--;
    }
  }
}
