import neo4j, { type Driver } from "neo4j-driver";
import type { Neo4jAddress } from "./Neo4jAddress.js";

/** A driver and its connections. */
export interface Pool {
  readonly driver: Driver;
  readonly password: string;
  /** Statements that are running on it. */
  users: number;
}

/**
 * The connections of a store. The driver cannot be asked for a new connection, and after a firewall has silently dropped idle ones, it
 * hands out dead connections again and again. So once one proves dead, all are replaced by those of a new driver.
 */
export class Pools {
  #current: Pool | null = null;
  /** Replaced drivers on which statements are still running. */
  readonly #former = new Set<Pool>();
  #closed = false;
  #replaced = 0;

  /** @param size maximum number of connections */
  constructor(
    private readonly address: Neo4jAddress,
    private readonly size: number,
  ) {}

  /** The connections to use, until `leave`. */
  enter(password: string): Pool {
    if (this.#current !== null && this.#current.password !== password) this.replace(this.#current);
    this.#current ??= this.#open(password);
    this.#current.users++;
    return this.#current;
  }

  /** New connections beside those of `enter`, until `leave`. */
  enterAside(password: string): Pool {
    return { ...this.#open(password), users: 1 };
  }

  leave(pool: Pool): void {
    pool.users--;
    if (pool.users > 0 || (pool === this.#current && !this.#closed)) return;
    this.#former.delete(pool);
    void close(pool);
  }

  /** Number of times that all connections were replaced. */
  get replaced(): number {
    return this.#replaced;
  }

  /** Makes later statements use new connections. Running ones keep theirs. */
  replace(pool: Pool): void {
    if (this.#current !== pool) return;
    this.#replaced++;
    this.#current = null;
    if (pool.users === 0) void close(pool);
    else this.#former.add(pool);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const pools = [...this.#former, ...(this.#current === null ? [] : [this.#current])];
    await Promise.all(pools.map(close));
  }

  #open(password: string): Pool {
    const { uri, username } = this.address;
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      connectionTimeout: 1000,
      connectionAcquisitionTimeout: 1200,
      // A connection that was idle for longer is checked before use.
      connectionLivenessCheckTimeout: 5000,
      maxConnectionPoolSize: this.size,
      maxTransactionRetryTime: 0,
      disableLosslessIntegers: true,
      notificationFilter: { minimumSeverityLevel: "OFF" },
      telemetryDisabled: true,
    });
    return { driver, password, users: 0 };
  }
}

async function close({ driver }: Pool): Promise<void> {
  await driver.close().catch(() => {}); // Closing fails if the connection is dead; there is nothing left to do.
}
