import { afterEach, expect, jest, test } from "@jest/globals";
import { reportError } from "../../src/cli/reportError.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";

afterEach(() => void jest.restoreAllMocks());

/** The code and the message that `--json` prints. */
function reported(error: unknown): [string, string] {
  const print = jest.spyOn(console, "log").mockImplementation(() => {});
  reportError(error, true);
  const printed = JSON.parse(String(print.mock.calls.at(-1)?.[0])) as {
    errors: [{ message: string; extensions: { code: string } }];
  };
  const [{ message, extensions }] = printed.errors;
  return [extensions.code, message];
}

test("only an error about the input is called bad input", () => {
  expect(reported(new Error("Name a folder."))).toEqual(["BAD_USER_INPUT", "Name a folder."]);
  expect(reported(new TypeError("x is not a function"))).toEqual([
    "INTERNAL_SERVER_ERROR",
    "Career Graph failed unexpectedly: x is not a function",
  ]);
  expect(reported("thrown text")).toEqual(["INTERNAL_SERVER_ERROR", "Career Graph failed unexpectedly: thrown text"]);
  expect(reported(new StoreUnavailableError("Down."))[0]).toBe("STORE_UNAVAILABLE");
});

test("without --json, an unexpected error is called so, without a stack", () => {
  const print = jest.spyOn(console, "error").mockImplementation(() => {});
  reportError(new RangeError("Invalid array length"), false);
  expect(print.mock.calls).toEqual([["Career Graph failed unexpectedly: Invalid array length"]]);
});
