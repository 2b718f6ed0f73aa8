import neo4j, { type Result, type Session } from "neo4j-driver";
import type { StoreActivity } from "../StoreActivity.js";
import { StoreBusyError } from "../StoreBusyError.js";
import { Credentials } from "./Credentials.js";
import { failureOf, isBrokenConnection } from "./failureOf.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError, SilentConnectionError } from "./Neo4jUnavailableError.js";
import { type Pool, Pools } from "./Pools.js";
import type { Statement } from "./statement.js";
import { StatementQueue } from "./StatementQueue.js";

/** Parameters of a statement, by name. */
export type StatementParameters = Readonly<Record<string, unknown>>;

/** How a store reads. The defaults suit a service. */
export interface ReadOptions {
  /** Milliseconds within which a statement must answer; 2500 by default. */
  readonly deadline?: number;
  /** Milliseconds that a stream may be silent between rows; 20,000 by default. */
  readonly patience?: number;
  /** Statements that run at once, not counting streams; 16 by default. */
  readonly atOnce?: number;
  /** Milliseconds that a statement waits for its turn; 2000 by default. */
  readonly turn?: number;
  /** Called when a statement is sent, with a promise that settles when it ends. Tests count with it. */
  readonly onStatement?: (text: string, ended: Promise<void>) => void;
}

/** A connection counts as dead if the server has not begun to answer on it after this share of the deadline. */
const SILENCE = 0.4;
/**
 * The same share if the server has answered on other connections meanwhile. It is then probably overloaded, so the statement is not retried
 * and the connections are not replaced: both would add to its load.
 */
const SILENCE_AMONG_OTHERS = 0.9;
/** A statement is not retried if fewer milliseconds than this remain. */
const WORTH_A_TRY = 100;
/** Further connections, for streams. */
const STREAMS = 16;

/**
 * Runs reading statements, each in its own session and transaction; a cluster routes them to its readers. A statement that failed on a
 * dead connection is retried once on a new one within the same deadline, because reading twice changes nothing. Every statement has a
 * deadline here, because no driver setting bounds the wait for a server that keeps its connections open but has stopped answering.
 */
export class StatementRunner {
  readonly #pools: Pools;
  readonly #credentials: Credentials;
  readonly #queue: StatementQueue;
  readonly #deadline: number;
  readonly #patience: number;
  readonly #onStatement: ReadOptions["onStatement"];
  #closed = false;
  /** When the server last answered any statement, by `performance.now`. */
  #heard = -Infinity;
  readonly activity: StoreActivity;

