import { StoreBusyError } from "../StoreBusyError.js";

interface Waiting {
  readonly admit: () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Limits how many statements run at once. Others wait, first come first served, because a server that gets all of them at once answers
 * all of them too late.
 */
export class StatementQueue {
  #running = 0;
  readonly #waiting = new Set<Waiting>();

  /**
   * @param most statements that run at once
   * @param patience milliseconds that a statement waits for its turn
   */
  constructor(
    private readonly most: number,
    private readonly patience: number,
  ) {}

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Waits for a turn. Call `leave` to end the turn.
   * @throws StoreBusyError if no turn comes in time
   */
  async enter(): Promise<void> {
    if (this.#running < this.most) {
      this.#running++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        admit: () => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          resolve();
        },
        refuse: (error) => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          reject(error as Error);
        },
      };
      const timer = setTimeout(
        () =>
          waiting.refuse(
            new StoreBusyError(
              `Neo4j is running ${this.most} statements at once, and this one did not get its turn within ${this.patience / 1000} s.`,
            ),
          ),
        this.patience,
      );
      this.#waiting.add(waiting);
    });
  }

  /** Ends a turn and gives it to the statement that has waited longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#running--;
    else next.admit();
  }

  /** Refuses all waiting statements. Called when the server has stopped answering, so that they fail at once instead of one by one. */
  refuseWaiting(error: unknown): void {
    for (const waiting of this.#waiting) waiting.refuse(error);
  }
}
