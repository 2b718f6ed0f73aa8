import { readFileSync } from "node:fs";
import { type CallToolResult, ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import { ErrorCode } from "../graphql/errors/ErrorCode.js";
import type { Tool } from "./Tool.js";
import { errorAnswer, type GraphAnswer, toolAnswer } from "./toolAnswer.js";

/**
 * Asks the graph one operation.
 * @param signal aborted when nobody waits for the answer any more
 */
export type AskGraph = (
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<GraphAnswer>;

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Milliseconds for which a client may keep the list of tools: it changes with the version of the service alone. */
const KEEP_LIST = 3_600_000;

/** What an assistant is told before it sees the tools; what a single tool does, the tool says. */
const INSTRUCTIONS = `A graph of careers: roles, skills, certifications and the moves between roles, each with its sources.
Name roles and skills as people write them, by title, alias or id; \`search\` finds names. An error names the argument and what may have been meant: ask again with one of its \`suggestions\`, or have the user choose among its \`candidates\`.
Tell the user what is STATED by a source and what is INFERRED, which figures are assumed, and every caution. Null means unknown: do not fill it in.
Where data are shown, show the \`attributions\` of \`dataset\` too.`;

/** A server of the Model Context Protocol with the tools, not yet connected. It keeps nothing between requests. */
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
    return unknownArguments(tool, given) ?? toolAnswer(tool, await ask(tool.operation, given, signal));
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

/** Refuses arguments that the tool has not, for GraphQL passes over variables that an operation does not name; else null. */
function unknownArguments(tool: Tool, given: Readonly<Record<string, unknown>>): CallToolResult | null {
  const unknown = Object.keys(given).filter((name) => !tool.argumentNames.includes(name));
  if (unknown.length === 0) return null;
  const taken =
    tool.argumentNames.length === 0
      ? "it takes none"
      : `it takes ${tool.argumentNames.map((name) => `\`${name}\``).join(", ")}`;
  return errorAnswer(
    unknown.slice(0, 10).map((name) => ({
      message: `${tool.name} has no argument “${name.slice(0, 100)}”; ${taken}.`,
      extensions: { code: ErrorCode.BAD_USER_INPUT, argument: name.slice(0, 100) },
    })),
  );
}
