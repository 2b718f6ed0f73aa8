import type { Snapshot } from "../snapshot/Snapshot.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import { Loaders } from "./Loaders.js";

/**
 * What the resolvers of one request share: one snapshot, so that no answer mixes two revisions, and its batched reads.
 * Apollo Server copies a context property by property, so nothing here may be a `#private` field.
 */
export class Context {
  private heldLoaders: Loaders | null = null;
  /** Shared by the copies that Apollo makes. */
  private readonly end = { byTheClock: false };

  /** @param held null before the store could first be read; whatever needs it then fails with STORE_UNAVAILABLE */
  constructor(private readonly held: Snapshot | null) {}

  /** Whether the same request would have the same answer in this revision: not where a search ended by the clock. */
  get repeatable(): boolean {
    return !this.end.byTheClock;
  }

  /** Notes that a search used up its budget, which may have been its time. */
  endedByBudget(): void {
    this.end.byTheClock = true;
  }

  get snapshot(): Snapshot {
    if (this.held === null) throw new StoreUnavailableError("The store has not been read since the service started.");
    return this.held;
  }

  get loaders(): Loaders {
    this.heldLoaders ??= new Loaders(this.snapshot.reader);
    return this.heldLoaders;
  }
}
