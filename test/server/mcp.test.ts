import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  type CallToolResult,
  Client,
  StreamableHTTPClientTransport,
  type Transport,
} from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { readConfig } from "../../src/server/Config.js";
import { HTTP_LIMITS } from "../../src/server/HTTP_LIMITS.js";
import { serve, type Service } from "../../src/server/serve.js";

const COMMAND = ["dist/cli/career-graph.js", "mcp"];
const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });

/** The arguments of a call for each tool, and a field of its answer. */
const ASKED: Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, string]>> = {
  compare_roles: [{ roles: ["Staff MLE", "ML Engineering Manager"] }, "compareRoles"],
  dataset: [{}, "dataset"],
  matching_roles: [{ profile: { skills: ["Python", "PyTorch", "SQL"] } }, "matchingRoles"],
  paths: [{ from: "Data Scientist", to: "VP of AI", limit: 20, where: { avoid: ["Junior MLE"] } }, "paths"],
  reachable_roles: [{ from: "Senior MLE", maxSteps: 2 }, "reachableRoles"],
  roadmap: [{ from: "Data Scientist", to: "Senior MLE" }, "roadmap"],
  role: [{ ref: "Staff MLE" }, "role"],
  roles: [{ where: { track: "management" }, first: 3 }, "roles"],
  search: [{ text: "pytorh", kinds: ["SKILL", "CERTIFICATION"] }, "search"],
  shortest_path: [{ from: "Data Scientist", to: "Staff MLE" }, "shortestPath"],
  similar_roles: [{ ref: "MLE", first: 5 }, "role"],
  skill: [{ ref: "PyTorch" }, "skill"],
  skill_gap: [{ to: "MLE", profile: { skills: ["Python"] } }, "skillGap"],
  skills_in: [{ text: "Five years of Python and PyTorch, some Kubernetes" }, "skillsIn"],
  tradeoffs: [{ from: "Data Scientist", to: "Principal ML Engineer" }, "tradeoffs"],
};

const textOf = ({ content }: CallToolResult): string => {
  const [first] = content;
  if (first?.type !== "text" || content.length !== 1) throw new Error("The answer is not one text.");
  return first.text;
};

let service: Service;
let url: URL;
beforeAll(async () => {
  service = await serve(config);
  url = new URL("/mcp", service.url);
  // Under Jest, the SDK takes seconds to load, and the service is overloaded for a while afterwards.
  for (let tries = 0; tries < 40; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { status } = await fetch(url, { method: "DELETE" });
    if (status === 405 && tries > 3) break;
  }
}, 60_000);
afterAll(() => service.close());

const TRANSPORTS: readonly (readonly [string, () => Transport])[] = [
  ["streamable HTTP", () => new StreamableHTTPClientTransport(url)],
  ["standard input and output", () => new StdioClientTransport({ command: process.execPath, args: COMMAND })],
];

