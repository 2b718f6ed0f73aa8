import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Context } from "../Context.js";
import { isLargerThan } from "./bytesOfAnswer.js";
import { operationCost } from "./operationCost.js";
import { operationDepth } from "./operationDepth.js";

/** A retry does not help, so the status must not be that of a server error. */
const BAD_REQUEST = { status: 400 };

/**
 * An Apollo plugin that keeps operations within their limits. An operation that is too deep, or has far too high an estimated cost, is
 * refused before execution. If an operation is stopped during execution, or its answer is too large, the answer is one error and no data.
 */
export const limitOperation: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    const { work } = contextValue;
    return {
      async didResolveOperation({ schema, document, request, operationName, operation }) {
        // If it is not clear which operation is meant, graphql-js reports the error.
        if (operation === undefined) return;
        if (operation.operation !== "query") {
          throw new GraphQLError(`This service answers queries only; it has no ${operation.operation}s.`, {
            extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: BAD_REQUEST },
          });
        }
        const depth = operationDepth(document, operationName);
        if (depth > work.limits.depth) {
          throw new GraphQLError(
            `The operation nests fields ${depth} levels deep; the limit is ${work.limits.depth}. Request the inner part in a separate operation, by id.`,
            { extensions: { code: "QUERY_TOO_DEEP", http: BAD_REQUEST, depth, limit: work.limits.depth } },
          );
        }
        const cost = operationCost(schema, document, operationName, request.variables ?? {}, contextValue.listLengths);
        if (cost !== null && cost > work.limits.estimatedCost) {
          throw new GraphQLError(
            `The operation could resolve ${Number.isFinite(cost) ? cost : "far too many"} fields; the limit is ${work.limits.estimatedCost}. Request fewer items (\`first\`, \`limit\`) or fewer fields.`,
            {
              extensions: {
                code: "QUERY_TOO_COMPLEX",
                http: BAD_REQUEST,
                reason: "COST",
                cost: Number.isFinite(cost) ? cost : null,
                limit: work.limits.estimatedCost,
              },
            },
          );
        }
      },
      async executionDidStart() {
        work.begin();
        return { executionDidEnd: async () => work.end() };
      },
      async didEncounterErrors({ errors }) {
        // There may be one error for each field that was waiting; one is enough, because another error replaces it.
        if (work.stopped !== null) (errors as GraphQLError[]).splice(1);
      },
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== "single") return;
        // Stryker disable next-line ConditionalExpression: `stop` keeps the first reason, so the check only saves time.
        if (work.stopped === null && isLargerThan(body.singleResult, work.limits.bytes)) work.stop("BYTES");
        if (work.stopped === null) return;
        http.status = BAD_REQUEST.status;
        body.singleResult = { data: null, errors: [work.error().toJSON()] };
      },
    };
  },
};
