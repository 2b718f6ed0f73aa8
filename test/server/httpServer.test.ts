import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/server/Config.js";
import { ListenError, serve, type Service } from "../../src/server/serve.js";
import { EmbeddedReader } from "../../src/store/embedded/EmbeddedReader.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { StoreUnavailableError } from "../../src/store/StoreUnavailableError.js";
import { expectSaying } from "../expectSaying.js";

const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });

describe("The service over HTTP", () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(config);
  });
  afterAll(() => service.close());

  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  test("answers an operation", async () => {
    const answer = await post({
      query: `{ shortestPath(from: "Data Scientist", to: "Staff MLE") { roles { title } } }`,
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      data: {
        shortestPath: {
          roles: [
            { title: "Data Scientist" },
            { title: "Machine Learning Engineer" },
            { title: "Senior ML Engineer" },
            { title: "Staff ML Engineer" },
          ],
        },
      },
    });
  });

  test("gives the same answer to a hundred requests at once", async () => {
    const query = `{ paths(from: "Junior MLE", to: "VP of AI", limit: 10) { paths { roles { id } totals { years } } } }`;
    const answers = await Promise.all(Array.from({ length: 100 }, async () => (await post({ query })).text()));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toContain("errors");
  });

  test.each(["PUT", "PATCH", "DELETE"])("refuses %s, and lists the accepted methods", async (method) => {
    const answer = await fetch(service.url, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  test("prints a URL to open if it listens on all addresses", async () => {
    const open = await serve({ ...config, host: "0.0.0.0" });
    try {
      expect(open.banner).toMatch(/http:\/\/127\.0\.0\.1:\d+\/graphql/);
    } finally {
      await open.close();
    }
  });

  test("repeats its answers, and distinguishes requests that differ in any way", async () => {
    const query = `query ($ref: String!) { role(ref: $ref) { id title } }`;
    const ask = async (variables: object, headers?: Record<string, string>) =>
      (await post({ query, variables }, headers)).text();
    const first = await ask({ ref: "Staff MLE" });
    expect(first).toContain("role:staff-ml-engineer");
    for (let again = 0; again < 3; again++) expect(await ask({ ref: "Staff MLE" })).toBe(first);
    expect(await ask({ ref: "Senior MLE" })).toContain("role:senior-ml-engineer");
    const unknown = await ask({ ref: "Staf MLE" });
    expect(unknown).toContain("ROLE_NOT_FOUND");
    expect(await ask({ ref: "Staf MLE" })).toBe(unknown);
    const graphqlResponse = await post(
      { query, variables: { ref: "Staff MLE" } },
      { accept: "application/graphql-response+json" },
    );
    expect(graphqlResponse.headers.get("content-type")).toContain("application/graphql-response+json");
    const again = await post({ query, variables: { ref: "Staff MLE" } });
    expect(again.headers.get("content-type")).toContain("application/json");
    expect(again.headers.get("cache-control")).toBe("no-store");
  });

  test("never answers a number too large for a float as null, and does not treat variables as absent", async () => {
    const query = `query Bounds($n: Float) { reachableRoles(from: "Staff MLE", maxYears: $n) { outcome } }`;
    const ask = async (rest: string) => (await post(`{"query":${JSON.stringify(query)}${rest}}`)).text();
    const unbounded = await ask(`,"variables":{"n":null}`);
    expect(unbounded).toContain('"data"');
    expect(unbounded).not.toContain("errors");
    expect(await ask(`,"variables":{"n":1e400}`)).toContain("errors");
    const hits = async () =>
      Number(
        /response_cache_requests_total\{result="HIT"\} (\d+)/.exec(
          await (await fetch(new URL("/metrics", service.url))).text(),
        )?.[1],
      );
    const before = await hits();
    await ask("");
    await ask("");
    // Cached when it is requested a second time.
    expect(await hits()).toBe(before);
    for (const same of [`,"variables":{}`, `,"variables":null`, `,"operationName":null`, `,"extensions":{}`]) {
      await ask(same);
    }
    await post({ query: `# The same.\n${query.replaceAll("{", "\n  {\n")}` });
    expect(await hits()).toBe(before + 5);
  });

  test("counts operations by root field and outcome, without text of clients", async () => {
    const query = `query Secret($ref: String!) { role(ref: $ref) { summary } }`;
    for (const ref of ["Staff MLE", "Staff MLE", "Nobody at all"]) await post({ query, variables: { ref } });
    for (const unread of ["{ role(", "mutation { secretly }", "subscription { secretly }"])
      await post({ query: unread });
    const metrics = await fetch(new URL("/metrics", service.url));
    expect(metrics.headers.get("content-type")).toContain("text/plain");
    const text = await metrics.text();
    const figure = (name: string): number =>
      Number(
        text
          .split("\n")
          .find((line) => line.startsWith(`${name} `))
          ?.split(" ")[1],
      );
    expect(figure(`career_graph_operation_seconds_count{field="role",outcome="OK"}`)).toBeGreaterThanOrEqual(1);
    expect(
      figure(`career_graph_operation_seconds_count{field="role",outcome="ROLE_NOT_FOUND"}`),
    ).toBeGreaterThanOrEqual(1);
    expect(figure(`career_graph_operation_seconds_count{field="none",outcome="GRAPHQL_PARSE_FAILED"}`)).toBe(1);
    expect(text).toMatch(/career_graph_operation_seconds_count\{field="none",outcome="GRAPHQL_VALIDATION_FAILED"\} 2/);
    expect(figure(`career_graph_response_cache_requests_total{result="HIT"}`)).toBeGreaterThanOrEqual(1);
    expect(figure("career_graph_ready")).toBe(1);
    expect(text).toMatch(/career_graph_roles\{store="EMBEDDED",revision="\w+"\} 15/);
    expect(text).not.toMatch(/secret|nobody/i);
  });

  test("answers an operation that comes with its hash, although it stores none for clients", async () => {
    const answer = await post({
      query: "{ __typename }",
      extensions: { persistedQuery: { version: 1, sha256Hash: "abc" } },
    });
    expect(await answer.json()).toEqual({ data: { __typename: "Query" } });
  });

  test("shows Apollo Sandbox to a browser", async () => {
    const page = await fetch(service.url, { headers: { accept: "text/html" } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("sandbox");
  });

  test("refuses forms, which a foreign page could send without a preflight request", async () => {
    const form = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: `{"query":"{ dataset { name } }"}`,
    });
    expect(form.ok).toBe(false);
  });

  test("allows pages of other origins", async () => {
    const preflight = await fetch(service.url, {
      method: "OPTIONS",
      headers: {
        origin: "https://app.example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    const answer = await post({ query: "{ dataset { name } }" }, { origin: "https://app.example.org" });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("refuses requests with 400 if a retry cannot help", async () => {
    const deep = `{ role(ref: "MLE") { ${"transitions { to { ".repeat(6)} id ${"} }".repeat(6)} } }`;
    const many = `{ role(ref: "Principal MLE") { ${"skills { role { ".repeat(3)} skills { id } ${"} }".repeat(3)} } }`;
    for (const [query, code] of [
      [deep, "QUERY_TOO_DEEP"],
      [many, "QUERY_TOO_COMPLEX"],
      ["mutation { x }", "GRAPHQL_VALIDATION_FAILED"],
      ["subscription { x }", "GRAPHQL_VALIDATION_FAILED"],
    ] as const) {
      const answer = await post({ query });
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
      expectSaying(answer.status, code).toBe(400);
    }
  });

  test("refuses batches", async () => {
    const answer = await post([{ query: "{ dataset { name } }" }]);
    expect(answer.status).toBe(400);
  });

  test("refuses a body that is too large, with an error that a client can read", async () => {
    const answer = await post({ query: `{ dataset { name } } #${"x".repeat(300 * 1024)}` });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      errors: [{ message: expect.stringContaining("262144 bytes"), extensions: { code: "BAD_REQUEST" } }],
    });
  });

  test("refuses a body that is not JSON, without revealing internals", async () => {
    const answer = await post("{ not json");
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/ at .*\.js|node_modules/);
  });

  test("answers 404 for other URLs", async () => {
    const answer = await fetch(new URL("/nowhere", service.url));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ errors: [{ message: expect.stringContaining("/graphql") }] });
  });

  test("is live and ready", async () => {
    expect((await fetch(new URL("/health/live", service.url))).status).toBe(200);
    const ready = await fetch(new URL("/health/ready", service.url));
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: "ok", store: "EMBEDDED" });
  });

  test("prints at the start where it listens, what it serves and how much that contains", () => {
    expect(service.banner).toContain(service.url);
    expect(service.banner).toContain("EMBEDDED");
    expect(service.banner).toContain("15 roles");
  });
});

