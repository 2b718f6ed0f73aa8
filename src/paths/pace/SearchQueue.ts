import type { SearchClock } from "./SearchClock.js";

/** How many searches by skills run at the same time. They share one event loop, so more would use more memory and be no faster. */
const AT_ONCE = 4;

/**
 * Limits how many searches run at the same time, to bound their memory. The others wait in order of arrival. The time that a search waits
 * counts against its budget. The queue itself has no limit: the server limits the requests at work. An aborted search keeps its place
 * and ends when its turn comes.
 */
export class SearchQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** The number of running searches. */
  get atWork(): number {
    return this.running;
  }

  /** The number of waiting searches. */
  get length(): number {
    return this.waiting.length;
  }

  /**
   * Runs a search when its turn comes.
   * @param clock the clock of the search; it is exhausted when the search starts if the wait used up its time
   */
  async run<Answer>(clock: SearchClock, search: () => Promise<Answer>): Promise<Answer> {
    if (this.running === this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      clock.look();
      return await search();
    } finally {
      // The slot passes directly to the next search, so that a later arrival cannot take it first.
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
}

/** The queue of this process. */
export const searchQueue = new SearchQueue(AT_ONCE);
