import type { SearchClock } from "./SearchClock.js";

/** Searches by skills that run at once. One event loop serves them all: more of them would take more memory and be no faster. */
const AT_ONCE = 4;

/**
 * Lets few searches run at once, which bounds the memory that they take together. The others wait, first come first served; the
 * time that one waits is taken off its budget.
 */
export class SearchQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** How many searches run. */
  get atWork(): number {
    return this.running;
  }

  /** How many searches wait. */
  get length(): number {
    return this.waiting.length;
  }

  /**
   * Runs a search once it is its turn.
   * @param clock of the search; where the wait has used up its time, it is exhausted when the search begins
   */
  async run<Answer>(clock: SearchClock, search: () => Promise<Answer>): Promise<Answer> {
    if (this.running === this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      clock.look();
      return await search();
    } finally {
      // The place goes to the next one without being free in between, so that none that comes later gets it first.
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
}

/** The queue of this process. */
export const searchQueue = new SearchQueue(AT_ONCE);
