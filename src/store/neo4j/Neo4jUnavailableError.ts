import { StoreUnavailableError } from "../StoreUnavailableError.js";

/** Why Neo4j cannot answer. Each reason requires something else of the operator. */
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

/** Neo4j cannot answer now. The message says what to do and contains no password. */
export class Neo4jUnavailableError extends StoreUnavailableError {
  constructor(
    readonly reason: UnavailableReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The server did not begin to answer on a connection. Either the connection or the server is dead. */
export class SilentConnectionError extends Neo4jUnavailableError {}
