import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { careerSchema } from "../graphql/schema.js";
import { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Config } from "./Config.js";
import { HTTP_LIMITS, type HttpLimits } from "./HTTP_LIMITS.js";
import { httpServer } from "./httpServer.js";
import { openStore } from "./openStore.js";
import { StoreFollower } from "./StoreFollower.js";

/** Milliseconds that requests in flight have to end once the service is told to stop. */
const CLOSING = 5_000;

/** The address asked for cannot be listened on. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

/** A service that is listening. */
export interface Service {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /** What to tell whoever started it. */
  readonly banner: string;
  /** Looks at once whether the store holds another revision; what goes wrong is logged. */
  refresh(): Promise<void>;
  /** Stops taking requests, answers those in flight, then releases the store. */
  close(): Promise<void>;
}

/**
 * Opens the store, reads it and listens. With Neo4j it starts even while the database is away, and follows it from then on.
 * @throws DatasetError, ListenError with a message for whoever starts it
 */
export async function serve(config: Config, limits: HttpLimits = HTTP_LIMITS): Promise<Service> {
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const holder = new SnapshotHolder(await openStore(config));
  const follower = new StoreFollower(holder, logger, config.neo4j === null ? null : config.pollSeconds * 1000);
  let app: FastifyInstance | null = null;
  const close = async (): Promise<void> => {
    follower.stop();
    const deadline = setTimeout(() => app?.server.closeAllConnections(), CLOSING).unref();
    await app?.close();
    clearTimeout(deadline);
    await holder.store.close();
  };
  try {
    await follower.look();
    app = await httpServer(
      holder,
      await careerSchema(),
      logger,
      { cacheBytes: config.responseCacheBytes, corsOrigins: config.corsOrigins },
      limits,
    );
    await app
      .listen({ port: config.port, host: config.host })
      .catch((error: NodeJS.ErrnoException) => Promise.reject(new ListenError(listenProblem(config, error))));
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${reachableHost(config.host)}:${port}/graphql`;
  return {
    url,
    banner: [
      `Career Graph is listening: ${url} (open it in a browser for Apollo Sandbox)`,
      await storeLine(holder),
    ].join("\n"),
    refresh: () => follower.look(),
    close,
  };
}

/** A host as a URL has it; where all addresses are listened on, that of this machine itself, for none can be asked there. */
function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

async function storeLine({ store, current }: SnapshotHolder): Promise<string> {
  if (current === null)
    return `Store: ${store.kind}, which cannot be read yet; see the log. It is tried again until it can.`;
  const { name, version } = await current.reader.dataset();
  return `Store: ${store.kind}. Dataset: ${name} ${version}, ${current.network.roleCount} roles, revision ${current.revision}.`;
}

function listenProblem({ host, port }: Config, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use. Stop what listens there, or set PORT to another port.`;
    case "EACCES":
      return `Port ${port} on ${host} may not be listened on by this user. Set PORT to 1024 or above.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is no address of this machine. Set HOST to one, such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}
