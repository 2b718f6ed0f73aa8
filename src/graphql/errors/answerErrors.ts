import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { compareText } from "../../model/compareText.js";
import { PathQueryError } from "../../paths/query/PathQueryError.js";
import { StoreBusyError } from "../../store/StoreBusyError.js";
import { StoreUnavailableError } from "../../store/StoreUnavailableError.js";
import type { Context } from "../Context.js";
import { ERROR_CODES, ErrorCode } from "./ErrorCode.js";
import { badInput, InputError, type InputProblem } from "./InputError.js";
import { StoppedError } from "../limits/OperationWork.js";

/** Whether the message of an error with this code is meant for clients and may be sent unchanged. */
function isSendable(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(ERROR_CODES, code) && code !== "INTERNAL_SERVER_ERROR";
}

/**
 * Converts anything that was thrown into an error for the client, with a code of the contract and without stack, query text or host name. All
 * GraphQL errors pass through here.
 * @param report called with each internal error
 */
export function answerError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  // `limitOperation` replaces all errors with one.
  if (thrown instanceof StoppedError) return formatted;
  const error = unwrapResolverError(thrown);
  const where = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  const problems = problemsOf(error);
  if (problems !== null) return { message: (error as Error).message, ...where, extensions: { problems } };
  if (error instanceof StoreBusyError) {
    return {
      message: "The graph database is busy. Retry in a second.",
      ...where,
      extensions: { code: "TOO_BUSY", retryAfter: 1 },
    };
  }
  if (error instanceof StoreUnavailableError) {
    report(error);
    return {
      message: "The graph database cannot be reached at the moment. Retry in a few seconds.",
      ...where,
      extensions: { code: "STORE_UNAVAILABLE", retryAfter: 2 },
    };
  }
  // After many invalid variables, graphql-js adds this error, which Apollo Server does not recognize as one about variables.
  const isLastOfMany = formatted.message.startsWith("Too many errors processing variables");
  const code = isLastOfMany ? ErrorCode.BAD_USER_INPUT : formatted.extensions?.code;
  if (isSendable(code)) {
    const { stacktrace: _, ...extensions } = formatted.extensions as Record<string, unknown>;
    return { message: formatted.message, ...where, extensions: { ...extensions, code } };
  }
  report(error);
  return {
    message: "An error occurred in the service. Retry; if it happens again, report the operation and its variables.",
    ...where,
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}

/**
 * Splits an error with several problems into one error per problem, so that each has its own code and argument. Also sorts the errors by
 * their place in the operation, because the order in which fields fail varies.
 */
export const oneErrorAProblem: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind === "single" && body.singleResult.errors !== undefined) {
          body.singleResult.errors = [...body.singleResult.errors].sort(byPlace).flatMap(split);
        }
      },
    };
  },
};

/** Compares errors by the field's place in the operation, then by the list positions in its path. */
function byPlace(left: GraphQLFormattedError, right: GraphQLFormattedError): number {
  const [first, second] = [left.locations?.[0], right.locations?.[0]];
  const apart = (first?.line ?? 0) - (second?.line ?? 0) || (first?.column ?? 0) - (second?.column ?? 0);
  if (apart !== 0) return apart;
  const [way, other] = [left.path ?? [], right.path ?? []];
  for (const [depth, step] of way.entries()) {
    const beside = other[depth];
    if (step === beside || beside === undefined) continue;
    return typeof step === "number" && typeof beside === "number"
      ? step - beside
      : compareText(String(step), String(beside));
  }
  return way.length - other.length;
}

function split(error: GraphQLFormattedError): readonly GraphQLFormattedError[] {
  const problems = error.extensions?.problems as readonly InputProblem[] | undefined;
  if (problems === undefined) return [error];
  const { extensions: _, message: __, ...where } = error;
  return problems.map(({ code, argument, message, extensions }) => ({
    message,
    ...where,
    extensions: { code, argument, ...extensions },
  }));
}

function problemsOf(error: unknown): readonly InputProblem[] | null {
  if (error instanceof InputError) return error.problems;
  if (error instanceof PathQueryError) {
    return error.errors.map(({ argument, reason, message }) => badInput(argument, reason, message));
  }
  return null;
}
