import { buildNameIndex } from "../names/NameIndex.js";
import { buildNetwork } from "../paths/network/buildNetwork.js";
import type { CareerStore } from "../store/CareerStore.js";
import { NamesInOrder } from "./NamesInOrder.js";
import { RoleFacts } from "./RoleFacts.js";
import { SkillFacts } from "./SkillFacts.js";
import type { Snapshot } from "./Snapshot.js";

/**
 * Keeps the snapshot that new requests begin with, and swaps it whole when the store has a new revision. Requests in flight
 * keep the one they began with. While the store is away the held snapshot stays: it goes on answering what needs no read.
 */
export class SnapshotHolder {
  #current: Snapshot | null = null;
  #refreshing: Promise<Snapshot> | null = null;
  #problem: Error | null = null;
  #preparing = false;

  constructor(readonly store: CareerStore) {}

  /** The snapshot to begin a request with; null before the store could first be read. */
  get current(): Snapshot | null {
    return this.#current;
  }

  /** Why the store could not be read when it was last looked at; null where it could. */
  get problem(): Error | null {
    return this.#problem;
  }

  /** Whether requests are best sent here: the store can be read, and its first reads are no slower than later ones. */
  get ready(): boolean {
    return this.#current !== null && this.#problem === null && !this.#preparing;
  }

  /** Prepares the store, and is not ready until that is done. What goes wrong shows in the next read. */
  async prepare(): Promise<void> {
    this.#preparing = true;
    await this.store.prepare().catch(() => {});
    this.#preparing = false;
  }

  /**
   * Looks whether the store has another revision and if so reads it. Concurrent calls share one reading.
   * @throws StoreUnavailableError where the store cannot be read; the held snapshot stays
   */
  refresh(): Promise<Snapshot> {
    this.#refreshing ??= this.#read()
      .then(
        (snapshot) => {
          this.#problem = null;
          return snapshot;
        },
        (error: Error) => {
          this.#problem = error;
          throw error;
        },
      )
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  async #read(): Promise<Snapshot> {
    const revision = await this.store.activeRevision();
    if (this.#current?.revision === revision) return this.#current;
    const reader = this.store.reader(revision);
    const { parts } = await reader.dataset();
    const [inOrder, roles, skills] = [new NamesInOrder(), new RoleFacts(), new SkillFacts()];
    const [network, names] = await Promise.all([
      buildNetwork(
        revision,
        roles.noting(reader.roleRows()),
        skills.noting(reader.skillRows()),
        parts.map(({ assumedYears }) => assumedYears),
      ),
      buildNameIndex(
        inOrder.noting(reader.names()),
        parts.map(({ id }) => id),
      ),
    ]);
    const byId = new Map(parts.map((part) => [part.id, part]));
    this.#current = { revision, reader, network, names, parts: byId, inOrder, roles, skills };
    return this.#current;
  }
}
