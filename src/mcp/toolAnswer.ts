import type { CallToolResult } from "@modelcontextprotocol/server";
import type { GraphQLFormattedError } from "graphql";
import { ErrorCode } from "../graphql/errors/ErrorCode.js";
import { cutAnswer, type JsonObject } from "./cutAnswer.js";
import type { Tool } from "./Tool.js";

/**
 * Bytes of what a tool answers. It is sent twice, as the protocol asks: as text for those that read no structured content, and as structured
 * content; an assistant is given one of them.
 */
export const MOST_BYTES = 20 * 1024;

/** Characters of an error's message: GraphQL repeats what it was given, whatever its length. */
const LONGEST_MESSAGE = 1_000;

/** What the graph answers to an operation. */
export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** An answer of the graph as a tool gives it. */
export function toolAnswer(tool: Tool, { data, errors }: GraphAnswer): CallToolResult {
  const plain = data === null ? null : asJson(data);
  if (errors.length > 0) return errorAnswer(errors, plain);
  if (plain === null) return errorAnswer([{ message: "The graph gave no answer." }]);
  const answer = cutAnswer(plain, tool.keptWhole, fits);
  return answer === null ? errorAnswer([TOO_LARGE]) : foundAnswer(answer);
}

const TOO_LARGE: GraphQLFormattedError = {
  message: `The answer is larger than ${MOST_BYTES} bytes, the limit for a tool, even with its lists cut. Request less.`,
  extensions: { code: ErrorCode.QUERY_TOO_COMPLEX, reason: "BYTES", limit: MOST_BYTES },
};

function foundAnswer(answer: JsonObject): CallToolResult {
  return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: { ...answer } };
}

/**
 * Errors as a tool tells them: each with its code, argument, suggestions and candidates, and beside them what could be answered all the same.
 * They come as text, for structured content has the form of an answer.
 */
export function errorAnswer(errors: readonly GraphQLFormattedError[], data: JsonObject | null = null): CallToolResult {
  const told = asJson({
    errors: errors.map(({ message, extensions }) => ({ message: inWordsOfTools(message), ...extensions })),
    ...(data === null || Object.values(data).every((field) => field === null) ? {} : { data }),
  });
  const asText = (answer: JsonObject | { readonly errors: readonly unknown[] }): CallToolResult => ({
    content: [{ type: "text", text: JSON.stringify(answer) }],
    isError: true,
  });
  const cut = cutAnswer(told, new Set(), fits);
  return asText(cut ?? { errors: [{ message: TOO_LARGE.message, ...TOO_LARGE.extensions }] });
}

/** An object as HTTP would give it: what graphql-js makes has no prototypes, and `extensions` may hold what JSON writes otherwise. */
function asJson(object: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(JSON.stringify(object)) as JsonObject;
}

/** A message of GraphQL where an assistant knows arguments, and no variables. */
function inWordsOfTools(message: string): string {
  const words = message.replace(/\bVariable "\$(\w+)"/g, 'Argument "$1"');
  return words.length <= LONGEST_MESSAGE ? words : `${words.slice(0, LONGEST_MESSAGE)}…`;
}

function fits(answer: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(answer)) <= MOST_BYTES;
}
