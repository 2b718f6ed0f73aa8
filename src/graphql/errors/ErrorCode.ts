import { registerEnumType } from "type-graphql";

/** What there is to know of an error code. */
interface CodeFacts {
  /** HTTP status of an answer with this error alone. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retry: boolean;
  /** When it comes, and what to do about it. */
  readonly meaning: string;
}

const FIX_REFERENCE = "A reference names nothing. Offer `extensions.suggestions` to the user, or ask `search`.";
const CHOOSE = "A name or alias has several owners. Offer `extensions.candidates` to the user and pass the id of one.";

/** Every `extensions.code` of an error, the one place that lists them: docs, schema and what may be sent are made from it. */
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
      "An argument has a value that is not allowed. `extensions.argument` names it, `extensions.reason` says what is wrong with it. A variable of another type than declared is refused before anything is answered, with status 400 and without a reason.",
  },
  QUERY_TOO_DEEP: {
    status: 400,
    retry: false,
    meaning: "The operation nests fields too deep. Ask for the inner part in an operation of its own, by id.",
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    retry: false,
    meaning:
      "The operation does too much, and nothing of it is answered: `extensions.reason` is COST (fields resolved), BYTES (size of the answer) or DEADLINE (time), `extensions.limit` the limit. Ask for fewer items (`first`, `limit`), fewer fields or fewer searches.",
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    retry: false,
    meaning: "The text is not valid GraphQL. The message says where.",
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    retry: false,
    meaning: "The operation does not fit the schema. The message says where.",
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    retry: false,
    meaning: "The document holds several operations or none of the name given. Send `operationName`.",
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    retry: false,
    meaning:
      "No operation is known by this hash. Send its text along; clients that persist operations do so by themselves.",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    retry: false,
    meaning: "Operations are not kept by hash. Send the text; clients that persist operations do so by themselves.",
  },
  OPERATION_NOT_LISTED: {
    status: 403,
    retry: false,
    meaning: "The service answers listed operations alone, and this is none. Ask whoever runs it to list it.",
  },
  BAD_REQUEST: {
    status: 400,
    retry: false,
    meaning:
      "The HTTP request cannot be read. The message says why. The status is 403 for a page of an origin that may not ask at `/mcp`, 405 for a method other than GET and POST, 413 for a body that is too large, 415 for one that is not sent as `application/json`, and 421 for a host name the service is not known by.",
  },
  NOT_FOUND: { status: 404, retry: false, meaning: "Nothing answers at this address. GraphQL is at `/graphql`." },
  STORE_UNAVAILABLE: {
    status: 200,
    retry: true,
    meaning: "The store of the graph cannot be reached. Ask again in a few seconds.",
  },
  TOO_BUSY: {
    status: 503,
    retry: true,
    meaning:
      "The service has more to do than it can, and did nothing of this. Ask again after `extensions.retryAfter` seconds, which the header `Retry-After` gives too.",
  },
  RATE_LIMITED: {
    status: 429,
    retry: true,
    meaning:
      "This client has sent as many requests as it may in a minute. Ask again after `extensions.retryAfter` seconds, which the header `Retry-After` gives too.",
  },
  INTERNAL_SERVER_ERROR: {
    status: 200,
    retry: true,
    meaning:
      "Something went wrong on our side. Ask again once; if it comes again, report the operation and its variables. Where the whole request failed, the status is 500.",
  },
} as const satisfies Readonly<Record<string, CodeFacts>>;

export type ErrorCode = keyof typeof ERROR_CODES;
export const ErrorCode = Object.fromEntries(Object.keys(ERROR_CODES).map((code) => [code, code])) as {
  readonly [Code in ErrorCode]: Code;
};

/** Every `extensions.reason` of BAD_USER_INPUT, with when it comes and what to do about it. */
export const ERROR_REASONS = {
  OUT_OF_RANGE:
    "A number lies outside its range, or a list or text is too short or too long. The message names the range.",
  UNKNOWN_ID: "An id names nothing. Take ids from `search`, `role` or `skill`.",
  UNKNOWN_NAME: "A name that is not a reference, such as a category, names nothing. See `extensions.suggestions`.",
  FOREIGN_CURSOR:
    "A cursor was given by another list. Pass one of the same field, unchanged, with the arguments it came with.",
  CONTRADICTION:
    "Arguments exclude or repeat each other, such as `first` with `last`, or one role twice. The message says which to leave out.",
} as const satisfies Readonly<Record<string, string>>;

export type ErrorReason = keyof typeof ERROR_REASONS;

registerEnumType(ErrorCode, {
  name: "ErrorCode",
  description: "Values of `extensions.code` of an error, each with its HTTP status and whether to ask again.",
  valuesConfig: Object.fromEntries(
    Object.entries<CodeFacts>(ERROR_CODES).map(([code, { status, retry, meaning }]) => [
      code,
      {
        description: `${meaning} HTTP ${status}; ${retry ? "the same request may succeed later" : "do not repeat it"}.`,
      },
    ]),
  ),
});
