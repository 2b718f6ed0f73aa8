import { isNativeError } from "node:util/types";
import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import { failureOf } from "../failureOf.js";
import type { Neo4jAddress } from "../Neo4jAddress.js";
import type { Statement } from "../statement.js";
import type { StatementParameters } from "../StatementRunner.js";
import { goodbye } from "./goodbye.js";
import { LoadError } from "./LoadError.js";

/** The driver's own retries of a batch, in milliseconds: a load outlives a restart of the server or an election. */
const RETRY_TIME = 120_000;

const OUT_OF_MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

/** A driver of the loader's own: unlike a request, a load can wait. */
export class LoadSession {
  readonly #driver: Driver;

  constructor(private readonly address: Neo4jAddress) {
    this.#driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
      connectionTimeout: 5000,
      connectionAcquisitionTimeout: 60_000,
      maxTransactionRetryTime: RETRY_TIME,
      disableLosslessIntegers: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      telemetryDisabled: true,
    });
  }

  /**
   * Runs a statement in a writing transaction, again while the server says that again may help.
   * @param before done before each attempt, which it may prevent by throwing
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

  /** Runs a reading statement where a cluster writes: a member that lags behind does not know what this load goes by. */
  async read<Row extends object>(text: Statement<Row>, parameters: StatementParameters = {}): Promise<readonly Row[]> {
    return this.#inSession((session) =>
      session.executeWrite((transaction) => rowsOf(transaction, text, parameters), { timeout: 0 }),
    );
  }

  /** Runs a statement outside a managed transaction, as changes of the schema want it. */
  async run(text: string): Promise<void> {
    await this.#inSession(async (session) => void (await session.run(text)));
  }

  /** The rows of a reading statement as they come, from where a cluster writes. */
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
   * Asks whether Neo4j is there at all: what fails later is tried again for minutes, and a mistyped address must not be.
   * @throws Neo4jUnavailableError at once where it is not
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

  /** The error to throw for one of driver or server. */
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
    // Flagged as retriable, but the same batch needs the same memory again.
    if (isNativeError(error) && "code" in error && error.code === OUT_OF_MEMORY) {
      throw new LoadError(
        "Neo4j has not enough transaction memory for a batch: raise dbms.memory.transaction.total.max.",
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}
