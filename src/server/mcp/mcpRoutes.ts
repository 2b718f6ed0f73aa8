import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import type { AskGraph } from "../../mcp/toolServer.js";
import { errorBody } from "../errorBody.js";

/** What JSON-RPC calls a request that is none. */
const INVALID_REQUEST = -32_600;

/** Headers of an answer that are Node.js's to set. */
const OF_CONNECTION = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);

/**
 * The Model Context Protocol over streamable HTTP, without sessions: each request is answered by itself. Fastify has read the body and
 * kept it within its limits.
 */
export function mcpRoutes(
  routes: FastifyInstance,
  schema: GraphQLSchema,
  ask: AskGraph,
  { corsOrigins, report }: { readonly corsOrigins: readonly string[]; readonly report: (error: unknown) => void },
): void {
  let handler: Promise<McpHttpHandler> | null = null;
  // Imported when it is first asked, for tests that never ask; `career-graph serve` has loaded the SDK by then.
  const handlerNow = (): Promise<McpHttpHandler> =>
    (handler ??= import("./mcpHandler.js").then(({ mcpHandler }) => mcpHandler(schema, ask, routes.log)));
  routes.addHook("onClose", async () => (await handler)?.close());
  routes.addHook("onRequest", async ({ headers: { origin } }, reply) => {
    // CORS only keeps a page from reading an answer; the protocol asks that it is not even asked.
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
  routes.route({
    url: "",
    method: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    handler: async (request, reply) => {
      if (Array.isArray(request.body)) {
        // One request would be any number of operations. The protocol knows batches no more.
        const message = "Batches are not supported: send each request separately.";
        return reply.code(400).send({ jsonrpc: "2.0", id: null, error: { code: INVALID_REQUEST, message } });
      }
      const { fetch } = await handlerNow();
      const answer = await fetch(webRequest(request, reply), { parsedBody: request.body ?? undefined });
      // The answer holds no more than one result, so a stream of events ends with it.
      const body = await answer.text();
      if (answer.status >= 500) report(new Error(`The Model Context Protocol's SDK answered ${answer.status}.`));
      for (const [name, value] of answer.headers) if (!OF_CONNECTION.has(name)) reply.header(name, value);
      return reply.code(answer.status).send(body);
    },
  });
}

/** A request as the web's standards have it, without its body; aborted when the client goes away before it is answered. */
function webRequest({ method, headers: given }: FastifyRequest, reply: FastifyReply): Request {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // The SDK looks at no more of the address than that it is one.
  return new Request("http://localhost/mcp", { method, headers, signal: gone.signal });
}
