import neo4j from "neo4j-driver";
import { expect, test } from "@jest/globals";
import { failureOf } from "../../../src/store/neo4j/failureOf.js";
import { RevisionGoneError } from "../../../src/store/RevisionGoneError.js";
import { StoreUnavailableError } from "../../../src/store/StoreUnavailableError.js";

const ADDRESS = { uri: "bolt://graph.example:7687", username: "reader", password: "s3cret!", database: "careers" };

const driverError = (code: string, message = "from the server"): Error => Object.assign(new Error(message), { code });

test.each([
  ["Neo.ClientError.Security.Unauthorized", "", "WRONG_CREDENTIALS", "refuses the password of reader"],
  ["Neo.ClientError.Security.Unauthorized", "", "WRONG_CREDENTIALS", "NEO4J_PASSWORD_FILE"],
  ["Neo.ClientError.Security.AuthenticationRateLimit", "", "ACCOUNT_LOCKED", "has locked the account reader"],
  ["Neo.ClientError.Security.Forbidden", "", "WRONG_CREDENTIALS", "forbids the operation"],
  ["Neo.ClientError.Database.DatabaseNotFound", "", "WRONG_DATABASE", 'no database "careers"'],
  [
    "N/A",
    "Connection acquisition timed out in 1500 ms.",
    "UNREACHABLE",
    "does not respond on the existing connections",
  ],
  [neo4j.error.SERVICE_UNAVAILABLE, "", "UNREACHABLE", "check that Neo4j is running"],
  [neo4j.error.SESSION_EXPIRED, "", "UNREACHABLE", "check that Neo4j is running"],
  [
    neo4j.error.SERVICE_UNAVAILABLE,
    "getaddrinfo ENOTFOUND graph.example",
    "UNREACHABLE",
    "the host name cannot be resolved (DNS)",
  ],
  [
    neo4j.error.SERVICE_UNAVAILABLE,
    "connect ECONNREFUSED 10.0.0.1:7687",
    "UNREACHABLE",
    "nothing listens on that port",
  ],
  [neo4j.error.SERVICE_UNAVAILABLE, "self-signed certificate", "UNREACHABLE", "NODE_EXTRA_CA_CERTS"],
  [neo4j.error.SERVICE_UNAVAILABLE, "certificate has expired", "UNREACHABLE", "has expired"],
  [neo4j.error.SERVICE_UNAVAILABLE, "ERR_TLS_CERT_ALTNAME_INVALID", "UNREACHABLE", "is for another host name"],
  [neo4j.error.SERVICE_UNAVAILABLE, "ssl3_get_record:wrong version number", "UNREACHABLE", "does not use TLS"],
  ["Neo.ClientError.Transaction.TransactionTimedOut", "", "TOO_SLOW", "timed out"],
  ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "", "TOO_SLOW", "timed out"],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "", "OUT_OF_MEMORY", "transaction memory"],
  ["Neo.TransientError.Database.DatabaseUnavailable", "", "UNREACHABLE", "cannot respond now"],
  ["Neo.DatabaseError.Database.UnableToStartDatabase", "", "UNREACHABLE", "cannot respond now"],
] as const)("the error %s %s means %s", (code, message, reason, told) => {
  const cause = driverError(code, message);
  const failure = failureOf(cause, ADDRESS);
  expect(failure).toBeInstanceOf(StoreUnavailableError);
  expect(failure).toMatchObject({ reason, cause, message: expect.stringContaining(told) });
  expect((failure as Error).message).not.toContain(ADDRESS.password);
});

test.each([
  driverError("Neo.ClientError.Statement.SyntaxError"),
  driverError("N/A", "Encountered unexpected message"),
  new TypeError("a defect of ours"),
  new RevisionGoneError("gone"),
  "no error at all",
])("other errors pass unchanged: %s", (error) => {
  expect(failureOf(error, ADDRESS)).toBe(error);
});
