/** How long searches may hold a turn of the event loop before others get theirs. */
const SLICE_MILLISECONDS = 2;

/**
 * Keeps long work from holding the event loop: the work asks `due` often, and where it is, awaits `rest` before going on. Asking costs
 * one look at the clock, so loops over cheap items ask every few thousand.
 *
 * All work of a process shares one slice a turn, for a turn lasts as long as all that runs in it: many short searches in a row add up,
 * and searches that wait are let go on one a turn, first come first served.
 */
class Pace {
  /** When the slice of this turn ends; null if no work has begun in it. */
  private sliceEnd: number | null = null;
  private turnEnding = false;
  private readonly waiting: (() => void)[] = [];

  /** Whether the slice of this turn is used up. */
  due(): boolean {
    if (this.sliceEnd === null) this.beginSlice();
    return performance.now() >= this.sliceEnd!;
  }

  /** Lets everything else run, then goes on with a slice of its own. */
  rest(): Promise<void> {
    this.awaitNextTurn();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private beginSlice(): void {
    this.sliceEnd = performance.now() + SLICE_MILLISECONDS;
    this.awaitNextTurn();
  }

  private awaitNextTurn(): void {
    if (this.turnEnding) return;
    this.turnEnding = true;
    setImmediate(() => {
      this.turnEnding = false;
      this.sliceEnd = null;
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.beginSlice();
      next();
    });
  }
}

/** The pace of this process. */
export const pace = new Pace();
