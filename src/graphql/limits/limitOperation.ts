import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Context } from "../Context.js";
import { isLargerThan } from "./bytesOfAnswer.js";
import { LIMITS } from "./LIMITS.js";
import { operationCost } from "./operationCost.js";
import { operationDepth } from "./operationDepth.js";

/** Asking again will not help, so it must not look like a failure of ours. */
const BAD_REQUEST = { status: 400 };

/**
 * An Apollo plugin that keeps operations within their limits. What nests too deep, or is estimated to cost far too much, is refused
 * before anything is resolved. What was stopped while it was resolved, or comes out too large, is answered by one error and no data.
 */
export const limitOperation: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    const { work } = contextValue;
    return {
      async didResolveOperation({ schema, document, request, operationName, operation }) {
        // graphql-js says what is wrong with a document whose operation cannot be told.
        if (operation === undefined) return;
        if (operation.operation !== "query") {
          throw new GraphQLError(`This service answers queries only; it has no ${operation.operation}s.`, {
            extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: BAD_REQUEST },
          });
        }
        const depth = operationDepth(document, operationName);
        if (depth > LIMITS.depth) {
          throw new GraphQLError(
            `The operation nests fields ${depth} levels deep; the limit is ${LIMITS.depth}. Request the inner part in a separate operation, by id.`,
            { extensions: { code: "QUERY_TOO_DEEP", http: BAD_REQUEST, depth, limit: LIMITS.depth } },
          );
        }
        const cost = operationCost(schema, document, operationName, request.variables ?? {}, contextValue.listLengths);
        if (cost !== null && cost > LIMITS.estimatedCost) {
          throw new GraphQLError(
            `The operation could resolve ${Number.isFinite(cost) ? cost : "far too many"} fields; the limit is ${LIMITS.estimatedCost}. Request fewer items (\`first\`, \`limit\`) or fewer fields.`,
            {
              extensions: {
                code: "QUERY_TOO_COMPLEX",
                http: BAD_REQUEST,
                reason: "COST",
                cost: Number.isFinite(cost) ? cost : null,
                limit: LIMITS.estimatedCost,
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
        // One error takes the place of all; there may be one for each field that waited.
        if (work.stopped !== null) (errors as GraphQLError[]).splice(1);
      },
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== "single") return;
        if (work.stopped === null && isLargerThan(body.singleResult, work.limits.bytes)) work.stop("BYTES");
        if (work.stopped === null) return;
        http.status = BAD_REQUEST.status;
        body.singleResult = { data: null, errors: [work.error().toJSON()] };
      },
    };
  },
};
