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
 * Holds the snapshot for new requests, and replaces it when the store has a new revision. Running requests keep the snapshot with which
 * they began. While the store is unavailable, the snapshot stays and answers what needs no read.
 */
export class SnapshotHolder {
  #current: Snapshot | null = null;
  #checking: Promise<Snapshot> | null = null;
  #problem: Error | null = null;
  #preparing = false;
  #wholeAt: number | null = null;

  /** Called when the store proves damaged; recent answers may be wrong. */
  onDamage = (): void => {};

  constructor(readonly store: CareerStore) {}

  /** The snapshot for a new request; null until the store has been read once. */
  get current(): Snapshot | null {
    return this.#current;
  }

  /** Why the last check of the store failed; null if it succeeded. */
  get problem(): Error | null {
    return this.#problem;
  }

  /**
   * Whether this instance should get requests: it holds a snapshot, and the store is prepared. It stays ready if the store becomes
   * unavailable, because other instances would lack the store, too, and most requests are answered from memory.
   */
  get ready(): boolean {
    return this.#current !== null && !this.#preparing;
  }

  /** Whether a snapshot is held, but the last check of the store failed. */
  get degraded(): boolean {
    return this.#current !== null && this.#problem !== null;
  }

  /** Seconds since the last check that found the store available and undamaged; null before the first one. */
  get secondsSinceCheck(): number | null {
    return this.#wholeAt === null ? null : (performance.now() - this.#wholeAt) / 1000;
  }

  /** Prepares the store; the holder is not ready until that is done. A failure shows at the next check. */
  async prepare(): Promise<void> {
    this.#preparing = true;
    await this.store.prepare().catch(() => {});
    this.#preparing = false;
  }

  /**
   * Checks whether the store is available and undamaged and has another revision, and reads that if so. Concurrent calls share one check.
   * @throws StoreUnavailableError if the store cannot be read; the snapshot stays
   */
  check(): Promise<Snapshot> {
    this.#checking ??= this.#read()
      .then(
        (snapshot) => {
          this.#problem = null;
          this.#wholeAt = performance.now();
          return snapshot;
        },
        (error: Error) => {
          if (error instanceof StoreDamagedError && !(this.#problem instanceof StoreDamagedError)) this.onDamage();
          this.#problem = error;
          throw error;
        },
      )
      .finally(() => {
        this.#checking = null;
      });
    return this.#checking;
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

  /**
   * The error to throw if a revision could not be read. A database may hold contradictory data, which its operator must repair. The embedded
   * store holds a validated dataset, so there it is a defect of this program.
   */
  #whyUnreadable(revision: string, error: Error): Error {
    if (error instanceof StoreUnavailableError || this.store.kind === "EMBEDDED") return error;
    return new StoreDamagedError(
      `The data that the store holds for revision ${revision} are inconsistent: ${error.message} Load it again (career-graph load).`,
      { cause: error },
    );
  }
}
