import type { FastifyBaseLogger } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";

/** Keeps a snapshot holder up to date: checks the store at intervals, and logs when it becomes unavailable, becomes available or changes. */
export class StoreFollower {
  #timer: NodeJS.Timeout | undefined;
  /** The revision at the last check. Requests may make the holder check in between. */
  #seen: string | null = null;
  #begun = false;
  #stopped = false;

  /** @param interval milliseconds between checks; null if the store never changes */
  constructor(
    private readonly holder: SnapshotHolder,
    private readonly logger: Pick<FastifyBaseLogger, "error" | "warn" | "info">,
    private readonly interval: number | null,
  ) {}

  /**
   * Checks the store now, and then at every interval. A failure is logged once for each reason.
   * @throws at the first call only: any error but an unavailable store, because the dataset or the configuration must be mended first
   */
  async check(): Promise<void> {
    clearTimeout(this.#timer);
    const atStart = !this.#begun;
    this.#begun = true;
    const { current, problem } = this.holder;
    try {
      const { revision } = await this.holder.check();
      if (current === null) void this.holder.prepare();
      // The store may have restarted. Requests continue meanwhile.
      else if (problem !== null) this.holder.store.prepare().catch(() => {});
      if (problem !== null) this.logger.warn({ revision }, "The store can be read again.");
      else if (this.#seen !== null && this.#seen !== revision)
        this.logger.info({ revision }, "The store has a new revision.");
      this.#seen = revision;
    } catch (error) {
      const expected = error instanceof StoreUnavailableError;
      if (!expected && atStart) throw error;
      if (problem?.message !== (error as Error).message) {
        const consequence = current === null ? "" : "; the revision in memory continues to answer";
        if (expected) this.logger.warn(error.message);
        else this.logger.error({ err: error }, `The store could not be read${consequence}.`);
      }
    }
    // A requested and a scheduled check may overlap, but there must be only one timer.
    clearTimeout(this.#timer);
    if (this.interval !== null && !this.#stopped) {
      this.#timer = setTimeout(() => void this.check(), this.interval);
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
