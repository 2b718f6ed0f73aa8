import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import type { Config } from "./Config.js";
import { httpServer } from "./httpServer.js";
import { openStore } from "./openStore.js";

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
  /** Stops taking requests, answers those in flight, then releases the store. */
  close(): Promise<void>;
}

/**
 * Opens the store, reads it and listens.
 * @throws DatasetError, ListenError with a message for whoever starts it
 */
export async function serve(config: Config): Promise<Service> {
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const holder = new SnapshotHolder(await openStore(config));
  const snapshot = await holder.refresh();
  const app = await httpServer(holder, logger);
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    await holder.store.close();
    throw new ListenError(listenProblem(config, error as NodeJS.ErrnoException));
  }
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}/graphql`;
  const { name, version } = await snapshot.reader.dataset();
  return {
    url,
    banner: [
      `Career Graph is listening: ${url} (open it in a browser for Apollo Sandbox)`,
      `Store: ${holder.store.kind}. Dataset: ${name} ${version}, ${snapshot.network.roleCount} roles, revision ${snapshot.revision}.`,
    ].join("\n"),
    async close() {
      await app.close();
      await holder.store.close();
    },
  };
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
