/** Counts how often a request waits for the store. Concurrent reads count as one round. */
export class StoreRounds {
  #underWay = 0;
  #count = 0;

  /** @param onWait called when the request begins to wait, and when it continues */
  constructor(private readonly onWait: (waits: boolean) => void) {}

  get count(): number {
    return this.#count;
  }

  async reading<T>(answer: Promise<T>): Promise<T> {
    if (this.#underWay++ === 0) {
      this.#count++;
      this.onWait(true);
    }
    try {
      return await answer;
    } finally {
      if (--this.#underWay === 0) this.onWait(false);
    }
  }
}
