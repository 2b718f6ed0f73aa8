import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, GraphQLError, Kind } from "graphql";
import type { Context } from "../Context.js";
import { shown } from "./wording.js";

/** Maximum number of operations that a message names. */
const MOST_SHOWN = 10;

/** An Apollo plugin that refuses a request if it is not clear which operation of its document is meant, and names the operations. */
export const refuseUnclearOperation: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation !== undefined) return;
        throw new GraphQLError(messageFor(document, request.operationName ?? null), {
          extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } },
        });
      },
    };
  },
};

function messageFor({ definitions }: DocumentNode, asked: string | null): string {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap(({ name }) => (name === undefined ? [] : `“${shown(name.value)}”`));
  if (operations.length === 0) return "The document contains no operation. Add a query.";
  const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : "";
  const list = names.slice(0, MOST_SHOWN).join(", ") + more;
  if (asked === null) {
    return `The document contains ${operations.length} operations: ${list}. Send the name of one in \`operationName\`.`;
  }
  const what = `The document contains no operation named “${shown(asked)}”.`;
  if (names.length === 0) return `${what} Its only operation has no name: omit \`operationName\`.`;
  return `${what} It contains ${list}. Send the name of one in \`operationName\`.`;
}
