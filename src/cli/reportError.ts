import { CommanderError } from "commander";
import type { GraphQLFormattedError } from "graphql";
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
  if (!(error instanceof CommanderError)) return [{ message: messageOf(error) }];
  const message = messageOf(error)
    .replace(/^error: /, "")
    .replace(/\s+/g, " ");
  return [{ message, extensions: { code: "BAD_USER_INPUT" } }];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
