import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import { callProblem } from "../../mcp/callProblem.js";
import type { AskGraph } from "../../mcp/toolServer.js";
import { errorBody } from "../errorBody.js";
import { keepUnlessFailed } from "../keepUnlessFailed.js";
import { JsonError } from "../parseJson.js";
import { INVALID_PARAMS, INVALID_REQUEST, jsonRpcError, PARSE_ERROR, requestIdOf } from "./jsonRpcError.js";

/** Headers of an answer that Node.js sets itself. */
const OF_CONNECTION = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);

/**
 * Serves the Model Context Protocol over streamable HTTP, without sessions: each request is answered on its own. Fastify reads the body
 * within its limits.
 */
export function mcpRoutes(
  routes: FastifyInstance,
  schema: GraphQLSchema,
  ask: AskGraph,
  { corsOrigins, report }: { readonly corsOrigins: readonly string[]; readonly report: (error: unknown) => void },
): void {
  let handler: McpHttpHandler | null = null;
  // Imported on the first request, so that tests without one start faster; `career-graph serve` has loaded the SDK by then.
  const handlerNow = keepUnlessFailed(async () => {
    const { mcpHandler } = await import("./mcpHandler.js");
    return (handler = mcpHandler(schema, ask, routes.log));
  });
  routes.addHook("onClose", () => handler?.close());
  routes.addHook("onRequest", async ({ headers: { origin } }, reply) => {
    // CORS only prevents a page from reading the answer. The protocol requires that the request is refused.
    if (origin === undefined || corsOrigins.includes("*") || corsOrigins.includes(origin)) return;
    return reply
      .code(403)
      .send(
        errorBody(
          "BAD_REQUEST",
          "Pages of this origin may not use this endpoint. The operator of the service can add the origin to CORS_ORIGINS.",
        ),
      );
  });
  routes.setErrorHandler((error: FastifyError, _request, reply) => {
    // Other errors go to the handler of the whole service.
    if (!(error instanceof JsonError)) throw error;
    return reply.code(400).send(jsonRpcError(PARSE_ERROR, error.message));
  });
  routes.route({
    url: "",
    method: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    handler: async (request, reply) => {
      const { method, body: message } = request;
      if (Array.isArray(message)) {
        // A batch would put any number of operations into one request. The protocol no longer has batches.
        return reply
          .code(400)
          .send(jsonRpcError(INVALID_REQUEST, "Batches are not supported: send each request separately."));
      }
      if (method === "POST" && (typeof message !== "object" || message === null)) {
        return reply.code(400).send(jsonRpcError(INVALID_REQUEST, "The body is not a JSON-RPC 2.0 message."));
      }
      const problem = callProblem(message ?? {});
      if (problem !== null) return reply.code(400).send(jsonRpcError(INVALID_PARAMS, problem, requestIdOf(message)));
      const { fetch } = await handlerNow();
      const answer = await fetch(webRequest(request, reply), { parsedBody: message ?? undefined });
      // An answer contains only one result, so even a stream of events ends.
      const body = await answer.text();
      if (answer.status >= 500) report(new Error(`The Model Context Protocol's SDK answered ${answer.status}.`));
      for (const [name, value] of answer.headers) if (!OF_CONNECTION.has(name)) reply.header(name, value);
      return reply.code(answer.status).send(body);
    },
  });
}

/** A request as the Fetch API represents it, without its body. It is aborted if the client disconnects before the answer. */
function webRequest({ method, headers: given }: FastifyRequest, reply: FastifyReply): Request {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // The SDK needs a valid URL, but does not use its parts.
  return new Request("http://localhost/mcp", { method, headers, signal: gone.signal });
}
