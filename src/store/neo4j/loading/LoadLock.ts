import neo4j, { type Session, type Transaction } from "neo4j-driver";
import { statement } from "../statement.js";
import type { Row } from "../StatementRunner.js";
import { LoadError, LoadLockedError } from "./LoadError.js";
import type { LoadSession } from "./LoadSession.js";

const TAKE_LOCK = statement("load/take-lock");

/** Another loader that holds the lock longer than this, in milliseconds, is worth telling of. */
const TELL_AFTER = 1000;

/**
 * The write lock on the LoadLock node, held by one open transaction. It ends with that transaction, so a loader that dies
 * leaves no lock behind; and since the active revision is flipped in that very transaction, a loader that lost its lock cannot
 * flip.
 */
export class LoadLock {
  private constructor(
    private readonly session: Session,
    private readonly transaction: Transaction,
  ) {}

  /**
   * Waits for the lock.
   * @param patience milliseconds to wait while another loader holds it
   * @param onWait called once where there is something to wait for
   * @throws LoadLockedError where the other loader is not done in time
   */
  static async take(load: LoadSession, patience: number, onWait: () => void): Promise<LoadLock> {
    const session = load.openSession(neo4j.session.WRITE);
    const telling = setTimeout(onWait, TELL_AFTER);
    let impatience: NodeJS.Timeout | undefined;
    try {
      // No timeout of its own: the transaction stays open for the whole load.
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
      return new LoadLock(session, transaction);
    } catch (error) {
      // The waiting statement would hold the session until the other loader ends; closing resets it.
      session.close().catch(() => {});
      throw error;
    } finally {
      clearTimeout(telling);
      clearTimeout(impatience);
    }
  }

  /** @throws LoadError where the transaction that holds the lock has ended */
  async assertHeld(): Promise<void> {
    await this.#inTransaction("RETURN 1 AS held", {});
  }

  /** Runs a last statement under the lock, commits and gives the lock back. @throws LoadError where the lock was lost */
  async finish(text: string, parameters: Row): Promise<void> {
    await this.#inTransaction(text, parameters);
    await this.transaction.commit();
    await this.session.close();
  }

  /** Gives the lock back and changes nothing. Never throws: the lock of a broken connection is gone anyway. */
  async release(): Promise<void> {
    await this.session.close().catch(() => {});
  }

  async #inTransaction(text: string, parameters: Row): Promise<void> {
    try {
      await this.transaction.run(text, parameters);
    } catch (error) {
      throw new LoadError("The load lost its lock, so the active revision stays as it is. Load again.", {
        cause: error,
      });
    }
  }
}
