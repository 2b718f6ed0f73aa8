import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Context } from "../Context.js";
import { operationCost } from "./operationCost.js";

/** An Apollo plugin that refuses operations that cost more than a limit, before anything is resolved. */
export function limitCost(limit: number): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request, operationName }) {
          const cost = operationCost(schema, document, operationName, request.variables ?? {});
          if (cost > limit) {
            throw new GraphQLError(
              `The operation may come to resolve ${cost} fields; ${limit} is the limit. Ask for fewer items (\`first\`, \`limit\`) or fewer fields.`,
              { extensions: { code: "QUERY_TOO_COMPLEX", cost, limit } },
            );
          }
        },
      };
    },
  };
}