describe.each(TRANSPORTS)("With %s, the SDK's client", (_transport, connect) => {
  // With the handshake that most assistants know, and with the protocol revision that has none.
  describe.each(["legacy", { pin: "2026-07-28" }] as const)("in mode %j", (mode) => {
    let client: Client;
    beforeAll(async () => {
      client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
      await client.connect(connect());
    }, 60_000);
    afterAll(() => client.close());

    test("lists the tools and calls each, and each answer matches its output schema", async () => {
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(Object.keys(ASKED));
      for (const { name, annotations } of tools) {
        expect(annotations).toMatchObject({ readOnlyHint: true });
        const [given, field] = ASKED[name]!;
        // The client checks structured content against the output schema.
        const answer = await client.callTool({ name, arguments: given });
        expect([name, answer.isError ?? false]).toEqual([name, false]);
        expect(answer.structuredContent).toHaveProperty(field);
        expect(JSON.parse(textOf(answer))).toEqual(answer.structuredContent);
        expect(Buffer.byteLength(textOf(answer))).toBeLessThanOrEqual(20 * 1024);
      }
    });

    test("gets suggestions for a misspelt role, as an error of the tool", async () => {
      const answer = await client.callTool({ name: "shortest_path", arguments: { from: "Data Scientits", to: "MLE" } });
      expect(answer.isError).toBe(true);
      expect(JSON.parse(textOf(answer))).toMatchObject({
        errors: [{ code: "ROLE_NOT_FOUND", argument: "from", suggestions: expect.anything() }],
      });
      expect(textOf(answer)).toContain('"suggestions":[{"id":"role:data-scientist"');
    });

    test("gets errors for missing, invalid and unknown arguments, and for an unknown tool", async () => {
      const told = async (name: string, given: Record<string, unknown>) => {
        const answer = await client.callTool({ name, arguments: given });
        expect(answer.isError).toBe(true);
        return textOf(answer);
      };
      expect(await told("shortest_path", { from: "MLE" })).toContain("The argument `to` is required.");
      expect(await told("shortest_path", { form: "MLE" })).toContain("The arguments are `from`, `to`");
      const given = { form: "MLE", to: null, limit: "x", profile: { skills: ["SQL", 5], levels: [{}] } };
      expect(JSON.parse(await told("paths", given))).toMatchObject({
        errors: [
          ["form", "UNKNOWN_NAME"],
          ["from", "MISSING"],
          ["to", "MISSING"],
          ["limit", "MALFORMED"],
          ["profile.skills[1]", "MALFORMED"],
          ["profile.levels[0]", "MISSING"],
          ["profile.levels[0]", "MISSING"],
        ].map(([argument, reason]) => ({ code: "BAD_USER_INPUT", argument, reason })),
      });
      const where = { kinds: ["SIDEWAYS", null], minCloseness: 3, avoids: [] };
      const kinds = "must be one of PROMOTION, LATERAL, SPECIALIZATION, TRACK_CHANGE, RELATED, SAME_WORK.";
      expect(
        JSON.parse(await told("paths", { from: "DS", to: "MLE", objective: "FAST", profile: 1, where })).errors.map(
          ({ message, reason }: { message: string; reason: string }) => `${reason} ${message}`,
        ),
      ).toEqual([
        "UNKNOWN_NAME `objective` must be one of FEWEST_STEPS, LEAST_TIME, LEAST_LEARNING.",
        expect.stringMatching(/^MALFORMED `profile`: /),
        `UNKNOWN_NAME \`where.kinds[0]\` ${kinds}`,
        "MISSING `where.kinds[1]` must not be null.",
        "MALFORMED `where.minCloseness` must be one of CLOSE, RELATED, DISTANT.",
        expect.stringMatching(/^UNKNOWN_NAME `where`: Field "avoids" is not defined/),
      ]);
      await expect(client.callTool({ name: "delete_everything", arguments: {} })).rejects.toThrow("The tools are");
    });

    test("cannot put GraphQL into an argument", async () => {
      for (const text of ['x") { id } } #', 'MLE"){id}} query Q{dataset{name}}', "$to", "{__schema{types{name}}}"]) {
        const answer = await client.callTool({ name: "shortest_path", arguments: { from: text, to: "MLE" } });
        expect(JSON.parse(textOf(answer))).toMatchObject({ errors: [{ code: "ROLE_NOT_FOUND", reference: text }] });
      }
      const names = { "from: String!) { __schema { types { name } } } #": "x" };
      expect(textOf(await client.callTool({ name: "shortest_path", arguments: names }))).toContain(
        "There is no argument",
      );
    });
  });
});

describe("/mcp", () => {
  const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "dataset", arguments: {} } };
  const post = (body: unknown, headers: Record<string, string> = {}, to = url): Promise<Response> =>
    fetch(to, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  test("refuses an origin that CORS does not allow, and accepts one that it allows", async () => {
    const closed = await serve({ ...config, corsOrigins: ["https://app.example.org"] });
    try {
      const to = new URL("/mcp", closed.url);
      expect((await post(call, { origin: "https://evil.example.org" }, to)).status).toBe(403);
      expect((await post(call, { origin: "null" }, to)).status).toBe(403);
      const allowed = await post(call, { origin: "https://app.example.org" }, to);
      expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([
        200,
        "https://app.example.org",
      ]);
      expect((await post(call, {}, to)).status).toBe(200);
    } finally {
      await closed.close();
    }
  });

  test("is not available under a foreign host name", async () => {
    const answers = await new Promise<string>((resolve) => {
      const child = spawn("curl", [
        "-s",
        "-o",
        "/dev/null",
        "-w",
        "%{http_code}",
        "-H",
        "Host: evil.example.org",
        url.href,
      ]);
      let out = "";
      child.stdout.on("data", (chunk) => (out += String(chunk)));
      child.on("close", () => resolve(out));
    });
    expect(answers).toBe("421");
  });

  test("refuses batches, invalid JSON, bodies that are too large, and other methods", async () => {
    const batch = await post([call, call]);
    expect([batch.status, await batch.json()]).toMatchObject([400, { error: { code: -32600 } }]);
    for (const [body, code, id] of [
      ["{", -32700, null],
      [`{"a":${"[".repeat(200)}${"]".repeat(200)}}`, -32700, null],
      ["null", -32600, null],
      ["3", -32600, null],
      [JSON.stringify({ ...call, params: { name: "search", arguments: null } }), -32602, call.id],
      [JSON.stringify({ ...call, params: { name: "search", arguments: [1] } }), -32602, call.id],
      [JSON.stringify({ ...call, params: {} }), -32602, call.id],
    ] as const) {
      const refused = await post(body);
      expect([refused.status, await refused.json()]).toMatchObject([400, { jsonrpc: "2.0", id, error: { code } }]);
    }
    expect((await post({ ...call, params: { text: "x".repeat(300_000) } })).status).toBe(413);
    for (const method of ["GET", "PUT", "DELETE"]) expect((await fetch(url, { method })).status).toBe(405);
  });

  test("counts the operations of tools in the same metrics as GraphQL operations", async () => {
    const limited = await serve({ ...config, rateLimit: 2 });
    try {
      const to = new URL("/mcp", limited.url);
      expect((await post(call, {}, to)).status).toBe(200);
      expect((await post({ query: "{ dataset { name } }" }, {}, new URL(limited.url))).status).toBe(200);
      expect((await post(call, {}, to)).status).toBe(429);
    } finally {
      await limited.close();
    }
  });

  test("makes operations wait at the same gate, and tells an assistant that the service is busy", async () => {
    const busy = await serve(config, { ...HTTP_LIMITS, computing: 0, waiting: 1, waitMilliseconds: 10 });
    try {
      const answer = await post(call, {}, new URL("/mcp", busy.url));
      expect(await answer.text()).toContain("TOO_BUSY");
    } finally {
      await busy.close();
    }
  });
});

