import type { OperationWork } from "./limits/OperationWork.js";

/** Counts how often a request waits for the store. Concurrent reads count as one round. */
export class StoreRounds {
  #underWay = 0;
  #count = 0;

  /**
   * @param work the operation that reads; a read ends when it is stopped
   * @param onWait called when the request begins to wait, and when it continues
   */
  constructor(
    private readonly work: OperationWork,
    private readonly onWait: (waits: boolean) => void,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** Reads the store. @throws StoppedError as soon as the operation is stopped */
  async reading<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#underWay++ === 0) {
      this.#count++;
      this.onWait(true);
    }
    try {
      return await this.work.read(ask);
    } finally {
      if (--this.#underWay === 0) this.onWait(false);
    }
  }
}
