import { isNativeError } from "node:util/types";
import neo4j from "neo4j-driver";
import type { Neo4jAddress } from "./Neo4jAddress.js";
import { Neo4jUnavailableError, SilentConnectionError, type UnavailableReason } from "./Neo4jUnavailableError.js";

interface Failure {
  /** Whether the row applies to an error. Compares the code, or the message if the driver uses one code for several errors. */
  readonly matches: (code: string, message: string) => boolean;
  readonly reason: UnavailableReason;
  readonly message: (address: Neo4jAddress, told: string) => string;
}

const is = (code: string) => (found: string) => found === code;
const startsWith = (start: string) => (found: string) => found.startsWith(start);

/**
 * What each error of the driver or server means. The first matching row decides. An error that no row matches is a defect of this
 * program and is passed on unchanged.
 */
const FAILURES: readonly Failure[] = [
  {
    matches: is("Neo.ClientError.Security.Unauthorized"),
    reason: "WRONG_CREDENTIALS",
    message: ({ uri, username }) =>
      `Neo4j at ${uri} refuses the password of ${username}: check NEO4J_USERNAME and NEO4J_PASSWORD, or the file that NEO4J_PASSWORD_FILE names.`,
  },
  {
    matches: is("Neo.ClientError.Security.AuthenticationRateLimit"),
    reason: "ACCOUNT_LOCKED",
    message: ({ uri, username }) =>
      `Neo4j at ${uri} has locked the account ${username} for some seconds after several wrong passwords. The password given here may be right: check whether another client sends a wrong one. The service retries by itself.`,
  },
  {
    matches: startsWith("Neo.ClientError.Security."),
    reason: "WRONG_CREDENTIALS",
    message: ({ uri, username }) =>
      `Neo4j at ${uri} rejects ${username} or forbids the operation: check the user, the password and the privileges.`,
  },
  {
    matches: is("Neo.ClientError.Database.DatabaseNotFound"),
    reason: "WRONG_DATABASE",
    message: ({ uri, database }) => `Neo4j at ${uri} has no database "${database ?? ""}": check NEO4J_DATABASE.`,
  },
  {
    matches: isAcquisitionTimeout,
    reason: "UNREACHABLE",
    message: ({ uri }) => `Neo4j at ${uri} does not respond on the existing connections.`,
  },
  {
    matches: (code) => code === neo4j.error.SERVICE_UNAVAILABLE || code === neo4j.error.SESSION_EXPIRED,
    reason: "UNREACHABLE",
    message: ({ uri }, told) => `Neo4j does not answer at ${uri}: ${causeOf(told)}.`,
  },
  {
    matches: startsWith("Neo.ClientError.Transaction.TransactionTimedOut"),
    reason: "TOO_SLOW",
    message: ({ uri }) => `Neo4j at ${uri} timed out.`,
  },
  {
    matches: startsWith("Neo.TransientError.General.MemoryPoolOutOfMemoryError"),
    reason: "OUT_OF_MEMORY",
    message: ({ uri }) =>
      `Neo4j at ${uri} has no transaction memory left: raise dbms.memory.transaction.total.max, or request less.`,
  },
  {
    matches: (code) => code.startsWith("Neo.TransientError.") || code.startsWith("Neo.DatabaseError.Database."),
    reason: "UNREACHABLE",
    message: ({ uri }) => `Neo4j at ${uri} cannot respond now; it is starting, stopping or short of resources.`,
  },
];

/** Why no connection could be made and what to do, by the messages of the libraries beneath the driver. The first matching row decides. */
const CAUSES: readonly (readonly [told: RegExp, cause: string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, "the host name cannot be resolved (DNS); check NEO4J_URI and the resolver of this machine"],
  [/CERT_HAS_EXPIRED|certificate has expired/, "its certificate has expired; renew it"],
  [
    /ALTNAME|altnames|does not match certificate/,
    "its certificate is for another host name; use that name in NEO4J_URI, or issue a certificate for this name",
  ],
  [
    /self[- ]signed|SELF_SIGNED|unable to (verify|get)|UNABLE_TO|certificate/i,
    "its certificate is from an unknown authority; name the authority's file in NODE_EXTRA_CA_CERTS, or use bolt+ssc:// or neo4j+ssc:// for a self-signed certificate",
  ],
  [
    /WRONG_VERSION_NUMBER|wrong version number|secure TLS connection|packet length too long|EPROTO/i,
    "it does not use TLS on this port; use bolt:// or neo4j://, or enable TLS on the server",
  ],
  [/ECONNREFUSED/, "nothing listens on that port; check that Neo4j is running and that NEO4J_URI is right"],
  [/EHOSTUNREACH|ENETUNREACH/, "there is no route to that host; check the network and NEO4J_URI"],
  [/routing|discovery/i, "no server of the cluster can be reached; for a single server, use bolt://"],
];

function causeOf(told: string): string {
  const known = CAUSES.find(([pattern]) => pattern.test(told));
  return known?.[1] ?? "check that Neo4j is running and that NEO4J_URI is right";
}

/** The messages and codes of an error and its causes. */
function toldBy(error: unknown): string {
  const told: string[] = [];
  for (let each = error; isNativeError(each) && told.length < 5; each = each.cause) {
    told.push(each.message, String((each as NodeJS.ErrnoException).code ?? ""));
  }
  return told.join(" ");
}

/** The error to throw for an error of the driver or server: ours if a row of the table matches, otherwise the same. */
export function failureOf(error: unknown, address: Neo4jAddress): unknown {
  if (!isNativeError(error) || error instanceof Neo4jUnavailableError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const failure = FAILURES.find(({ matches }) => matches(code, error.message));
  return failure === undefined
    ? error
    : new Neo4jUnavailableError(failure.reason, failure.message(address, toldBy(error)), { cause: error });
}

/** Whether an error means that a connection was dead or could not be made. A new connection may work. */
export function isBrokenConnection(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  const code = "code" in error ? error.code : "";
  return (
    error instanceof SilentConnectionError ||
    code === neo4j.error.SERVICE_UNAVAILABLE ||
    code === neo4j.error.SESSION_EXPIRED ||
    isAcquisitionTimeout(String(code), error.message)
  );
}

/** The driver uses the code N/A for several errors; of these, only this one tells about the server. */
function isAcquisitionTimeout(code: string, message: string): boolean {
  return code === "N/A" && message.startsWith("Connection acquisition timed out");
}
