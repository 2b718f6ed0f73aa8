import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Context } from "../Context.js";
import { operationCost } from "./operationCost.js";
import { operationDepth } from "./operationDepth.js";

/** Asking again will not help, so it must not look like a failure of ours. */
const BAD_REQUEST = { status: 400 };

/** An Apollo plugin that refuses operations that nest too deep or cost too much, before anything is resolved. */
export function limitOperation(limits: { readonly depth: number; readonly cost: number }): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request, operationName, operation }) {
          if (operation !== undefined && operation.operation !== "query") {
            throw new GraphQLError(`This service answers queries alone; there is no ${operation.operation} to send.`, {
              extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: BAD_REQUEST },
            });
          }
          const depth = operationDepth(document, operationName);
          if (depth > limits.depth) {
            throw new GraphQLError(
              `The operation nests fields ${depth} deep; ${limits.depth} is the limit. Ask for the inner part in an operation of its own, by id.`,
              { extensions: { code: "QUERY_TOO_DEEP", http: BAD_REQUEST, depth, limit: limits.depth } },
            );
          }
          const cost = operationCost(schema, document, operationName, request.variables ?? {});
          if (cost !== null && cost > limits.cost) {
            throw new GraphQLError(
              `The operation may come to resolve ${Number.isFinite(cost) ? cost : "far too many"} fields; ${limits.cost} is the limit. Ask for fewer items (\`first\`, \`limit\`) or fewer fields.`,
              {
                extensions: {
                  code: "QUERY_TOO_COMPLEX",
                  http: BAD_REQUEST,
                  cost: Number.isFinite(cost) ? cost : null,
                  limit: limits.cost,
                },
              },
            );
          }
        },
      };
    },
  };
}