describe("The service before its store can be read", () => {
  // An address where nothing answers: the port is opened and closed again.
  let service: Service;
  beforeAll(async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    service = await serve({
      ...config,
      neo4j: { uri: `bolt://127.0.0.1:${port}`, username: "neo4j", password: "x", database: null },
    });
  });
  afterAll(() => service.close());

  test("returns its schema, is live and not ready, and says in each answer that the store is unavailable", async () => {
    const ask = async (query: string) =>
      (
        await fetch(service.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query }),
        })
      ).json();
    expect(await ask("{ __typename __schema { queryType { name } } }")).toEqual({
      data: { __typename: "Query", __schema: { queryType: { name: "Query" } } },
    });
    expect(await ask(`{ role(ref: "Staff MLE") { id } }`)).toMatchObject({
      data: { role: null },
      errors: [{ extensions: { code: "STORE_UNAVAILABLE" } }],
    });
    expect((await fetch(new URL("/health/live", service.url))).status).toBe(200);
    expect((await fetch(new URL("/health/ready", service.url))).status).toBe(503);
    expect(service.banner).toContain("cannot be read yet");
  });
});

describe("Stopping the service", () => {
  test("does not wait long for a request that never ends", async () => {
    const service = await serve(config);
    const { port } = new URL(service.url);
    const socket = connect(Number(port), "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.on("error", () => {});
    socket.write("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    await service.close();
    expect(performance.now() - begun).toBeLessThan(8_000);
    socket.destroy();
  });
});

describe("Starting the service", () => {
  test("on a port in use fails with a message that says so", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as AddressInfo;
    try {
      const failed = await serve({ ...config, port }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(ListenError);
      expect((failed as Error).message).toBe(
        `Port ${port} on 127.0.0.1 is in use. Stop the process that listens there, or set PORT to another port.`,
      );
    } finally {
      holder.close();
    }
  });

  test("succeeds although the store becomes unavailable after it was read", async () => {
    const read = EmbeddedReader.prototype.dataset;
    let reads = 0;
    // The first read is part of reading the store.
    EmbeddedReader.prototype.dataset = async function () {
      if (++reads > 1) throw new StoreUnavailableError("away");
      return read.call(this);
    };
    try {
      const service = await serve(config);
      expect(service.banner).toContain("which cannot be read yet");
      await service.close();
      expect(reads).toBe(2);
    } finally {
      EmbeddedReader.prototype.dataset = read;
    }
  });

  test("that fails tells why, even if its store cannot be closed", async () => {
    const { close } = EmbeddedStore.prototype;
    let closed = 0;
    EmbeddedStore.prototype.close = async function () {
      closed++;
      await close.call(this);
      throw new Error("The store cannot be closed.");
    };
    try {
      await expect(serve({ ...config, host: "192.0.2.1" })).rejects.toThrow(ListenError);
      expect(closed).toBe(1);
    } finally {
      EmbeddedStore.prototype.close = close;
    }
  });

  test("on a missing dataset folder fails with its name", async () => {
    await expect(serve({ ...config, dataset: ["no-such-folder"] })).rejects.toThrow(/no-such-folder/);
  });
});
