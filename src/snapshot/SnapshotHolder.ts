import { buildNameIndex } from "../names/NameIndex.js";
import { buildNetwork } from "../paths/network/buildNetwork.js";
import type { CareerStore } from "../store/CareerStore.js";
import { StoreDamagedError } from "../store/StoreDamagedError.js";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
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
  #lookedAt: number | null = null;

  /** Told when the store turns out to be damaged: what was answered shortly before may be wrong. */
  onDamage = (): void => {};

  constructor(readonly store: CareerStore) {}

  /** The snapshot to begin a request with; null before the store could first be read. */
  get current(): Snapshot | null {
    return this.#current;
  }

  /** Why the store could not be read when it was last looked at; null if it could. */
  get problem(): Error | null {
    return this.#problem;
  }

  /**
   * Whether requests are best sent here: a snapshot is held, and the first reads of the store are no slower than later ones. A store
   * that has gone away since does not count: every other instance would be without it too, and most is answered from memory.
   */
  get ready(): boolean {
    return this.#current !== null && !this.#preparing;
  }

  /** Whether the snapshot that is held answers without its store, which could not be read when it was last looked at. */
  get degraded(): boolean {
    return this.#current !== null && this.#problem !== null;
  }

  /** Seconds since the store could last be read and was whole; null before the first time. */
  get secondsSinceLook(): number | null {
    return this.#lookedAt === null ? null : (performance.now() - this.#lookedAt) / 1000;
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
          this.#lookedAt = performance.now();
          return snapshot;
        },
        (error: Error) => {
          if (error instanceof StoreDamagedError && !(this.#problem instanceof StoreDamagedError)) this.onDamage();
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
    this.#current = await this.#readRevision(revision);
    return this.#current;
  }

  async #readRevision(revision: string): Promise<Snapshot> {
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
    ]).catch((error: Error) => Promise.reject(this.#whyUnreadable(revision, error)));
    const byId = new Map(parts.map((part) => [part.id, part]));
    return {
      revision,
      reader,
      network,
      names: names.withEmployment(roles.employed),
      parts: byId,
      inOrder,
      roles,
      skills,
    };
  }

  /** What a server hands over may contradict itself, which is for whoever runs it to mend; the embedded store's dataset was validated. */
  #whyUnreadable(revision: string, error: Error): Error {
    if (error instanceof StoreUnavailableError || this.store.kind === "EMBEDDED") return error;
    return new StoreDamagedError(
      `The data that the store holds for revision ${revision} are inconsistent: ${error.message} Load it again (career-graph load).`,
      { cause: error },
    );
  }
}
