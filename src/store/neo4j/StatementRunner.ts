import { randomUUID } from "node:crypto";
import neo4j, { type Result, type Session } from "neo4j-driver";
import type { StoreActivity } from "../StoreActivity.js";
import { StoreBusyError } from "../StoreBusyError.js";
import { Credentials } from "./Credentials.js";
import { failureOf, isBrokenConnection } from "./failureOf.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError, SilentConnectionError } from "./Neo4jUnavailableError.js";
import { type Pool, Pools } from "./Pools.js";
import { type Statement, statement } from "./statement.js";
import { StatementQueue } from "./StatementQueue.js";
import { within } from "./within.js";

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

/** Lists the statements of a runner that the server runs. */
export const RUNNING = statement<{ readonly mark: string }>("check/running");

/** A connection is suspected to be dead if the server has not begun to answer on it after this share of the deadline. */
const SILENCE = 0.4;
/**
 * The longest silence, as a share of the deadline, if the server answers on other connections and does not say whether it runs the statement.
 * It is probably overloaded then, so the statement is not retried and the connections are not replaced: both would add to its load.
 */
const SILENCE_AMONG_OTHERS = 0.75;
/** How long the server may take to list the statements that it runs, as a share of the deadline. */
const LISTING = 0.3;
/** Milliseconds that the answer to a statement may need to arrive after the server has ended the statement. */
const ON_ITS_WAY = 100;
/** The longest silence in any case, as a share of the time that is left, so that some is left for a retry. */
const MOST_SILENCE = 0.9;
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
  /** Distinguishes the statements of this runner from those of all others on the server. */
  readonly #instance = randomUUID();
  #marks = 0;
  /** The listing in progress, which all statements that need one share. */
  #listing: Promise<ReadonlySet<string> | null> | null = null;
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
          this.#credentials.use(
            (password, loggedIn) => this.#rowsOnce(text, parameters, password, loggedIn, left()),
            left(),
          ),
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
    loggedIn: () => void,
    deadline: number,
  ): Promise<readonly Row[]> {
    const pool = this.#enter(password);
    const session = this.#session(pool);
    const end = this.#begin(text);
    try {
      const mark = String(this.#marks++);
      const metadata = { careerGraphInstance: this.#instance, careerGraphMark: mark };
      const result = session.run<Row>(text, parameters, { timeout: Math.ceil(this.#deadline), metadata });
      return await this.#answer(result, deadline, loggedIn, () => this.#isRunning(mark));
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
   * The rows of a statement as they arrive, in batches of at most `size`. If the connection is silent or breaks before the first row, the
   * statement is retried once.
   * @throws Neo4jUnavailableError
   */
  async *stream<Row extends object>(
    text: Statement<Row>,
    parameters: StatementParameters = {},
    size = 1000,
  ): AsyncIterable<readonly Row[]> {
    const next = <T>(records: AsyncIterator<T>) => this.#within(this.#patience, records.next(), SilentConnectionError);
    const open = () =>
      this.#credentials.use(async (password, loggedIn) => {
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
          const result = session.run<Row>(text, parameters, { timeout: 0 });
          const records = result[Symbol.asyncIterator]();
          const first = next(records);
          result.keys().then(loggedIn, () => {}); // The rows fail with the same error.
          return { pool, records, close, first: await first };
        } catch (error) {
          if (isBrokenConnection(error)) this.#pools.replace(pool);
          close();
          throw error;
        }
      }, this.#patience);
    try {
      const { pool, records, close, first } = await open().catch((error: unknown) => {
        if (isBrokenConnection(error)) return open();
        throw error;
      });
      try {
        let batch: Row[] = [];
        for (let read = first; read.done !== true; read = await next(records)) {
          batch.push(read.value.toObject());
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

  /**
   * Waits for the rows of a statement. A responsive server sends the names of the columns at once, however long the rows take. If it does not,
   * although it answers other statements, it is asked whether it runs this one: if not, the connection is dead.
   * @param begins called when the server begins to answer
   * @param isRunning whether the server runs the statement; null if it does not say
   * @throws SilentConnectionError if the connection or the server is dead
   */
  async #answer<Row extends object>(
    result: Result<Row>,
    deadline: number,
    begins: () => void,
    isRunning: () => Promise<boolean | null>,
  ): Promise<readonly Row[]> {
    result.catch(() => {}); // If the names do not arrive, nothing awaits the rows.
    const begun = performance.now();
    const passed = (): number => performance.now() - begun;
    const names = (milliseconds: number, TooLate: typeof Neo4jUnavailableError): Promise<unknown> =>
      this.#within(Math.min(milliseconds, MOST_SILENCE * (deadline - passed())), result.keys(), TooLate);
    await names(SILENCE * this.#deadline, SilentConnectionError).catch(async (error: unknown) => {
      if (!(error instanceof SilentConnectionError) || this.#heard < begun) throw error;
      const runs = await isRunning();
      if (runs === false) return names(ON_ITS_WAY, SilentConnectionError);
      const most = (runs === null ? SILENCE_AMONG_OTHERS : 1) * this.#deadline;
      return names(most - passed(), Neo4jUnavailableError);
    });
    this.#heard = performance.now();
    begins();
    const { records } = await this.#within(deadline, result);
    this.#heard = performance.now();
    return records.map((record) => record.toObject());
  }

  /** Whether the server runs a statement of this runner; null if it does not say so in time. */
  async #isRunning(mark: string): Promise<boolean | null> {
    // In a cluster, another member might answer.
    if (this.#closed || this.address.uri.startsWith("neo4j")) return null;
    this.#listing ??= this.#credentials
      .use((password) => this.#listRunning(password), LISTING * this.#deadline)
      .catch(() => null)
      .finally(() => (this.#listing = null));
    return (await this.#listing)?.has(mark) ?? null;
  }

  /** The marks of the statements that the server runs. It is asked on a new connection, because the others may be dead, too. */
  async #listRunning(password: string): Promise<ReadonlySet<string>> {
    const pool = this.#pools.enterAside(password);
    const session = this.#session(pool);
    const end = this.#begin(RUNNING);
    try {
      const listed = session.run<{ readonly mark: string }>(RUNNING, { instance: this.#instance });
      const { records } = await this.#within(LISTING * this.#deadline, listed);
      return new Set(records.map((record) => record.get("mark")));
    } finally {
      end();
      release(session);
      this.#pools.leave(pool);
    }
  }

  #within<T>(milliseconds: number, answer: PromiseLike<T>, TooLate = Neo4jUnavailableError): Promise<T> {
    const seconds = Math.ceil(milliseconds) / 1000;
    const message = `Neo4j at ${this.address.uri} did not answer within ${seconds} s.`;
    return within(milliseconds, answer, () => new TooLate("TOO_SLOW", message));
  }
}

/** Returns a session's connection to the pool. It does not wait, because a frozen server never confirms. */
function release(session: Session): void {
  session.close().catch(() => {}); // The driver discards a connection that it cannot reset.
}
