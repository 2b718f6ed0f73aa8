import type { FastifyRequest } from "fastify";
import { stripIgnoredCharacters } from "graphql";

/** What each request asks for, as text: it is needed before and after the answer is made. */
const known = new WeakMap<FastifyRequest, string | null>();

/**
 * Everything that the answer to a request depends on besides the revision, as text: requests that ask for the same in other words have the
 * same text. Null if no text tells it from another, and for what is no operation.
 */
export function askedText(request: FastifyRequest): string | null {
  let text = known.get(request);
  if (text === undefined) known.set(request, (text = textOf(request)));
  return text;
}

/** Whether a text of `askedText` may tell of a person: names in GraphQL are written one way, so a person's are always seen. */
export function tellsOfPerson(asked: string): boolean {
  return /\b(profile|skillsIn)\b/.test(asked);
}

/**
 * The operation that a request carries, as its client wrote it: the body of a POST, the parameters of a GET, whose JSON is read. Null where
 * it carries none that can be read.
 */
export function operationIn({
  method,
  headers,
  body,
  query,
}: FastifyRequest): Readonly<Record<string, unknown>> | null {
  if (method === "POST") {
    if (headers["content-type"]?.startsWith("application/json") !== true) return null;
    return typeof body === "object" && body !== null && !Array.isArray(body)
      ? (body as Readonly<Record<string, unknown>>)
      : null;
  }
  const parameters = query as Readonly<Record<string, unknown>>;
  try {
    return {
      ...parameters,
      variables: parsed(parameters["variables"]),
      extensions: parsed(parameters["extensions"]),
    };
  } catch {
    return null;
  }
}

function textOf(request: FastifyRequest): string | null {
  const operation = request.knownOperation ?? operationIn(request);
  if (operation === null || (request.method !== "POST" && typeof operation["query"] !== "string")) return null;
  return operationText(request.headers.accept ?? "", operation);
}

/** A parameter of an address that holds JSON. */
function parsed(parameter: unknown): unknown {
  return typeof parameter === "string" && parameter !== "" ? JSON.parse(parameter) : parameter;
}

function operationText(accept: string, operation: Readonly<Record<string, unknown>>): string | null {
  const { query, operationName, variables, extensions } = operation;
  let isExact = true;
  const text = JSON.stringify(
    [typeof query === "string" ? withoutBlanks(query) : query, operationName, orNull(variables), orNull(extensions)],
    (_, value: unknown) => {
      // JSON of a client can hold 1e400, which JSON of ours writes as null.
      if (typeof value === "number" && !Number.isFinite(value)) isExact = false;
      return value;
    },
  );
  return isExact ? `${accept} ${text}` : null;
}

/** An operation without what GraphQL ignores, such as blanks and comments; as it is where it cannot be read. */
function withoutBlanks(query: string): string {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return query;
  }
}

/** Null for an object without keys, which says as much as none. */
function orNull(value: unknown): unknown {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0 ? null : value;
}
