import type { Dataset } from "../../dataset/Dataset.js";
import type { CareerReader, CareerStore } from "../CareerStore.js";
import { StoreUnavailableError } from "../StoreUnavailableError.js";
import { EmbeddedReader } from "./EmbeddedReader.js";
import { indexDataset, type GraphIndex } from "./GraphIndex.js";

/**
 * The graph of one dataset, held in memory: the store that needs no other service. It holds one revision for good, so that it
 * is away only once closed, and for readers of any other revision.
 */
export class EmbeddedStore implements CareerStore {
  readonly kind = "EMBEDDED";
  #graph: GraphIndex | null;

  /** @param loadedAt when the dataset was read, as the dataset's `loadedAt` will say */
  constructor(
    dataset: Dataset,
    private readonly loadedAt: Date,
  ) {
    this.#graph = indexDataset(dataset);
  }

  async activeRevision(): Promise<string> {
    if (this.#graph === null) throw new StoreUnavailableError("The embedded store is closed: open another");
    return this.#graph.dataset.revision;
  }

  reader(revision: string): CareerReader {
    return new EmbeddedReader(revision, this.loadedAt, () =>
      this.#graph?.dataset.revision === revision ? this.#graph : null,
    );
  }

  async close(): Promise<void> {
    this.#graph = null;
  }
}
