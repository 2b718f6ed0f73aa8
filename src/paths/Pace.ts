/**
 * Keeps long work from holding the event loop: the work asks `due` often, and where it is, awaits `rest` before going on.
 * Asking costs one look at the clock, so loops over cheap items ask every few thousand.
 */
export class Pace {
  private sliceEnd: number;

  /** @param sliceMilliseconds how long work may go on before others get their turn */
  constructor(private readonly sliceMilliseconds = 4) {
    this.sliceEnd = performance.now() + sliceMilliseconds;
  }

  /** Whether this slice of work has lasted long enough. */
  due(): boolean {
    return performance.now() >= this.sliceEnd;
  }

  /** Lets everything that waits run, then begins a new slice. */
  async rest(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.sliceEnd = performance.now() + this.sliceMilliseconds;
  }
}
