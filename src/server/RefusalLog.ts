import type { FastifyBaseLogger } from "fastify";

/** Milliseconds between two lines. */
const QUIET = 60_000;

/** Says that requests are refused for want of room, at once and then one line a minute: a line for each would add to the load. */
export class RefusalLog {
  #loggedAt = -Infinity;
  #since = 0;

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly logger: Pick<FastifyBaseLogger, "warn">,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(): void {
    this.#since++;
    const now = this.now();
    if (now - this.#loggedAt < QUIET) return;
    this.logger.warn({ refused: this.#since }, "Requests are refused: the service is overloaded.");
    this.#loggedAt = now;
    this.#since = 0;
  }
}
