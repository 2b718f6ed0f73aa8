import type { FastifyInstance, FastifyReply } from "fastify";
import { operationIn } from "./askedText.js";
import { errorBody } from "./errorBody.js";
import { hashAskedFor, type KnownOperations } from "./KnownOperations.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The operation that a request names by its hash, with its text; null if it came with a text. */
    knownOperation: Readonly<Record<string, unknown>> | null;
  }
}

/**
 * Has requests name a known operation by its hash.
 * @param only whether all others are refused, whatever way they come in
 */
export function takeKnownOperations(app: FastifyInstance, known: KnownOperations, only: boolean): void {
  const refuse = (reply: FastifyReply): FastifyReply =>
    reply
      .code(403)
      .send(
        errorBody("OPERATION_NOT_LISTED", "This service answers only listed operations, and this one is not listed."),
      );

  app.addHook("preHandler", async (request, reply) => {
    const operation = operationIn(request);
    // What cannot be read as one operation is refused for that by whoever reads it next.
    if (operation === null) return only && request.method !== "POST" ? refuse(reply) : undefined;
    const { query: text } = operation;
    if (text === undefined || text === null || text === "") {
      const hash = hashAskedFor(operation);
      if (hash === null) return;
      const query = known.textOf(hash);
      if (query === undefined) {
        return reply.send(
          errorBody(
            "PERSISTED_QUERY_NOT_FOUND",
            only ? "There is no listed operation with this hash." : "PersistedQueryNotFound",
          ),
        );
      }
      request.knownOperation = withText(query, operation);
      return;
    }
    if (only && !(typeof text === "string" && known.holds(text))) return refuse(reply);
    // A client that sends both has the text; Apollo would look the hash up in a store that it does not have.
    if (hashAskedFor({ extensions: operation["extensions"] }) !== null) {
      request.knownOperation = withText(String(text), operation);
    }
  });
}

/** An operation with its text and what else GraphQL reads of it, without its hash. */
function withText(
  query: string,
  { operationName, variables, extensions }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { persistedQuery: _, ...others } = (extensions ?? {}) as Readonly<Record<string, unknown>>;
  return {
    query,
    // Apollo takes absent for none, and nothing else.
    ...(operationName === undefined ? {} : { operationName }),
    ...(variables === undefined ? {} : { variables }),
    extensions: others,
  };
}
