import type { ErrorCode } from "../graphql/errors/ErrorCode.js";

/** What a client is told of an error that is none of its own, where GraphQL does not say more. */
export const OUR_FAULT = "An error occurred in the service. Retry.";

/** The body of an answer that GraphQL had no part in, in the form of its errors. */
export function errorBody(code: ErrorCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}
