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

/** What a statement is given, by the names of its parameters. */
export type StatementParameters = Readonly<Record<string, unknown>>;

/** How a store reads; what is left out has a default fit for a service. */
export interface ReadOptions {
  /** Milliseconds until a statement must have answered, 2500 without it. */
  readonly deadline?: number;
  /** Milliseconds that a stream may stay silent between rows, 20,000 without it. */
  readonly patience?: number;
  /** Statements at work at once, 16 without it; streams come besides. */
  readonly atOnce?: number;
  /** Milliseconds that a statement waits for its turn, 2000 without it. */
  readonly turn?: number;
  /** Told of every statement when it is sent, with what settles when it has ended; for counting. */
  readonly onStatement?: (text: string, ended: Promise<void>) => void;
}

/** Share of the deadline after which a connection counts as dead on which the server has not even begun to answer. */
const SILENCE = 0.4;
/** The same where the server meanwhile answered on others: then it rather has too much to do, and asking again would be one thing more. */
const SILENCE_AMONG_OTHERS = 0.9;
/** Milliseconds without which a statement is not tried again. */
const WORTH_A_TRY = 100;
/** Connections that streams may have besides. */
const STREAMS = 16;

/**
 * Runs reading statements over one driver, each in a session and transaction of its own, routed to readers in a cluster. What failed on
 * a dead connection is tried once more on a new one within the same deadline, for reading again changes nothing. No driver setting
 * bounds the wait for a server that keeps its connections but has stopped answering, so every statement has a deadline here.
 */
export class StatementRunner {
  readonly #pools: Pools;
  readonly #credentials: Credentials;
  readonly #queue: StatementQueue;
  readonly #deadline: number;
  readonly #patience: number;
  readonly #onStatement: ReadOptions["onStatement"];
  #closed = false;
  /** When the server last answered anything, by `performance.now`. */
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
   * @throws StoreBusyError where too many others are at work
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
        // It lives, and answers others: what waits may yet be answered.
        if (failure instanceof Neo4jUnavailableError && failure.reason === "TOO_SLOW") {
          throw new StoreBusyError(`Neo4j answers, but had too much to do for this statement: ${failure.message}`, {
            cause: error,
          });
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
   * The rows of a statement as they come, in batches of at most `size`. Until the first row has come, a dead connection is no reason to
   * fail.
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
          // A timeout of 0 lifts the server's own: how long a whole stream takes depends on who reads it.
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

  /** Ends all connections; whatever runs or is asked afterwards fails with reason CLOSED or UNREACHABLE. */
  async close(): Promise<void> {
    this.#closed = true;
    // A frozen server answers no goodbye either.
    await this.#within(this.#deadline, this.#pools.close()).catch(() => {});
  }

  /** Tells who watches that a statement is sent; what it returns tells that it has ended. */
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

  /** @param fetchSize rows that the server sends before it waits for them to be taken */
  #session({ driver }: Pool, fetchSize = 1000): Session {
    return driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize,
      ...(this.address.database === null ? {} : { database: this.address.database }),
    });
  }

  /** Waits for the rows of a statement. A server that lives tells the names of their columns at once, however long it then takes. */
  async #answer<Row extends object>(result: Result<Row>, deadline: number): Promise<readonly Row[]> {
    result.catch(() => {}); // Where the names do not come, nobody waits for the rows.
    const begun = performance.now();
    const names = (silence: number): Promise<unknown> => {
      const left = deadline - (performance.now() - begun);
      return this.#within(
        Math.min(silence * this.#deadline, SILENCE_AMONG_OTHERS * left),
        result.keys(),
        SilentConnectionError,
      );
    };
    await names(SILENCE).catch((error: unknown) => {
      if (!(error instanceof SilentConnectionError) || this.#heard < begun) throw error;
      return names(1);
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
      // In a busy process the timer may be late and the answer already be waiting to be read: it goes first.
      timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), milliseconds);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Gives a session's connection back without waiting: with a frozen server that would never end. */
function release(session: Session): void {
  session.close().catch(() => {}); // A connection that cannot be reset is thrown away by the driver.
}
