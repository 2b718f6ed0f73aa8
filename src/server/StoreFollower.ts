import type { FastifyBaseLogger } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";

/** Keeps a snapshot holder up with its store: looks at it now and again, and logs when it goes away, comes back or changes. */
export class StoreFollower {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** @param interval milliseconds between looks; null where the store never changes */
  constructor(
    private readonly holder: SnapshotHolder,
    private readonly logger: Pick<FastifyBaseLogger, "warn" | "info" | "error">,
    private readonly interval: number | null,
  ) {}

  /**
   * Looks once, and from then on at every interval. A store that is away is logged once and is no error.
   * @throws whatever else went wrong at the first look
   */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const { current: before, problem } = this.holder;
    try {
      const { revision } = await this.holder.refresh();
      if (problem !== null) this.logger.warn({ revision }, "The store can be read again.");
      else if (before !== null && before.revision !== revision)
        this.logger.info({ revision }, "The store has a new revision.");
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) && before === null && problem === null) throw error;
      if (problem?.message !== (error as Error).message) this.logger.warn((error as Error).message);
    } finally {
      // Two looks may overlap, one asked for and one due: there is to be one timer all the same.
      clearTimeout(this.#timer);
      if (this.interval !== null && !this.#stopped) this.#timer = setTimeout(() => void this.look(), this.interval);
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
