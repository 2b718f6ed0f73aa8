import type { FastifyRequest } from "fastify";

const EXAMPLE = '`{"query": "{ dataset { name } }"}`';

/**
 * What is wrong with a request that is to carry one operation, and what to send instead; null if nothing is. Apollo Server refuses the same
 * requests, but its messages do not say what to do.
 */
export function operationProblem(request: FastifyRequest): string | null {
  if (request.method === "POST") return bodyProblem(request.body);
  if (request.method === "GET" || request.method === "HEAD") return urlProblem(request.query as Parameters);
  return null;
}

type Parameters = Readonly<Record<string, unknown>>;

function bodyProblem(body: unknown): string | null {
  if (Array.isArray(body)) return "Batches are not supported: send each operation in its own request.";
  if (typeof body !== "object" || body === null) return `The body must be a JSON object such as ${EXAMPLE}.`;
  const { query, operationName, variables, extensions } = body as Parameters;
  if (query === undefined || query === null || query === "") {
    return `The request contains no operation. Send its text in \`query\`, as in ${EXAMPLE}.`;
  }
  if (typeof query !== "string") return "`query` must be a string that contains the operation.";
  if (!isAbsent(operationName) && typeof operationName !== "string") return "`operationName` must be a string or null.";
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (!isAbsent(value) && !isObject(value)) return `\`${name}\` must be a JSON object or null.`;
  }
  return null;
}

function urlProblem(parameters: Parameters): string | null {
  for (const name of ["query", "operationName", "variables", "extensions"]) {
    if (Array.isArray(parameters[name])) return `The URL contains \`${name}\` more than once. Send it once.`;
  }
  if (!parameters["query"]) {
    return "The request contains no operation. Send its text in the URL parameter `query`, or by POST as JSON.";
  }
  for (const name of ["variables", "extensions"]) {
    const text = parameters[name];
    if (typeof text === "string" && text !== "" && !holdsObject(text)) {
      return `The URL parameter \`${name}\` must be a JSON object, encoded for URLs.`;
    }
  }
  return null;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function holdsObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || isObject(value);
  } catch {
    return false;
  }
}
