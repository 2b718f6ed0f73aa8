import type { CallToolResult } from "@modelcontextprotocol/server";
import type { GraphQLFormattedError } from "graphql";
import { ErrorCode } from "../graphql/errors/ErrorCode.js";
import { cutAnswer, type JsonObject } from "./cutAnswer.js";
import type { Tool } from "./Tool.js";

/**
 * Maximum size of a tool's answer in bytes. The answer is sent twice, as the protocol requires: as structured content, and as text for clients
 * that do not read structured content. An assistant gets one of them.
 */
export const MOST_BYTES = 20 * 1024;

/** Maximum number of characters of an error message. GraphQL repeats the given value at any length. */
const LONGEST_MESSAGE = 1_000;

/** The answer of the graph to an operation. */
export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Converts an answer of the graph to the result of a tool. */
export function toolAnswer(tool: Tool, { data, errors }: GraphAnswer): CallToolResult {
  const plain = data === null ? null : asJson(data);
  if (errors.length > 0) return errorAnswer(errors, plain);
  if (plain === null) return errorAnswer([{ message: "The graph gave no answer." }]);
  const answer = cutAnswer(plain, tool.keptWhole, fits);
  return answer === null ? errorAnswer([TOO_LARGE]) : foundAnswer(answer);
}

const TOO_LARGE: GraphQLFormattedError = {
  message: `The answer is larger than ${MOST_BYTES} bytes, the limit for a tool, even with its lists cut. Request fewer items with \`first\` or \`limit\`, or ask about fewer roles or skills.`,
  extensions: { code: ErrorCode.QUERY_TOO_COMPLEX, reason: "BYTES", limit: MOST_BYTES },
};

function foundAnswer(answer: JsonObject): CallToolResult {
  return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: { ...answer } };
}

/**
 * Errors as the result of a tool: each with its code, argument, suggestions and candidates, together with the data that could still be
 * answered. They are sent as text, because structured content must match the output schema.
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

/** An object after a round trip through JSON, as over HTTP: graphql-js creates objects without prototypes, and `extensions` may contain values that JSON converts. */
function asJson(object: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(JSON.stringify(object)) as JsonObject;
}

/** A GraphQL message with “argument” instead of “variable”, because assistants do not know variables. */
function inWordsOfTools(message: string): string {
  const words = message.replace(/\bVariable "\$(\w+)"/g, 'Argument "$1"');
  return words.length <= LONGEST_MESSAGE ? words : `${words.slice(0, LONGEST_MESSAGE)}…`;
}

function fits(answer: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(answer)) <= MOST_BYTES;
}
