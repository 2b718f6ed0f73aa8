import type { FastifyRequest } from "fastify";
import { stripIgnoredCharacters } from "graphql";

/** Memo of `askedText`, which is needed before and after a request is answered. */
const known = new WeakMap<FastifyRequest, string | null>();

/**
 * Everything that determines the answer to a request besides the revision, as text. Requests that differ only in characters that GraphQL
 * ignores have the same text. Null if the request has no unambiguous text or contains no operation.
 */
export function askedText(request: FastifyRequest): string | null {
  let text = known.get(request);
  if (text === undefined) known.set(request, (text = textOf(request)));
  return text;
}

/** Whether a result of `askedText` may contain personal data. GraphQL has only one spelling of a name, so the check finds every use. */
export function tellsOfPerson(asked: string): boolean {
  return /\b(profile|skillsIn)\b/.test(asked);
}

/** The operation in a request: the body of a POST, null if it is no object; or the URL parameters of a GET, with their JSON parsed. */
export function operationIn({ method, body, query }: FastifyRequest): Readonly<Record<string, unknown>> | null {
  // A body is always JSON: the service reads no other type.
  if (method === "POST") {
    return typeof body === "object" && body !== null && !Array.isArray(body)
      ? (body as Readonly<Record<string, unknown>>)
      : null;
  }
  const parameters = query as Readonly<Record<string, unknown>>;
  return {
    ...parameters,
    variables: parsed(parameters["variables"]),
    extensions: parsed(parameters["extensions"]),
  };
}

function textOf(request: FastifyRequest): string | null {
  const operation = request.knownOperation ?? operationIn(request);
  if (operation === null || (request.method !== "POST" && typeof operation["query"] !== "string")) return null;
  return operationText(request.headers.accept ?? "", operation);
}

/** The value of a URL parameter that contains JSON; the text itself if it is invalid. */
function parsed(parameter: unknown): unknown {
  if (typeof parameter !== "string") return parameter;
  if (parameter === "") return undefined;
  try {
    return JSON.parse(parameter);
  } catch {
    return parameter;
  }
}

function operationText(accept: string, operation: Readonly<Record<string, unknown>>): string | null {
  const { query, operationName, variables, extensions } = operation;
  let isExact = true;
  const text = JSON.stringify(
    [typeof query === "string" ? withoutBlanks(query) : query, operationName, orNull(variables), orNull(extensions)],
    (_, value: unknown) => {
      // A client's JSON may contain 1e400, which parses to Infinity and would be written as null.
      if (typeof value === "number" && !Number.isFinite(value)) isExact = false;
      return value;
    },
  );
  return isExact ? `${accept} ${text}` : null;
}

/** An operation without the characters that GraphQL ignores, such as white space and comments; unchanged if it cannot be parsed. */
function withoutBlanks(query: string): string {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return query;
  }
}

/** Null for an object without keys, which has the same meaning. */
function orNull(value: unknown): unknown {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0 ? null : value;
}
