import neo4j from "neo4j-driver";
import { expect, test } from "@jest/globals";
import { failureOf } from "../../../src/store/neo4j/failureOf.js";
import { RevisionGoneError } from "../../../src/store/RevisionGoneError.js";
import { StoreUnavailableError } from "../../../src/store/StoreUnavailableError.js";

const ADDRESS = { uri: "bolt://graph.example:7687", username: "reader", password: "s3cret!", database: "careers" };

const driverError = (code: string, message = "from the server"): Error => Object.assign(new Error(message), { code });

test.each([
  ["Neo.ClientError.Security.Unauthorized", "", "WRONG_CREDENTIALS", "refuses the password of reader"],
  ["Neo.ClientError.Security.AuthenticationRateLimit", "", "WRONG_CREDENTIALS", "does not let reader in"],
  ["Neo.ClientError.Security.Forbidden", "", "WRONG_CREDENTIALS", "forbids what was asked"],
  ["Neo.ClientError.Database.DatabaseNotFound", "", "WRONG_DATABASE", 'no database "careers"'],
  ["N/A", "Connection acquisition timed out in 1500 ms.", "TOO_BUSY", "overloaded"],
  [neo4j.error.SERVICE_UNAVAILABLE, "", "UNREACHABLE", "check that it runs"],
  [neo4j.error.SESSION_EXPIRED, "", "UNREACHABLE", "check that it runs"],
  ["Neo.ClientError.Transaction.TransactionTimedOut", "", "TOO_SLOW", "took too long"],
  ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "", "TOO_SLOW", "took too long"],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "", "OUT_OF_MEMORY", "transaction memory"],
  ["Neo.TransientError.Database.DatabaseUnavailable", "", "UNREACHABLE", "cannot answer now"],
  ["Neo.DatabaseError.Database.UnableToStartDatabase", "", "UNREACHABLE", "cannot answer now"],
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
])("what no row is about passes unchanged: %s", (error) => {
  expect(failureOf(error, ADDRESS)).toBe(error);
});
