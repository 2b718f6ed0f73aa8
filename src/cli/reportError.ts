import { isNativeError } from "node:util/types";
import { CommanderError } from "commander";
import type { GraphQLFormattedError } from "graphql";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import { AskError } from "./ask.js";

/**
 * Reports why a command failed. Without --json, it prints the message on standard error, without a stack. With --json, it prints
 * `{ "errors": [...] }` on standard output, with the extensions of GraphQL errors.
 */
export function reportError(error: unknown, json: boolean): void {
  if (json) {
    const errors = errorsOf(error).map(({ message, ...rest }) => ({ message, ...rest }));
    console.log(JSON.stringify({ errors }, null, 2));
  } else console.error(messageOf(error));
}

function errorsOf(error: unknown): readonly GraphQLFormattedError[] {
  if (error instanceof AskError) return error.errors;
  const message = error instanceof CommanderError ? usageOf(error) : messageOf(error);
  return [{ message, extensions: { code: codeOf(error) } }];
}

function codeOf(error: unknown): "STORE_UNAVAILABLE" | "INTERNAL_SERVER_ERROR" | "BAD_USER_INPUT" {
  if (error instanceof StoreUnavailableError) return "STORE_UNAVAILABLE";
  return isUnexpected(error) ? "INTERNAL_SERVER_ERROR" : "BAD_USER_INPUT";
}

/** Whether an error is a fault of the program. Commands throw other kinds of error for faults of options, environment and folders. */
function isUnexpected(error: unknown): boolean {
  return (
    !isNativeError(error) ||
    ["TypeError", "RangeError", "ReferenceError", "SyntaxError", "AssertionError"].includes(error.name)
  );
}

/** A usage error on one line. */
function usageOf({ message }: CommanderError): string {
  return message.replace(/^error: /, "").replace(/\s+/g, " ");
}

function messageOf(error: unknown): string {
  const message = isNativeError(error) ? error.message : String(error);
  return isUnexpected(error) ? `Career Graph failed unexpectedly: ${message}` : message;
}
