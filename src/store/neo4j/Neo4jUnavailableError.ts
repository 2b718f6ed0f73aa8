import { StoreUnavailableError } from "../StoreUnavailableError.js";

/** Why Neo4j cannot answer: each asks something else of whoever runs the service. */
export type UnavailableReason =
  | "UNREACHABLE"
  | "TOO_SLOW"
  | "WRONG_CREDENTIALS"
  | "ACCOUNT_LOCKED"
  | "WRONG_DATABASE"
  | "EMPTY_DATABASE"
  | "OTHER_DATA_MODEL"
  | "OUT_OF_MEMORY"
  | "CLOSED";

/** Neo4j cannot answer now. The message names no password and says what to do. */
export class Neo4jUnavailableError extends StoreUnavailableError {
  constructor(
    readonly reason: UnavailableReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The server did not even begin to answer on a connection: it, or the server, is dead. */
export class SilentConnectionError extends Neo4jUnavailableError {}
