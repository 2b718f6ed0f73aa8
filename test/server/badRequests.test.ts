import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/server/Config.js";
import { HTTP_LIMITS } from "../../src/server/HTTP_LIMITS.js";
import { serve, type Service } from "../../src/server/serve.js";
import { eventually } from "../eventually.js";

describe("An invalid request", () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent" }), { ...HTTP_LIMITS, requestMilliseconds: 500 });
  });
  afterAll(() => service.close());

  const post = async (body: string): Promise<{ status: number; codes: string[]; cpu: number }> => {
    const begun = process.cpuUsage();
    const answer = await fetch(service.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { user, system } = process.cpuUsage(begun);
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    return {
      status: answer.status,
      codes: (errors ?? []).map(({ extensions }) => extensions.code),
      cpu: (user + system) / 1000,
    };
  };

  /** What is received on a connection of its own until it is closed. */
  const raw = (request: string): Promise<string> =>
    new Promise((resolve) => {
      let received = "";
      const socket = connect(Number(new URL(service.url).port), "127.0.0.1", () => socket.write(request));
      socket.on("data", (data) => (received += String(data)));
      socket.on("error", () => {});
      socket.on("close", () => resolve(received));
    });

  test("with a large list of invalid numbers in a variable gets few errors", async () => {
    const query = `query ($x: [String!]) { skillGap(to: "MLE", profile: { skills: $x }) { coverage } }`;
    const { status, codes, cpu } = await post(JSON.stringify({ query, variables: { x: Array(120_000).fill(1) } }));
    expect(status).toBe(400);
    expect(new Set(codes)).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(codes.length).toBeLessThanOrEqual(11);
    expect(cpu).toBeLessThan(1_000);
  });

  test("that does not name one of its two operations gets an error, whatever its variables", async () => {
    const query =
      "query A($x: Int!) { roles(first: $x) { totalCount } } query B($x: Int!) { skills(first: $x) { totalCount } }";
    for (const variables of [{ x: "no number" }, { x: 1 }, {}]) {
      const { status, codes } = await post(JSON.stringify({ query, variables }));
      expect([status, codes]).toEqual([400, ["OPERATION_RESOLUTION_FAILURE"]]);
    }
  });

  test.each([
    ["query A { __typename } query B { __typename }", undefined, "2 operations: “A”, “B”. Send the name of one"],
    ["query A { __typename } query B { __typename }", "C", "no operation named “C”. It contains “A”, “B”."],
    ["query A { __typename }", "C", "no operation named “C”. It contains “A”."],
    ["{ __typename }", "C", "no operation named “C”. Its only operation has no name: omit `operationName`."],
  ])("that does not name an existing operation of %s gets the names", async (query, name, message) => {
    const body = JSON.stringify({ query, operationName: name });
    const answer = await fetch(service.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringContaining(message), extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }] },
    ]);
  });

  test("for an answer in a form that is not supported is told which to accept", async () => {
    const headers = { "content-type": "application/json", accept: "application/xml" };
    const answer = await fetch(service.url, { method: "POST", headers, body: '{"query":"{ __typename }"}' });
    expect([answer.status, await answer.json()]).toMatchObject([
      406,
      {
        errors: [
          {
            message: "Send `Accept: application/graphql-response+json` or `application/json`.",
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      },
    ]);
  });

  test.each(["variables", "extensions", "other"])("with deeply nested JSON in %s is refused", async (key) => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      const deep = `${open.repeat(5_000)}1${close.repeat(5_000)}`;
      const { status, codes } = await post(`{"query":"{ __typename }","${key}":{"x":${deep}}}`);
      expect([status, codes]).toEqual([400, ["BAD_REQUEST"]]);
    }
  });

  test.each([
    ["null", "The body must be a JSON object"],
    ["3", "The body must be a JSON object"],
    ["[]", "Batches are not supported"],
    ['[{"query":"{ __typename }"}]', "Batches are not supported"],
    ["{}", "contains no operation"],
    ['{"query":""}', "contains no operation"],
    ['{"query":1}', "`query` must be a string"],
    ['{"query":"{ __typename }","operationName":1}', "`operationName` must be a string"],
    ['{"query":"{ __typename }","variables":"{}"}', "`variables` must be a JSON object"],
    ['{"query":"{ __typename }","variables":[]}', "`variables` must be a JSON object"],
    ['{"query":"{ __typename }","extensions":1}', "`extensions` must be a JSON object"],
  ])("whose body is %s is told what to send", async (body, message) => {
    const answer = await fetch(service.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringContaining(message), extensions: { code: "BAD_REQUEST" } }] },
    ]);
  });

  test.each([
    ["", "contains no operation"],
    ["?query={__typename}&query={__typename}", "contains `query` more than once"],
    ["?query={__typename}&variables={", "`variables` must be a JSON object"],
    ["?query={__typename}&variables=3", "`variables` must be a JSON object"],
  ])("whose URL ends with “%s” is told what to send", async (parameters, message) => {
    const answer = await fetch(`${service.url}${parameters}`);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringContaining(message), extensions: { code: "BAD_REQUEST" } }] },
    ]);
  });

  test("that names a listed operation when none are listed is told to send the text", async () => {
    const persistedQuery = { version: 1, sha256Hash: "abc" };
    for (const body of [{ documentId: "abc" }, { doc_id: "abc" }, { id: "abc" }, { extensions: { persistedQuery } }]) {
      const { status, codes } = await post(JSON.stringify(body));
      expect([body, status, codes]).toEqual([body, 200, ["PERSISTED_QUERY_NOT_SUPPORTED"]]);
    }
    const byGet = await fetch(`${service.url}?documentId=abc`);
    expect(await byGet.json()).toMatchObject({ errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }] });
  });

  test("with the method OPTIONS gets the accepted methods, with and without the headers of a preflight request", async () => {
    for (const headers of [{}, { origin: "https://a.example", "access-control-request-method": "POST" }]) {
      const answer = await fetch(service.url, { method: "OPTIONS", headers });
      expect([answer.status, await answer.text()]).toEqual([204, ""]);
      expect(answer.headers.get("access-control-allow-methods")).toBe("GET, POST");
    }
  });

  test("by GET with deeply nested JSON is refused", async () => {
    const address = `${service.url}?query={__typename}&variables={"x":${"[".repeat(3_000)}${"]".repeat(3_000)}}`;
    const answer = await fetch(address, { headers: { "apollo-require-preflight": "true" } });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain("The JSON is nested more than");
  });

  test("by GET with a deeply nested operation is told the same as by POST", async () => {
    const query = `${"{ a ".repeat(101)}${"}".repeat(101)}`;
    const byGet = await fetch(`${service.url}?${new URLSearchParams({ query })}`, {
      headers: { "apollo-require-preflight": "true" },
    });
    const byPost = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const told = await byGet.text();
    expect(told).not.toContain("JSON");
    expect(told).toBe(await byPost.text());
  });

  test("whose body is declared as something other than JSON is told which type to send", async () => {
    const answer = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/xml" },
      body: "{}",
    });
    expect(answer.status).toBe(415);
    expect(JSON.stringify(await answer.json())).toContain("application/json");
  });

  test.each([
    ["lzma", 415, "`Content-Encoding: gzip`"],
    ["gzip", 400, "could not be decompressed"],
  ])(
    "whose body does not match its encoding %s gets an error with a clear message",
    async (encoding, status, message) => {
      const answer = await fetch(service.url, {
        method: "POST",
        headers: { "content-type": "application/json", "content-encoding": encoding },
        body: "{}",
      });
      expect([answer.status, await answer.json()]).toMatchObject([
        status,
        { errors: [{ message: expect.stringContaining(message), extensions: { code: "BAD_REQUEST" } }] },
      ]);
    },
  );

  test("with a key __proto__ is answered as with any other key", async () => {
    expect(await post('{"query":"{ __typename }","__proto__":{"polluted":true}}')).toMatchObject({ status: 200 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await post('{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}')).toMatchObject({ status: 200 });
  });

  test("with an unreadable URL or too many headers, or one that is too slow, gets an error in the usual form", async () => {
    const bad = await fetch(new URL("/%", service.url));
    expect([bad.status, await bad.json()]).toMatchObject([400, { errors: [{ extensions: { code: "BAD_REQUEST" } }] }]);
    const large = await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(40_000)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 .*"code":"BAD_REQUEST"/s);
    const slowBody =
      "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
    for (const slow of [slowBody, "POST /graphql HTTP/1.1\r\nHost: localhost\r\n"]) {
      const begun = performance.now();
      expect(await raw(slow)).toMatch(/^HTTP\/1\.1 408 .*"code":"BAD_REQUEST"/s);
      expect(performance.now() - begun).toBeLessThan(5_000);
    }
  });

  test("by HEAD is answered like GET, without a body", async () => {
    const answer = await fetch(`${service.url}?query={__typename}`, {
      method: "HEAD",
      headers: { "apollo-require-preflight": "true" },
    });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});

