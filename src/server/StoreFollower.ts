import type { FastifyBaseLogger } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";

/** Keeps a snapshot holder up with its store: looks at it now and again, and logs when it goes away, comes back or changes. */
export class StoreFollower {
  #timer: NodeJS.Timeout | undefined;
  /** The revision when it was last looked; requests may make the holder look in between. */
  #seen: string | null = null;
  #stopped = false;

  /** @param interval milliseconds between looks; null if the store never changes */
  constructor(
    private readonly holder: SnapshotHolder,
    private readonly logger: Pick<FastifyBaseLogger, "error" | "warn" | "info">,
    private readonly interval: number | null,
  ) {}

  /**
   * Looks now, and from then on at every interval. A store that is away is logged, once for each reason, and is no error.
   * @throws what else goes wrong before anything could be read: a defect that waiting will not mend
   */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const { current, problem } = this.holder;
    try {
      const { revision } = await this.holder.refresh();
      if (current === null) void this.holder.prepare();
      // It may have been started anew. Requests go on meanwhile.
      else if (problem !== null) this.holder.store.prepare().catch(() => {});
      if (problem !== null) this.logger.warn({ revision }, "The store can be read again.");
      else if (this.#seen !== null && this.#seen !== revision)
        this.logger.info({ revision }, "The store has a new revision.");
      this.#seen = revision;
    } catch (error) {
      const expected = error instanceof StoreUnavailableError;
      if (!expected && current === null) throw error;
      if (problem?.message !== (error as Error).message) {
        if (expected) this.logger.warn(error.message);
        else
          this.logger.error({ err: error }, "The store could not be read; the revision in memory continues to answer.");
      }
    }
    // Two looks may overlap, one asked for and one due: there is to be one timer all the same.
    clearTimeout(this.#timer);
    if (this.interval !== null && !this.#stopped) {
      this.#timer = setTimeout(() => {
        this.look().catch((error: unknown) => this.logger.error({ err: error }, "The store could not be read."));
      }, this.interval);
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
