import type { FastifyBaseLogger } from "fastify";

/** Milliseconds after a log line during which the same failure is only counted. */
const QUIET = 60_000;

/** Number of different failures that are remembered; beyond that, the oldest is forgotten and would be logged in full again. */
const MOST = 100;

/**
 * Logs internal failures: the first with its stack, then one line per minute with the number of repetitions. An unavailable store, for
 * example, fails every request in the same way.
 */
export class FailureLog {
  /** By name and message: when the failure was last logged, and how often it has occurred since. */
  readonly #seen = new Map<string, { loggedAt: number; since: number }>();

  /** @param now monotonic clock, in milliseconds */
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
