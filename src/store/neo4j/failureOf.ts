import { isNativeError } from "node:util/types";
import neo4j from "neo4j-driver";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError, type UnavailableReason } from "./Neo4jUnavailableError.js";

interface Failure {
  /** Whether the row is about an error, by its code and, where the driver gives several things one code, its message. */
  readonly matches: (code: string, message: string) => boolean;
  readonly reason: UnavailableReason;
  readonly message: (address: Neo4jAddress) => string;
}

const is = (code: string) => (found: string) => found === code;
const startsWith = (start: string) => (found: string) => found.startsWith(start);

/**
 * What each error of driver and server means for who asked, the first fitting row deciding. An error that no row fits is a
 * defect of ours and passes unchanged.
 */
const FAILURES: readonly Failure[] = [
  {
    matches: is("Neo.ClientError.Security.Unauthorized"),
    reason: "WRONG_CREDENTIALS",
    message: ({ uri, username }) =>
      `Neo4j at ${uri} refuses the password of ${username}: check NEO4J_USERNAME and NEO4J_PASSWORD.`,
  },
  {
    matches: startsWith("Neo.ClientError.Security."),
    reason: "WRONG_CREDENTIALS",
    message: ({ uri, username }) =>
      `Neo4j at ${uri} does not let ${username} in or forbids what was asked: check the user, its password and its rights.`,
  },
  {
    matches: is("Neo.ClientError.Database.DatabaseNotFound"),
    reason: "WRONG_DATABASE",
    message: ({ uri, database }) => `Neo4j at ${uri} has no database "${database ?? ""}": check NEO4J_DATABASE.`,
  },
  {
    // The driver gives what it has no code for the text N/A; among these, only an exhausted pool is the server's state.
    matches: (code, message) => code === "N/A" && message.startsWith("Connection acquisition timed out"),
    reason: "TOO_BUSY",
    message: ({ uri }) => `No connection to Neo4j at ${uri} came free in time: it is overloaded or does not answer.`,
  },
  {
    matches: (code) => code === neo4j.error.SERVICE_UNAVAILABLE || code === neo4j.error.SESSION_EXPIRED,
    reason: "UNREACHABLE",
    message: ({ uri }) => `Neo4j does not answer at ${uri}: check that it runs and that NEO4J_URI names it.`,
  },
  {
    matches: startsWith("Neo.ClientError.Transaction.TransactionTimedOut"),
    reason: "TOO_SLOW",
    message: ({ uri }) => `Neo4j at ${uri} took too long and gave up.`,
  },
  {
    matches: startsWith("Neo.TransientError.General.MemoryPoolOutOfMemoryError"),
    reason: "OUT_OF_MEMORY",
    message: ({ uri }) =>
      `Neo4j at ${uri} has no transaction memory left: raise dbms.memory.transaction.total.max or ask for less.`,
  },
  {
    matches: (code) => code.startsWith("Neo.TransientError.") || code.startsWith("Neo.DatabaseError.Database."),
    reason: "UNREACHABLE",
    message: ({ uri }) => `Neo4j at ${uri} cannot answer now; it is starting, stopping or short of something.`,
  },
];

/** The error to throw for one of driver or server: ours where a row of the table fits, else the same. */
export function failureOf(error: unknown, address: Neo4jAddress): unknown {
  if (!isNativeError(error) || error instanceof Neo4jUnavailableError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const failure = FAILURES.find(({ matches }) => matches(code, error.message));
  return failure === undefined
    ? error
    : new Neo4jUnavailableError(failure.reason, failure.message(address), { cause: error });
}

/** Whether a connection could not be made in the time of the driver's `connectionTimeout`: nothing was sent yet. */
export function isConnectTimeout(error: unknown): boolean {
  return isNativeError(error) && /Failed to establish connection in \d+ms/.test(error.message);
}
