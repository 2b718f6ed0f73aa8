import type { Snapshot } from "../snapshot/Snapshot.js";
import { Loaders } from "./Loaders.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";

/** What the resolvers of one request share: one snapshot, so that no answer mixes two revisions, and its batched reads. */
export class Context {
  readonly #snapshot: Snapshot | null;
  #loaders: Loaders | null = null;

  /** @param snapshot null before the store could first be read; whatever needs it then fails with STORE_UNAVAILABLE */
  constructor(snapshot: Snapshot | null) {
    this.#snapshot = snapshot;
  }

  get snapshot(): Snapshot {
    if (this.#snapshot === null)
      throw new StoreUnavailableError("The store has not been read since the service started.");
    return this.#snapshot;
  }

  get loaders(): Loaders {
    this.#loaders ??= new Loaders(this.snapshot.reader);
    return this.#loaders;
  }
}
