import { isNativeError } from "node:util/types";
import { CommanderError } from "commander";
import type { GraphQLFormattedError } from "graphql";
import { StoreUnavailableError } from "../store/StoreUnavailableError.js";
import { AskError } from "./ask.js";

/**
 * Says why a command failed. A person gets one message on standard error; a stack would tell them nothing. A program gets JSON
 * on standard output, `{ "errors": [...] }`, with what GraphQL says of each where it was asked.
 */
export function reportError(error: unknown, json: boolean): void {
  if (json) {
    const errors = errorsOf(error).map(({ message, ...rest }) => ({ message, ...rest }));
    console.log(JSON.stringify({ errors }, null, 2));
  } else console.error(messageOf(error));
}

function errorsOf(error: unknown): readonly GraphQLFormattedError[] {
  if (error instanceof AskError) return error.errors;
  // What a command throws else is about what it was given: options, environment, folders.
  const code = error instanceof StoreUnavailableError ? "STORE_UNAVAILABLE" : "BAD_USER_INPUT";
  return [{ message: error instanceof CommanderError ? usageOf(error) : messageOf(error), extensions: { code } }];
}

/** What was wrong with the usage, on one line. */
function usageOf({ message }: CommanderError): string {
  return message.replace(/^error: /, "").replace(/\s+/g, " ");
}

function messageOf(error: unknown): string {
  return isNativeError(error) ? error.message : String(error);
}
