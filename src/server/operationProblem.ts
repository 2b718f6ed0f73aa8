import type { FastifyRequest } from "fastify";
import { operationIn } from "./askedText.js";

const EXAMPLE = '`{"query": "{ dataset { name } }"}`';

/**
 * What is wrong with a request that is to carry one operation, and what to send instead; null if nothing is. Apollo Server refuses the same
 * requests, but its messages do not say what to do.
 */
export function operationProblem(request: FastifyRequest): string | null {
  const { method, body } = request;
  const isByUrl = method === "GET" || method === "HEAD";
  if (!isByUrl && method !== "POST") return null;
  if (!isByUrl && Array.isArray(body)) return "Batches are not supported: send each operation in its own request.";
  const parameters = isByUrl ? (request.query as Readonly<Record<string, unknown>>) : {};
  for (const name of ["query", "operationName", "variables", "extensions"]) {
    if (Array.isArray(parameters[name])) return `The URL contains \`${name}\` more than once. Send it once.`;
  }
  const operation = request.knownOperation ?? operationIn(request);
  if (operation === null) return `The body must be a JSON object such as ${EXAMPLE}.`;
  const { query, operationName, variables, extensions } = operation;
  if (isAbsent(query) || query === "") {
    const where = isByUrl ? "the URL parameter `query`, or by POST as JSON" : `\`query\`, as in ${EXAMPLE}`;
    return `The request contains no operation. Send its text in ${where}.`;
  }
  if (typeof query !== "string") return "`query` must be a string that contains the operation.";
  if (!isAbsent(operationName) && typeof operationName !== "string") return "`operationName` must be a string or null.";
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (isAbsent(value) || isObject(value)) continue;
    return isByUrl
      ? `The URL parameter \`${name}\` must be a JSON object, encoded for URLs.`
      : `\`${name}\` must be a JSON object or null.`;
  }
  return null;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
