import type { ErrorCode } from "../graphql/errors/ErrorCode.js";

/** The message of an internal error outside of GraphQL. */
export const OUR_FAULT = "An error occurred in the service. Retry.";

/** The body of an error that occurs outside of GraphQL, in the form of a GraphQL error. */
export function errorBody(code: ErrorCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}
