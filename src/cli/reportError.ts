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
  // All other errors of commands are about their input: options, environment, folders.
  const code = error instanceof StoreUnavailableError ? "STORE_UNAVAILABLE" : "BAD_USER_INPUT";
  return [{ message: error instanceof CommanderError ? usageOf(error) : messageOf(error), extensions: { code } }];
}

/** A usage error on one line. */
function usageOf({ message }: CommanderError): string {
  return message.replace(/^error: /, "").replace(/\s+/g, " ");
}

function messageOf(error: unknown): string {
  return isNativeError(error) ? error.message : String(error);
}
