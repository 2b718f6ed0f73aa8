import { StoreBusyError } from "../StoreBusyError.js";

interface Waiting {
  readonly admit: () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Lets so many statements be at work at once, and the others wait for their turn, first come first served: a server that is given all at
 * once answers all of them too late.
 */
export class StatementQueue {
  #running = 0;
  readonly #waiting = new Set<Waiting>();

  /**
   * @param most statements at work at once
   * @param patience milliseconds that one waits for its turn
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
   * Waits for a turn, which `leave` ends.
   * @throws StoreBusyError where it does not come in time
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
              `Neo4j is running ${this.most} statements, and none finished within ${this.patience / 1000} s.`,
            ),
          ),
        this.patience,
      );
      this.#waiting.add(waiting);
    });
  }

  /** Ends a turn; the next one that waits has it. */
  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#running--;
    else next.admit();
  }

  /** Refuses all that wait: what the server did not answer those at work it would not answer them either. */
  refuseWaiting(error: unknown): void {
    for (const waiting of this.#waiting) waiting.refuse(error);
  }
}
