import { registerEnumType } from "type-graphql";

/** The properties of an error code. */
interface CodeFacts {
  /** HTTP status of an answer that has only this error. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retry: boolean;
  /** When the error occurs, and what to do. */
  readonly meaning: string;
}

const FIX_REFERENCE =
  "No such node: the reference is not an id, a name or an alias. Offer `extensions.suggestions`, which may be empty, to the user, or use `search`.";
const CHOOSE =
  "Several nodes have this name or alias. Offer `extensions.candidates` to the user and pass the id of the one chosen.";

/** Every `extensions.code` of an error. This is the only list: the docs, the schema and the check of outgoing errors use it. */
export const ERROR_CODES = {
  ROLE_NOT_FOUND: { status: 200, retry: false, meaning: FIX_REFERENCE },
  SKILL_NOT_FOUND: { status: 200, retry: false, meaning: FIX_REFERENCE },
  TRACK_NOT_FOUND: { status: 200, retry: false, meaning: FIX_REFERENCE },
  CERTIFICATION_NOT_FOUND: { status: 200, retry: false, meaning: FIX_REFERENCE },
  DEGREE_NOT_FOUND: { status: 200, retry: false, meaning: FIX_REFERENCE },
  AMBIGUOUS_ROLE: { status: 200, retry: false, meaning: CHOOSE },
  AMBIGUOUS_SKILL: { status: 200, retry: false, meaning: CHOOSE },
  AMBIGUOUS_TRACK: { status: 200, retry: false, meaning: CHOOSE },
  AMBIGUOUS_CERTIFICATION: { status: 200, retry: false, meaning: CHOOSE },
  AMBIGUOUS_DEGREE: { status: 200, retry: false, meaning: CHOOSE },
  BAD_USER_INPUT: {
    status: 200,
    retry: false,
    meaning:
      "An argument has an invalid value. `extensions.argument` names the argument and `extensions.reason` says what is wrong. If a variable does not have its declared type, the whole request is refused with status 400, without `argument` and `reason`.",
  },
  QUERY_TOO_DEEP: {
    status: 400,
    retry: false,
    meaning: "The operation nests fields too deeply. Request the inner part in a separate operation, by id.",
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    retry: false,
    meaning:
      "The operation exceeds a limit, so nothing is returned. `extensions.reason` is COST (fields resolved), BYTES (size of the answer), DEADLINE (time of the operation) or SEARCH (time of its path searches, which share one limit). Only `shortestPath` fails with SEARCH, when it finds no path in that time. Other searches that run out of time do not fail: they return the best paths found so far, with LIMIT_REACHED. `extensions.limit` is the number that was exceeded: fields, bytes or milliseconds. Request fewer items (`first`, `limit`), fewer fields or fewer searches.",
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    retry: false,
    meaning: "The document is not valid GraphQL. `locations` says where.",
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    retry: false,
    meaning: "The operation does not match the schema. `locations` says where.",
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    retry: false,
    meaning:
      "It is not clear which operation of the document to run. Send its name as `operationName`; if you did, the document has no operation with this name.",
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    retry: false,
    meaning:
      "The service does not know an operation with this hash. Send its text as well; Apollo Client and urql do so automatically. If the service answers only listed operations, or if the client has no text to send (such as Relay with `persistConfig`), ask the operator of the service to add the operation to the listed ones.",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    retry: false,
    meaning:
      "The service has no listed operations, so it cannot find one by its hash. Send the text; Apollo Client and urql do so automatically. If the client has no text to send, as is the case for Relay with `persistConfig`, ask the operator of the service to list its operations.",
  },
  OPERATION_NOT_LISTED: {
    status: 403,
    retry: false,
    meaning:
      "The service answers only listed operations, and this one is not listed. Ask the operator of the service to list it.",
  },
  BAD_REQUEST: {
    status: 400,
    retry: false,
    meaning:
      "The HTTP request is invalid. The message says why. Some mistakes have a status of their own, such as 413 for a body that is too large.",
  },
  NOT_FOUND: { status: 404, retry: false, meaning: "Nothing is served at this URL. GraphQL is at `/graphql`." },
  STORE_UNAVAILABLE: {
    status: 200,
    retry: true,
    meaning: "The graph database cannot be reached. Retry after `extensions.retryAfter` seconds.",
  },
  TOO_BUSY: {
    status: 503,
    retry: true,
    meaning:
      "The service is overloaded and did not start this operation. Retry after `extensions.retryAfter` seconds; the header `Retry-After` has the same value. If only the graph database is overloaded, only the fields that need it fail: the status is then 200, without this header.",
  },
  RATE_LIMITED: {
    status: 429,
    retry: true,
    meaning:
      "This client has reached its limit of requests per minute. Retry after `extensions.retryAfter` seconds; the header `Retry-After` has the same value.",
  },
  INTERNAL_SERVER_ERROR: {
    status: 200,
    retry: true,
    meaning:
      "An error in the service. Retry once; if the error persists, report the operation and its variables. If the whole request failed, the status is 500.",
  },
} as const satisfies Readonly<Record<string, CodeFacts>>;

export type ErrorCode = keyof typeof ERROR_CODES;
export const ErrorCode = Object.fromEntries(Object.keys(ERROR_CODES).map((code) => [code, code])) as {
  readonly [Code in ErrorCode]: Code;
};

/** Every `extensions.reason` of BAD_USER_INPUT, with its meaning and what to do. */
export const ERROR_REASONS = {
  OUT_OF_RANGE: "A number is out of range, or a list or text is too short or too long. The message gives the range.",
  MALFORMED: "A text does not have the form that the argument needs. The message describes the form.",
  MISSING:
    "An argument is missing. Either at least one of several arguments is needed (`from` or `to` of `reachableRoles`), or a given argument requires another (`minPay` requires `currency`).",
  NOT_APPLICABLE: "The argument has no meaning here, such as a level of a skill whose dataset has no scale of levels.",
  UNKNOWN_ID: "There is no node with this id. Take ids from `search`, `role` or `skill`.",
  UNKNOWN_NAME:
    "There is no such value, for example no such category or currency. In `/mcp`, also: the tool has no such argument. See `extensions.suggestions` if there are any.",
  FOREIGN_CURSOR:
    "The cursor does not belong to this list. Pass an unchanged cursor from an earlier page of the same field, and repeat the other arguments of that request. Only `first`, `last`, `after` and `before` may differ.",
  CONTRADICTION:
    "Arguments exclude or repeat each other, such as `first` with `last`, or the same role twice. The message says which to omit.",
} as const satisfies Readonly<Record<string, string>>;

export type ErrorReason = keyof typeof ERROR_REASONS;

registerEnumType(ErrorCode, {
  name: "ErrorCode",
  description: "Values of `extensions.code` of an error, each with its HTTP status and whether to retry.",
  valuesConfig: Object.fromEntries(
    Object.entries<CodeFacts>(ERROR_CODES).map(([code, { status, retry, meaning }]) => [
      code,
      {
        description: `${meaning} HTTP ${status}; ${retry ? "the same request may succeed later" : "do not retry"}.`,
      },
    ]),
  ),
});
