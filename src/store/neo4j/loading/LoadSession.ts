import { isNativeError } from "node:util/types";
import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import { failureOf } from "../failureOf.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import type { Statement } from "../statement.js";
import type { StatementParameters } from "../StatementRunner.js";
import { goodbye } from "./goodbye.js";
import { LoadError } from "./LoadError.js";

/** Milliseconds for which the driver retries a batch, so that a load survives a restart of the server or an election. */
const RETRY_TIME = 120_000;

/** Rows that the driver fetches at once. A row of a role has dozens of relationships, so more rows would take much memory. */
const FETCH_SIZE = 50;

const OUT_OF_MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

/** A driver for loads, which can wait longer than requests. */
export class LoadSession {
  readonly #driver: Driver;

  constructor(private readonly address: Neo4jAddress) {
    this.#driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
      connectionTimeout: 5000,
      connectionAcquisitionTimeout: 60_000,
      maxTransactionRetryTime: RETRY_TIME,
      fetchSize: FETCH_SIZE,
      disableLosslessIntegers: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      telemetryDisabled: true,
    });
  }

  /**
   * Runs a statement in a writing transaction, and retries it while the server reports a transient error.
   * @param before called before each attempt; it prevents the attempt by throwing
   */
  async write<Row extends object>(
    text: Statement<Row>,
    parameters: StatementParameters = {},
    before = (): Promise<void> => Promise.resolve(),
  ): Promise<readonly Row[]> {
    return this.#inSession((session) =>
      session.executeWrite(async (transaction) => {
        await before();
        return rowsOf(transaction, text, parameters);
      }),
    );
  }

  /** Runs a reading statement on the writer of a cluster, because another member may lag behind what this load has written. */
  async read<Row extends object>(text: Statement<Row>, parameters: StatementParameters = {}): Promise<readonly Row[]> {
    return this.#inSession((session) =>
      session.executeWrite((transaction) => rowsOf(transaction, text, parameters), { timeout: 0 }),
    );
  }

  /** Runs a statement outside a managed transaction, as schema changes require. */
  async run(text: string): Promise<void> {
    await this.#inSession(async (session) => void (await session.run(text)));
  }

  /** The rows of a reading statement as they arrive, from the writer of a cluster. */
  async *stream<Row extends object>(text: Statement<Row>, parameters: StatementParameters): AsyncIterable<Row> {
    const session = this.openSession();
    try {
      for await (const record of session.run<Row>(text, parameters, { timeout: 0 })) yield record.toObject();
    } catch (error) {
      throw this.failureOf(error);
    } finally {
      await goodbye(session.close());
    }
  }

  /**
   * Checks that Neo4j is available. Later failures are retried for minutes, which would be wrong for a mistyped address.
   * @throws Neo4jUnavailableError at once if it is not
   */
  async assertReachable(): Promise<void> {
    const { database } = this.address;
    await this.#driver.verifyConnectivity(database === null ? {} : { database }).catch((error: unknown) => {
      throw this.failureOf(error);
    });
  }

  openSession(): Session {
    const { database } = this.address;
    return this.#driver.session({
      defaultAccessMode: neo4j.session.WRITE,
      ...(database === null ? {} : { database }),
    });
  }

  /** The error to throw for an error of the driver or server. */
  failureOf(error: unknown): unknown {
    return failureOf(error, this.address);
  }

  async close(): Promise<void> {
    await goodbye(this.#driver.close());
  }

  async #inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.openSession();
    try {
      return await work(session);
    } catch (error) {
      throw this.failureOf(error);
    } finally {
      await goodbye(session.close());
    }
  }
}

async function rowsOf<Row extends object>(
  transaction: ManagedTransaction,
  text: Statement<Row>,
  parameters: StatementParameters,
): Promise<readonly Row[]> {
  try {
    const { records } = await transaction.run<Row>(text, parameters);
    return records.map((record) => record.toObject());
  } catch (error) {
    // The server marks this error as transient, but a retry of the same batch needs the same memory.
    if (isNativeError(error) && "code" in error && error.code === OUT_OF_MEMORY) {
      throw new LoadError(
        "Neo4j does not have enough transaction memory for a batch: raise dbms.memory.transaction.total.max.",
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}
