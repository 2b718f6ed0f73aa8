import type { AddressInfo } from "node:net";
import { setTimeout as setTimeoutPromise } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { type Logger, pino } from "pino";
import { careerSchema } from "../graphql/schema.js";
import { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Config } from "./Config.js";
import { HTTP_LIMITS, type HttpLimits } from "./HTTP_LIMITS.js";
import { httpServer, type HttpServer } from "./httpServer.js";
import { KnownOperations } from "./KnownOperations.js";
import { openStore } from "./openStore.js";
import { StoreFollower } from "./StoreFollower.js";

/** Milliseconds in which requests in progress must end when the service stops. */
const CLOSING = 5_000;

/** The service cannot listen on the configured address. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

/** A service that is listening. */
export interface Service {
  /** URL of the GraphQL endpoint. */
  readonly url: string;
  /** The lines to print at the start. */
  readonly banner: string;
  /** Logs an uncaught error. */
  fatal(error: unknown): void;
  /** Checks at once whether the store has a new revision. Failures are logged. */
  check(): Promise<void>;
  /** URL of health and metrics if they have a separate port; otherwise null. */
  readonly opsUrl: string | null;
  /** Reports that the service is not ready, accepts requests for `DRAIN_SECONDS` more, then closes. */
  drain(): Promise<void>;
  /** Stops accepting requests, ends searches with the paths found so far, answers the requests in progress, then closes the store. */
  close(): Promise<void>;
}

/**
 * Opens and reads the store, then listens. With Neo4j, it starts even if the database is unavailable, and keeps checking it.
 * @throws DatasetError, OperationsError, ListenError with a message for the operator
 */
export async function serve(config: Config, limits: HttpLimits = HTTP_LIMITS): Promise<Service> {
  const operations = config.operations === null ? null : KnownOperations.read(config.operations);
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const holder = new SnapshotHolder(await openStore(config));
  const follower = new StoreFollower(holder, logger, config.neo4j === null ? null : config.pollSeconds * 1000);
  let http: HttpServer | null = null;
  let ops: FastifyInstance | null = null;
  const close = async (): Promise<void> => {
    follower.stop();
    http?.drain();
    http?.endSearches();
    const deadline = setTimeout(() => http?.app.server.closeAllConnections(), CLOSING).unref();
    try {
      await http?.app.close();
    } finally {
      clearTimeout(deadline);
      try {
        await ops?.close();
      } finally {
        await holder.store.close();
      }
    }
  };
  const drain = async (): Promise<void> => {
    http?.drain();
    await setTimeoutPromise(config.drainSeconds * 1000);
    await close();
  };
  try {
    await follower.check();
    const { responseCacheBytes: cacheBytes, opsPort } = config;
    http = await httpServer(
      holder,
      await careerSchema(),
      logger,
      { ...config, operations, cacheBytes, opsApart: opsPort !== null },
      limits,
    );
    await listen(http.app, config.host, config.port, "PORT");
    if (opsPort !== null) {
      ops = Fastify({ forceCloseConnections: true });
      http.addOpsRoutes(ops);
      await listen(ops, config.host, opsPort, "OPS_PORT");
    }
  } catch (error) {
    await close().catch((closing: unknown) => logger.error({ err: closing }, "The service could not be closed."));
    throw error;
  }
  const address = (app: FastifyInstance) =>
    `http://${reachableHost(config.host)}:${(app.server.address() as AddressInfo).port}`;
  const url = `${address(http.app)}/graphql`;
  const opsUrl = ops === null ? null : address(ops);
  return {
    url,
    banner: [
      `Career Graph is listening: ${url}${config.sandbox ? " (open it in a browser for Apollo Sandbox)" : ""}`,
      `Model Context Protocol (MCP) for assistants: ${address(http.app)}/mcp (see docs/assistants.md)`,
      ...(opsUrl === null ? [] : [`Health and metrics: ${opsUrl}/health/ready, ${opsUrl}/metrics`]),
      await storeLine(holder, logger),
    ].join("\n"),
    opsUrl,
    fatal: (error) => logger.fatal({ err: error }, "Uncaught error; the service exits."),
    check: () => follower.check(),
    drain,
    close,
  };
}

/** A host for a URL; the loopback address if the service listens on all addresses, because a URL needs a single one. */
function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

async function storeLine({ store, current }: SnapshotHolder, logger: Logger): Promise<string> {
  const unreadable = `Store: ${store.kind}, which cannot be read yet; see the log. The service keeps trying.`;
  if (current === null) return unreadable;
  const info = await current.reader.dataset().catch((error: unknown) => {
    logger.warn({ err: error }, "The dataset's name could not be read.");
    return null;
  });
  if (info === null) return unreadable;
  const { name, version } = info;
  return `Store: ${store.kind}. Dataset: ${name} ${version}, ${current.network.roleCount} roles, revision ${current.revision}.`;
}

/** @throws ListenError that names the variable with the port */
async function listen(app: FastifyInstance, host: string, port: number, variable: string): Promise<void> {
  await app
    .listen({ port, host })
    .catch((error: NodeJS.ErrnoException) =>
      Promise.reject(new ListenError(listenProblem(host, port, variable, error))),
    );
}

function listenProblem(host: string, port: number, variable: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use. Stop the process that listens there, or set ${variable} to another port.`;
    case "EACCES":
      return `This user may not listen on port ${port} of ${host}. Set ${variable} to 1024 or above.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is not an address of this machine. Set HOST to an address such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}
