import type { FastifyInstance, FastifyReply } from "fastify";
import { operationIn } from "./askedText.js";
import { errorBody } from "./errorBody.js";
import { hashAskedFor, type KnownOperations } from "./KnownOperations.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The operation that a request names by its hash, with its text; null if the request contains the text. */
    knownOperation: Readonly<Record<string, unknown>> | null;
  }
}

/**
 * Lets requests name a listed operation by its hash instead of sending its text.
 * @param known the listed operations; null if the service lists none, so that a request with a hash alone cannot be answered
 * @param only whether the service refuses every operation that is not listed, however the request contains it
 */
export function takeKnownOperations(app: FastifyInstance, known: KnownOperations | null, only: boolean): void {
  const refuse = (reply: FastifyReply): FastifyReply =>
    reply
      .code(403)
      .send(
        errorBody("OPERATION_NOT_LISTED", "This service answers only listed operations, and this one is not listed."),
      );

  app.addHook("preHandler", async (request, reply) => {
    const operation = operationIn(request);
    // A body that contains no single operation is refused later, with what is wrong about it.
    if (operation === null) return;
    const { query: text } = operation;
    if (text === undefined || text === null || text === "") {
      const hash = hashAskedFor(operation);
      if (hash === null) return;
      const query = known?.textOf(hash);
      if (query === undefined) return reply.send(noText(operation, known, only));
      request.knownOperation = withText(query, operation);
      return;
    }
    if (only && !(typeof text === "string" && known?.holds(text))) return refuse(reply);
    // The text is enough. Apollo Server would look up the hash in a cache, and there is none.
    if (hasHashOfApollo(operation)) {
      request.knownOperation = withText(String(text), operation);
    }
  });
}

function hasHashOfApollo({ extensions }: Readonly<Record<string, unknown>>): boolean {
  return hashAskedFor({ extensions }) !== null;
}

/** The answer to a hash that stands for no listed operation. Clients that send Apollo's extension may compare the message, so it is Apollo's. */
function noText(operation: Readonly<Record<string, unknown>>, known: KnownOperations | null, only: boolean) {
  const isOfApollo = hasHashOfApollo(operation);
  if (known === null) {
    return errorBody(
      "PERSISTED_QUERY_NOT_SUPPORTED",
      isOfApollo
        ? "PersistedQueryNotSupported"
        : "This service has no listed operations, so it cannot find one by its hash. Send the text in `query`.",
    );
  }
  const unlisted = "There is no listed operation with this hash.";
  const askForText = isOfApollo ? "PersistedQueryNotFound" : `${unlisted} Send the text in \`query\`.`;
  return errorBody("PERSISTED_QUERY_NOT_FOUND", only ? unlisted : askForText);
}

/** An operation with its text and the other parts that GraphQL reads, without its hash. */
function withText(
  query: string,
  { operationName, variables, extensions }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { persistedQuery: _, ...others } = (extensions ?? {}) as Readonly<Record<string, unknown>>;
  return {
    query,
    // Apollo Server does not accept undefined for a part that is absent.
    ...(operationName === undefined ? {} : { operationName }),
    ...(variables === undefined ? {} : { variables }),
    extensions: others,
  };
}
