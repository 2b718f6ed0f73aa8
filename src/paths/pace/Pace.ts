/** How long searches may use one turn of the event loop before other work runs. */
const SLICE_MILLISECONDS = 2;

/**
 * Keeps long work from blocking the event loop. The work calls `due` often and, if it is true, awaits `rest` before it continues. A call
 * reads the clock, so loops over cheap items call it once every few thousand items.
 *
 * All work of the process shares one time slice per turn of the event loop, because many short searches in one turn add up. Waiting
 * searches continue one per turn, in order of arrival.
 */
class Pace {
  /** When the slice of this turn ends; null if no work has started in this turn. */
  private sliceEnd: number | null = null;
  private turnEnding = false;
  private readonly waiting: (() => void)[] = [];

  /** Whether the slice of this turn is used up. */
  due(): boolean {
    if (this.sliceEnd === null) this.beginSlice();
    return performance.now() >= this.sliceEnd!;
  }

  /** Lets other work run. Resolves in a later turn, with a new slice. */
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
