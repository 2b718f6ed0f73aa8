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
  if (error instanceof StoreUnavailableError) return [withCode(messageOf(error), "STORE_UNAVAILABLE")];
  const message = messageOf(error);
  // What else a command throws is about what it was given: options, environment, folders.
  return [
    withCode(
      error instanceof CommanderError ? message.replace(/^error: /, "").replace(/\s+/g, " ") : message,
      "BAD_USER_INPUT",
    ),
  ];
}

function withCode(message: string, code: string): GraphQLFormattedError {
  return { message, extensions: { code } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