describe("A client", () => {
  let service: Service;
  beforeAll(async () => {
    const config = readConfig({ PORT: "0", LOG_LEVEL: "silent" });
    service = await serve(config, { ...HTTP_LIMITS, answerMilliseconds: 300, turnMilliseconds: 60_000 });
  });
  afterAll(() => service.close());

  const connected = (): Socket => connect(Number(new URL(service.url).port), "127.0.0.1").on("error", () => {});
  const requestOf = (query: string): string => {
    const body = JSON.stringify({ query });
    return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };

  test("that disconnects ends its operation", async () => {
    const searches = Array.from(
      { length: 190 },
      (_, i) => `s${i}: search(text: "mashine lerning ${i}") { totalCount }`,
    );
    const socket = connected();
    socket.write(requestOf(`{ ${searches.join(" ")} }`));
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await eventually(
      async () => {
        const text = await (await fetch(new URL("/metrics", service.url))).text();
        expect(text).toContain('operation_seconds_count{field="several",outcome="QUERY_TOO_COMPLEX"} 1');
      },
      { timeout: 5_000 },
    );
  });

  test("that does not read its answers is disconnected", async () => {
    const fields = Array.from(
      { length: 30 },
      (_, i) => `r${i}: roles(first: 100) { nodes { skills { skill { name } } } }`,
    );
    const query = `{ ${fields.join(" ")} }`;
    // After the second time, it is answered from the response cache.
    for (let again = 0; again < 2; again++) {
      const asked = await fetch(service.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      expect((await asked.text()).length).toBeGreaterThan(200_000);
    }
    const socket = connected().pause();
    const closed = new Promise<boolean>((resolve) => socket.on("close", () => resolve(true)));
    socket.write(requestOf(query).repeat(200));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    let bytes = 0;
    socket.on("data", (data) => (bytes += data.length));
    socket.resume();
    expect(await closed).toBe(true);
    // What the system has buffered for it can still be read.
    expect(bytes).toBeGreaterThan(0);
  });
});
