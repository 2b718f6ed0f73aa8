import { readFileSync } from "node:fs";
import { ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import type { Tool } from "./Tool.js";
import { errorAnswer, type GraphAnswer, toolAnswer } from "./toolAnswer.js";

/**
 * Executes one operation on the graph.
 * @param signal aborted when the client no longer waits for the answer
 */
export type AskGraph = (
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<GraphAnswer>;

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Milliseconds for which a client may cache the list of tools, which changes only with the version of the service. */
const KEEP_LIST = 3_600_000;

/** General instructions for an assistant. Each tool has a description of its own. */
const INSTRUCTIONS = `A graph of careers: roles, skills, certifications and the moves between roles, each with its sources.
Refer to roles and skills by title, alias or id; \`search\` finds them by part of a name. An error names the argument in \`argument\`. If it has \`suggestions\`, call the tool again with one of them; if it has \`candidates\`, ask the user to choose one and pass its id.
Tell the user what a source states (STATED) and what is inferred (INFERRED), which figures are assumed, and every caution. Null means unknown: do not fill it in.
If you show data, also show the \`attributions\` that the tool \`dataset\` returns.`;

/** A Model Context Protocol server with the tools, not yet connected. It keeps no state between requests. */
export function toolServer(tools: readonly Tool[], ask: AskGraph): Server {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const server = new Server(
    { name: "career-graph", title: "Career Graph", version },
    {
      capabilities: { tools: { listChanged: false } },
      instructions: INSTRUCTIONS,
      cacheHints: { "tools/list": { ttlMs: KEEP_LIST, cacheScope: "public" } },
    },
  );
  server.setRequestHandler("tools/list", () => ({ tools: tools.map(listed) }));
  server.setRequestHandler("tools/call", async ({ params }, { mcpReq: { signal } }) => {
    const tool = byName.get(params.name);
    if (tool === undefined) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool “${params.name.slice(0, 100)}”. The tools are ${[...byName.keys()].join(", ")}.`,
      );
    }
    const given = params.arguments ?? {};
    const problems = tool.problemsOf(given);
    return problems.length > 0 ? errorAnswer(problems) : toolAnswer(tool, await ask(tool.operation, given, signal));
  });
  return server;
}

function listed({ name, title, description, inputSchema, outputSchema }: Tool) {
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: "object" as const },
    outputSchema: { ...outputSchema, type: "object" as const },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}