  constructor(
    private readonly address: Neo4jAddress,
    { deadline = 2500, patience = 20_000, atOnce = 16, turn = 2000, onStatement }: ReadOptions = {},
  ) {
    this.#deadline = deadline;
    this.#patience = patience;
    this.#onStatement = onStatement;
    this.#pools = new Pools(address, atOnce + STREAMS);
    this.#credentials = new Credentials(address);
    const queue = (this.#queue = new StatementQueue(atOnce, turn));
    const pools = this.#pools;
    this.activity = {
      get running() {
        return queue.running;
      },
      get waiting() {
        return queue.waiting;
      },
      get replaced() {
        return pools.replaced;
      },
      onStatement: () => {},
    };
  }

  /**
   * All rows of a statement, as plain objects; integers are numbers.
   * @throws Neo4jUnavailableError
   * @throws StoreBusyError if too many other statements are running
   */
  async rows<Row extends object>(text: Statement<Row>, parameters: StatementParameters = {}): Promise<readonly Row[]> {
    const asked = performance.now();
    const tell = (outcome: string): void => this.activity.onStatement((performance.now() - asked) / 1000, outcome);
    try {
      const rows = await this.#inTurn(text, parameters);
      tell("OK");
      return rows;
    } catch (error) {
      tell(error instanceof Neo4jUnavailableError ? error.reason : error instanceof StoreBusyError ? "BUSY" : "OTHER");
      throw error;
    }
  }

  async #inTurn<Row extends object>(text: Statement<Row>, parameters: StatementParameters): Promise<readonly Row[]> {
    await this.#queue.enter();
    const begun = performance.now();
    try {
      const left = (): number => this.#deadline - (performance.now() - begun);
      const read = (): Promise<readonly Row[]> =>
        this.#within(
          left(),
          this.#credentials.use((password) => this.#rowsOnce(text, parameters, password, left())),
        );
      try {
        return await read();
      } catch (error) {
        if (!isBrokenConnection(error) || left() < WORTH_A_TRY) throw error;
        return await read();
      }
    } catch (error) {
      const failure = failureOf(error, this.address);
      if (this.#heard > begun) {
        // The server answers others, so the statements that wait may still be answered.
        if (failure instanceof Neo4jUnavailableError && failure.reason === "TOO_SLOW") {
          throw new StoreBusyError(
            `Neo4j is overloaded: it answers other statements, but not this one. ${failure.message}`,
            {
              cause: error,
            },
          );
        }
      } else if (isBrokenConnection(error)) this.#queue.refuseWaiting(failure);
      throw failure;
    } finally {
      this.#queue.leave();
    }
  }

  async #rowsOnce<Row extends object>(
    text: Statement<Row>,
    parameters: StatementParameters,
    password: string,
    deadline: number,
  ): Promise<readonly Row[]> {
    const pool = this.#enter(password);
    const session = this.#session(pool);
    const end = this.#begin(text);
    try {
      const result = session.run<Row>(text, parameters, { timeout: Math.ceil(this.#deadline) });
      return await this.#answer(result, deadline);
    } catch (error) {
      if (isBrokenConnection(error)) this.#pools.replace(pool);
      throw error;
    } finally {
      end();
      release(session);
      this.#pools.leave(pool);
    }
  }

  /**
   * The rows of a statement as they arrive, in batches of at most `size`. If the connection proves dead before the first row, the statement
   * is retried once.
   * @throws Neo4jUnavailableError
   */
  async *stream<Row extends object>(
    text: Statement<Row>,
    parameters: StatementParameters = {},
    size = 1000,
  ): AsyncIterable<readonly Row[]> {
    const open = () =>
      this.#credentials.use(async (password) => {
        const pool = this.#enter(password);
        const session = this.#session(pool, size);
        const end = this.#begin(text);
        const close = (): void => {
          end();
          release(session);
          this.#pools.leave(pool);
        };
        try {
          // 0 disables the server's timeout, because the duration of a stream depends on how fast its consumer reads.
          const records = session.run<Row>(text, parameters, { timeout: 0 })[Symbol.asyncIterator]();
          return { pool, records, close, first: await this.#within(this.#patience, records.next()) };
        } catch (error) {
          if (isBrokenConnection(error)) this.#pools.replace(pool);
          close();
          throw error;
        }
      });
    try {
      const { pool, records, close, first } = await open().catch((error: unknown) => {
        if (isBrokenConnection(error)) return open();
        throw error;
      });
      try {
        let batch: Row[] = [];
        for (let next = first; next.done !== true; next = await this.#within(this.#patience, records.next())) {
          batch.push(next.value.toObject());
          if (batch.length < size) continue;
          yield batch;
          batch = [];
        }
        if (batch.length > 0) yield batch;
      } catch (error) {
        if (isBrokenConnection(error)) this.#pools.replace(pool);
        throw error;
      } finally {
        close();
      }
    } catch (error) {
      throw failureOf(error, this.address);
    }
  }

  /** Closes all connections. Statements that run now or later fail with reason CLOSED or UNREACHABLE. */
  async close(): Promise<void> {
    this.#closed = true;
    // A frozen server does not answer GOODBYE, so the wait is bounded.
    await this.#within(this.#deadline, this.#pools.close()).catch(() => {});
  }

  /** Reports that a statement is sent. The returned function reports that it has ended. */
  #begin(text: string): () => void {
    if (this.#onStatement === undefined) return () => {};
    let end = (): void => {};
    this.#onStatement(text, new Promise((resolve) => (end = resolve)));
    return end;
  }

  #enter(password: string): Pool {
    if (this.#closed) throw new Neo4jUnavailableError("CLOSED", "The Neo4j store is closed. Open a new one.");
    return this.#pools.enter(password);
  }

  /** @param fetchSize rows per fetch: the server waits for the next request after so many */
  #session({ driver }: Pool, fetchSize = 1000): Session {
    return driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize,
      ...(this.address.database === null ? {} : { database: this.address.database }),
    });
  }

  /** Waits for the rows of a statement. A responsive server sends the names of the columns at once, however long the rows take. */
  async #answer<Row extends object>(result: Result<Row>, deadline: number): Promise<readonly Row[]> {
    result.catch(() => {}); // If the names do not arrive, nothing awaits the rows.
    const begun = performance.now();
    const names = (silence: number, TooLate: typeof Neo4jUnavailableError): Promise<unknown> => {
      const left = deadline - (performance.now() - begun);
      return this.#within(Math.min(silence * this.#deadline, SILENCE_AMONG_OTHERS * left), result.keys(), TooLate);
    };
    await names(SILENCE, SilentConnectionError).catch((error: unknown) => {
      if (!(error instanceof SilentConnectionError) || this.#heard < begun) throw error;
      return names(1, Neo4jUnavailableError);
    });
    this.#heard = performance.now();
    const { records } = await this.#within(deadline, result);
    this.#heard = performance.now();
    return records.map((record) => record.toObject());
  }

  async #within<T>(milliseconds: number, answer: PromiseLike<T>, TooLate = Neo4jUnavailableError): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const seconds = Math.ceil(milliseconds) / 1000;
      const message = `Neo4j at ${this.address.uri} did not answer within ${seconds} s.`;
      const giveUp = (): void => reject(new TooLate("TOO_SLOW", message));
      // In a busy process the timer may fire late, when the answer has already arrived but is unread. Let it be read first.
      timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), milliseconds);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Returns a session's connection to the pool. It does not wait, because a frozen server never confirms. */
function release(session: Session): void {
  session.close().catch(() => {}); // The driver discards a connection that it cannot reset.
}
