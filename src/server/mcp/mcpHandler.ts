import { createMcpHandler, type McpHttpHandler } from "@modelcontextprotocol/server";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import { readTools } from "../../mcp/readTools.js";
import { type AskGraph, toolServer } from "../../mcp/toolServer.js";

/** Maximum number of subscriptions of a client: there is nothing to subscribe to, and each would occupy a connection. */
export const MOST_SUBSCRIPTIONS = 0;

/** Answers requests of the Model Context Protocol, both of its revisions with a handshake and of those without. */
export function mcpHandler(
  schema: GraphQLSchema,
  ask: AskGraph,
  log: Pick<FastifyBaseLogger, "debug">,
): McpHttpHandler {
  const tools = readTools(schema);
  return createMcpHandler(() => toolServer(tools, ask), {
    maxSubscriptions: MOST_SUBSCRIPTIONS,
    // Mostly errors of clients, which they get as an answer.
    onerror: (error) => log.debug({ err: error }, "A request to /mcp was refused or has failed."),
  });
}
