import { monitorEventLoopDelay } from "node:perf_hooks";

/** How late the timers of the process come: the sign that it has more to do than it can. */
export class EventLoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution: 20 });
  readonly #timer: NodeJS.Timeout;
  #mean = 0;

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => {
      // Nothing is recorded in a second that was held as a whole.
      this.#mean = this.#histogram.count === 0 ? 1_000 : this.#histogram.mean / 1e6;
      this.#histogram.reset();
    }, 1_000).unref();
  }

  /** Mean delay over the last full second. */
  get milliseconds(): number {
    return this.#mean;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }
}
