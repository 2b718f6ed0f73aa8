import neo4j, { type Session, type Transaction } from "neo4j-driver";
import { DATA_MODEL, datasetRevision } from "../dataModel.js";
import { statement } from "../statement.js";
import { goodbye } from "./goodbye.js";
import { LoadError, LoadLockedError } from "./LoadError.js";
import type { LoadSession } from "./LoadSession.js";

const TAKE_LOCK = statement("load/take-lock");
const HOLD_LOCK = statement("load/hold-lock");
const FLIP = statement("load/flip");
const SETTLED_REVISION = statement<{ readonly revision: string }>("load/settled-revision");

/** Milliseconds to wait for another load to end, unless the caller says otherwise. */
export const PATIENCE = 600_000;

/** Milliseconds to wait for the lock before reporting that another load holds it. */
const TELL_AFTER = 1000;

/**
 * The write lock on the LoadLock node, held by one open transaction. The lock ends with the transaction, so a loader that dies leaves no
 * lock behind. The same transaction flips the active revision, so a loader that has lost its lock cannot flip.
 */
export class LoadLock {
  private constructor(
    private readonly load: LoadSession,
    private readonly session: Session,
    private readonly transaction: Transaction,
  ) {}

  /**
   * Waits for the lock.
   * @param patience milliseconds to wait while another loader holds it
   * @param onWait called once if another loader holds the lock
   * @throws LoadLockedError if the other loader does not finish in time
   * @throws Neo4jUnavailableError if Neo4j cannot be reached
   */
  static async take(load: LoadSession, patience: number, onWait: () => void): Promise<LoadLock> {
    const session = load.openSession();
    const telling = setTimeout(onWait, TELL_AFTER);
    let impatience: NodeJS.Timeout | undefined;
    try {
      // No timeout, because the transaction stays open for the whole load.
      const transaction = await session.beginTransaction({ timeout: 0 });
      const tooLong = new Promise<never>((_, reject) => {
        impatience = setTimeout(() => {
          const seconds = Math.round(patience / 1000);
          const advice = "try again when it is done";
          reject(
            new LoadLockedError(`Another load has been running for the ${seconds} s that this one waited: ${advice}.`),
          );
        }, patience);
      });
      await Promise.race([transaction.run(TAKE_LOCK), tooLong]);
      return new LoadLock(load, session, transaction);
    } catch (error) {
      // The waiting statement would hold the session until the other loader ends; closing resets it.
      session.close().catch(() => {});
      throw load.failureOf(error);
    } finally {
      clearTimeout(telling);
      clearTimeout(impatience);
    }
  }

  /** @throws LoadError if the transaction that holds the lock has ended */
  async assertHeld(): Promise<void> {
    await this.transaction.run(HOLD_LOCK).catch(lost);
  }

  /**
   * Makes a whole generation the active one and releases the lock.
   * @param revision its stored name
   * @throws LoadError if the lock was lost, so that nothing changed, or if it is unknown whether the generation became active
   */
  async flip(revision: string): Promise<void> {
    await this.transaction.run(FLIP, { revision, dataModel: neo4j.int(DATA_MODEL) }).catch(lost);
    try {
      await this.transaction.commit();
    } catch (error) {
      // Either the commit failed, or only its confirmation was lost.
      await this.#settle(revision, error);
    }
    await this.release();
  }

  /** Releases the lock without changing anything. Never throws, because a broken connection has already lost its lock. */
  async release(): Promise<void> {
    await goodbye(this.session.close());
  }

  async #settle(revision: string, cause: unknown): Promise<void> {
    const named = datasetRevision(revision);
    const rows = await this.load.write(SETTLED_REVISION).catch((error: unknown) => {
      const advice = "load again, which changes nothing if it did";
      throw new LoadError(
        `The connection to Neo4j was lost while revision ${named} was being activated, so it may or may not be active: ${advice}.`,
        { cause: error },
      );
    });
    if (rows[0]?.revision === revision) return;
    throw new LoadError(`Revision ${named} did not become active, because the last step failed. Load again.`, {
      cause,
    });
  }
}

function lost(cause: unknown): never {
  throw new LoadError("The load lost its lock, so the active revision is unchanged. Load again.", { cause });
}
