import type { Dataset } from "../../dataset/Dataset.js";
import type { CareerReader, CareerStore } from "../CareerStore.js";
import { StoreUnavailableError } from "../StoreUnavailableError.js";
import { EmbeddedReader, type HeldGraph } from "./EmbeddedReader.js";
import { indexDataset } from "./GraphIndex.js";
import { relatedOf } from "./related.js";

/**
 * The graph of one dataset, in memory: the store that needs no other service. It has one revision for ever, so reads fail only after it is
 * closed, and for any other revision.
 */
export class EmbeddedStore implements CareerStore {
  readonly kind = "EMBEDDED";
  #held: HeldGraph | null;

  /** @param loadedAt when the dataset was read, for the dataset's `loadedAt` */
  constructor(
    dataset: Dataset,
    private readonly loadedAt: Date,
  ) {
    const index = indexDataset(dataset);
    this.#held = { index, related: relatedOf(index) };
  }

  async activeRevision(): Promise<string> {
    if (this.#held === null) throw new StoreUnavailableError("The embedded store is closed. Open a new one.");
    return this.#held.index.dataset.revision;
  }

  /** Everything is in memory already. */
  async prepare(): Promise<void> {}

  reader(revision: string): CareerReader {
    return new EmbeddedReader(revision, this.loadedAt, () => this.#held);
  }

  async close(): Promise<void> {
    this.#held = null;
  }
}
