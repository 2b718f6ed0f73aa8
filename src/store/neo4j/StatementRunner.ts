import neo4j, { type Driver, type Session } from "neo4j-driver";
import { failureOf, isConnectTimeout } from "./failureOf.js";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError } from "./Neo4jUnavailableError.js";
import type { Statement } from "./statement.js";

/** What a statement is given, by the names of its parameters. */
export type StatementParameters = Readonly<Record<string, unknown>>;

/** How a store reads; what is left out has a default fit for a service. */
export interface ReadOptions {
  /** Milliseconds until a statement must have answered, 2500 without it. */
  readonly deadline?: number;
  /** Milliseconds that a stream may stay silent between rows, 20,000 without it. */
  readonly patience?: number;
  /** Told of every statement when it is sent, with what settles when it has ended; for counting. */
  readonly onStatement?: (text: string, ended: Promise<void>) => void;
}

/**
 * Runs reading statements over one driver, each in a session and transaction of its own, routed to readers in a cluster.
 * Nothing that was sent is tried again: who asks decides. No driver setting bounds the wait for a server that keeps its connections but has
 * stopped answering, so every statement has a deadline here.
 */
export class StatementRunner {
  readonly #driver: Driver;
  readonly #deadline: number;
  readonly #patience: number;
  readonly #onStatement: ReadOptions["onStatement"];
  #closed = false;

  constructor(
    private readonly address: Neo4jAddress,
    { deadline = 2500, patience = 20_000, onStatement }: ReadOptions = {},
  ) {
    this.#deadline = deadline;
    this.#patience = patience;
    this.#onStatement = onStatement;
    this.#driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
      connectionTimeout: 1000,
      connectionAcquisitionTimeout: 1500,
      maxTransactionRetryTime: 0,
      disableLosslessIntegers: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      telemetryDisabled: true,
    });
  }

  /** All rows of a statement, as plain objects; integers are numbers. @throws Neo4jUnavailableError */
  async rows<Row extends object>(
    text: Statement<Row>,
    parameters: StatementParameters = {},
    deadline = this.#deadline,
  ): Promise<readonly Row[]> {
    const session = this.#session();
    const end = this.#begin(text);
    const begin = Date.now();
    try {
      const running = session.run<Row>(text, parameters, { timeout: this.#deadline });
      const { records } = await this.#within(deadline, running);
      return records.map((record) => record.toObject());
    } catch (error) {
      const left = deadline - (Date.now() - begin);
      // A process too busy to notice that a connection stands sees the same time-out as one whose server is away. Nothing was
      // sent, so it is tried once more in what is left of the time.
      if (isConnectTimeout(error) && deadline === this.#deadline && left > 0)
        return await this.rows(text, parameters, left);
      throw failureOf(error, this.address);
    } finally {
      end();
      release(session);
    }
  }

  /** The rows of a statement as they come, in batches of at most `size`. @throws Neo4jUnavailableError */
  async *stream<Row extends object>(
    text: Statement<Row>,
    parameters: StatementParameters = {},
    size = 1000,
  ): AsyncIterable<readonly Row[]> {
    const session = this.#session(size);
    const end = this.#begin(text);
    try {
      // A timeout of 0 lifts the server's own: how long a whole stream takes depends on who reads it.
      const records = session.run<Row>(text, parameters, { timeout: 0 })[Symbol.asyncIterator]();
      let batch: Row[] = [];
      for (;;) {
        const next = await this.#within(this.#patience, records.next());
        if (next.done) break;
        batch.push(next.value.toObject());
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    } catch (error) {
      throw failureOf(error, this.address);
    } finally {
      end();
      release(session);
    }
  }

  /** Ends all connections; whatever runs or is asked afterwards fails with reason CLOSED or UNREACHABLE. */
  async close(): Promise<void> {
    this.#closed = true;
    // A frozen server answers no goodbye either.
    await this.#within(this.#deadline, this.#driver.close()).catch(() => {});
  }

  /** Tells who watches that a statement is sent; what it returns tells that it has ended. */
  #begin(text: string): () => void {
    if (this.#onStatement === undefined) return () => {};
    let end = (): void => {};
    this.#onStatement(text, new Promise((resolve) => (end = resolve)));
    return end;
  }

  /** @param fetchSize rows that the server sends before it waits for them to be taken */
  #session(fetchSize = 1000): Session {
    if (this.#closed) throw new Neo4jUnavailableError("CLOSED", "The Neo4j store is closed: open another.");
    return this.#driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize,
      ...(this.address.database === null ? {} : { database: this.address.database }),
    });
  }

  async #within<T>(milliseconds: number, answer: PromiseLike<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const seconds = milliseconds / 1000;
      const message = `Neo4j at ${this.address.uri} did not answer within ${seconds} s.`;
      const giveUp = (): void => reject(new Neo4jUnavailableError("TOO_SLOW", message));
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
