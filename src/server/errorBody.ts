import type { ErrorCode } from "../graphql/errors/ErrorCode.js";

/** The body of an answer that GraphQL had no part in, in the form of its errors. */
export function errorBody(code: ErrorCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}
