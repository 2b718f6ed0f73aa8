import type { FastifyBaseLogger } from "fastify";

/** Milliseconds for which a failure is counted after it was logged. */
const QUIET = 60_000;

/** Failures told apart at once; where there are more, the oldest is logged anew. */
const MOST = 100;

/**
 * Logs failures of our own: one with its stack, and while the same goes on one line a minute that counts it, for a store that is away
 * fails every request alike.
 */
export class FailureLog {
  /** By name and message: when it was last logged, and how often it came since. */
  readonly #seen = new Map<string, { loggedAt: number; since: number }>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly logger: FastifyBaseLogger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(error: unknown): void {
    const { name, message } = error as Partial<Error>;
    const what = `${name ?? "Error"}: ${message ?? String(error)}`;
    const seen = this.#seen.get(what);
    const now = this.now();
    if (seen === undefined) {
      if (this.#seen.size === MOST) this.#seen.delete(this.#seen.keys().next().value!);
      this.#seen.set(what, { loggedAt: now, since: 0 });
      this.logger.error({ err: error }, "A request failed.");
      return;
    }
    seen.since++;
    if (now - seen.loggedAt < QUIET) return;
    this.logger.error({ failure: what, times: seen.since }, "Requests go on failing.");
    seen.loggedAt = now;
    seen.since = 0;
  }
}
