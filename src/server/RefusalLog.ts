import type { FastifyBaseLogger } from "fastify";

/** Minimum milliseconds between two log lines. */
const QUIET = 60_000;

/** Logs that requests are refused because of overload: at once, then one line per minute, because a line for each would add to the load. */
export class RefusalLog {
  #loggedAt = -Infinity;
  #since = 0;

  /** @param now monotonic clock, in milliseconds */
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