describe("career-graph mcp", () => {
  /** Runs the command with lines of input, after which the input ends. */
  const run = (lines: readonly string[], environment: Record<string, string> = {}) =>
    new Promise<{ code: number | null; answers: Record<string, unknown>[] }>((resolve, reject) => {
      const child = spawn(process.execPath, COMMAND, {
        stdio: ["pipe", "pipe", "ignore"],
        env: { ...process.env, ...environment },
      });
      const answers: Record<string, unknown>[] = [];
      createInterface(child.stdout).on("line", (line) => {
        try {
          // Only messages of the protocol.
          answers.push(JSON.parse(line) as Record<string, unknown>);
        } catch (error) {
          reject(error as Error);
        }
      });
      child.on("close", (code) => resolve({ code, answers }));
      child.stdin.end(lines.join("\n"));
    });
  const call = (id: number, name: string, given: object): string =>
    JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: given } });

  test("exits with 0 when its input ends, after all requests are answered, and writes no log among the answers", async () => {
    const asked = [1, 2, 3].map((id) => call(id, "shortest_path", { from: "Data Scientist", to: "Staff MLE" }));
    const { code, answers } = await run(asked, { LOG_LEVEL: "trace" });
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
    expect(await run([])).toEqual({ code: 0, answers: [] });
  });

  test("refuses a line that is too large, invalid JSON, not a message or a batch, and reads the next one", async () => {
    const { code, answers } = await run([
      call(1, "search", { text: "x".repeat(300_000) }),
      "{",
      "[]",
      '{"id":4}',
      "",
      "[".repeat(200),
      call(5, "dataset", {}),
    ]);
    expect(code).toBe(0);
    const told = answers.map(({ id, error }) => [id, (error as { code: number } | undefined)?.code]);
    expect(told).toEqual([
      [null, -32600],
      [null, -32700],
      [null, -32600],
      [4, -32600],
      [null, -32700],
      [5, undefined],
    ]);
  });

  test("exits if nobody reads its answers any more", async () => {
    const child = spawn(process.execPath, COMMAND, { stdio: ["pipe", "pipe", "ignore"] });
    child.stdin.on("error", () => {});
    child.stdin.write(`${call(1, "dataset", {})}\n`);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    const asking = setInterval(() => child.stdin.write(`${call(2, "dataset", {})}\n`), 50);
    const code = await new Promise((resolve) => child.on("close", resolve));
    clearInterval(asking);
    expect(code).toBe(0);
  });
});

const CONFORMANCE = process.env["MCP_CONFORMANCE"];

// The conformance tests need Node.js 22 and many packages, so `.ci/run` installs them separately. Most of their scenarios need tools of a
// server that is made for them; these need none. Scenarios that check nothing here are left out: of revision 2025-11-25, streams and
// sessions (`server-sse-multiple-streams` warns and ends if a server keeps no sessions), and those about resources and prompts.
(CONFORMANCE === undefined ? describe.skip : describe)("The SDK's conformance tests", () => {
  test.each([
    ["2025-11-25", "server-initialize"],
    ["2025-11-25", "ping"],
    ["2025-11-25", "tools-list"],
    ["2025-11-25", "dns-rebinding-protection"],
    ["2026-07-28", "tools-list"],
    ["2026-07-28", "dns-rebinding-protection"],
    ["2026-07-28", "http-header-validation"],
    ["2026-07-28", "server-sse-multiple-streams"],
    ["2026-07-28", "input-required-result-unsupported-methods"],
    ["2026-07-28", "sep-2164-resource-not-found"],
  ])("of revision %s pass: %s", async (revision, scenario) => {
    const args = [CONFORMANCE!, "server", "--url", url.href, "--spec-version", revision, "--scenario", scenario];
    const child = spawn(process.execPath, args);
    let out = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out += String(chunk)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, code === 0 ? "" : out]).toEqual([0, ""]);
  });
});
