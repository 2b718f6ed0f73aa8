import { request } from "node:http";
import { afterEach, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/server/Config.js";
import { serve, type Service } from "../../src/server/serve.js";

let service: Service | null = null;
afterEach(async () => {
  await service?.close();
  service = null;
});

/** Starts a service with these environment variables. */
async function serving(environment: Readonly<Record<string, string>> = {}): Promise<Service> {
  service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", ...environment }));
  return service;
}

function post({ url }: Service, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
}

/** The status of a query with a `Host` header, which `fetch` cannot set. */
function statusForHost({ url }: Service, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}?query={__typename}`, { headers: { host, "apollo-require-preflight": "1" } });
    asked.on("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("The headers for browsers", () => {
  test("forbid data to run or load anything, forbid frames around Sandbox, and do not require HTTPS", async () => {
    const served = await serving();
    const data = (await post(served, "{ __typename }")).headers;
    expect(data.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(data.get("x-content-type-options")).toBe("nosniff");
    expect(data.get("referrer-policy")).toBe("no-referrer");
    const page = await fetch(served.url, { headers: { accept: "text/html" } });
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("content-security-policy")).not.toContain("default-src");
    for (const headers of [data, page.headers]) expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("let pages of other origins read the API and its refusals, and nothing else", async () => {
    const served = await serving();
    const origin = { origin: "https://app.example.org" };
    const preflight = await fetch(served.url, {
      method: "OPTIONS",
      headers: { ...origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    const tooLarge = await post(served, "#".repeat(300_000), origin);
    expect([tooLarge.status, tooLarge.headers.get("access-control-allow-origin")]).toEqual([413, "*"]);
    for (const path of ["/health/live", "/metrics"]) {
      const answer = await fetch(new URL(path, served.url), { headers: origin });
      expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, null]);
    }
  });
});

describe("The host name of a request", () => {
  test("must be known on a loopback address, because a foreign name can be made to point to this machine", async () => {
    const served = await serving();
    for (const host of ["localhost", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"]) {
      expect([host, await statusForHost(served, host)]).toEqual([host, 200]);
    }
    expect(await statusForHost(served, "evil.example.org")).toBe(421);
  });

  test("must be known if CORS_ORIGINS is restricted, and may be any name otherwise", async () => {
    const restricted = { CORS_ORIGINS: "https://app.example.org", ALLOWED_HOSTS: "api.example.org" };
    const served = await serving({ HOST: "0.0.0.0", ...restricted });
    expect(await statusForHost(served, "api.example.org:4000")).toBe(200);
    expect(await statusForHost(served, "localhost")).toBe(421);
    await served.close();
    expect(await statusForHost(await serving({ HOST: "0.0.0.0" }), "api.example.org")).toBe(200);
  });
});

describe("The operator", () => {
  test("can turn off Sandbox and introspection", async () => {
    const served = await serving({ SANDBOX: "off", GRAPHIQL: "off", INTROSPECTION: "off" });
    expect(served.banner).not.toContain("Sandbox");
    const page = await fetch(served.url, { headers: { accept: "text/html" } });
    expect(page.headers.get("content-type")).not.toContain("text/html");
    const answer = await post(served, "{ __schema { queryType { name } } }");
    expect(JSON.stringify(await answer.json())).toMatch(/introspection/i);
    expect((await post(served, "{ __typename }")).status).toBe(200);
  });

  test("can serve health and metrics on a separate port", async () => {
    const served = await serving({ OPS_PORT: "0" });
    for (const path of ["/health/live", "/health/ready", "/metrics"]) {
      expect((await fetch(new URL(path, served.opsUrl!))).status).toBe(200);
      expect((await fetch(new URL(path, served.url))).status).toBe(404);
    }
    expect((await fetch(new URL("/graphql", served.opsUrl!))).status).toBe(404);
  });

  test("can limit the requests of a client, which a trusted proxy identifies", async () => {
    const served = await serving({ RATE_LIMIT: "2", TRUSTED_PROXIES: "127.0.0.1" });
    const from = (client: string) =>
      post(served, "{ __typename }", { "x-forwarded-for": client, origin: "https://app.example.org" });
    expect([(await from("192.0.2.1")).status, (await from("192.0.2.1")).status]).toEqual([200, 200]);
    const refused = await from("192.0.2.1");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    const { errors } = (await refused.json()) as {
      readonly errors: readonly { readonly extensions: { readonly code: string; readonly retryAfter: number } }[];
    };
    expect(errors[0]!.extensions.code).toBe("RATE_LIMITED");
    expect(String(errors[0]!.extensions.retryAfter)).toBe(refused.headers.get("retry-after"));
    expect((await from("192.0.2.2")).status).toBe(200);
    expect((await fetch(new URL("/health/live", served.url))).status).toBe(200);
    const metrics = await (await fetch(new URL("/metrics", served.url))).text();
    expect(metrics).toContain('career_graph_refused_total{reason="RATE_LIMIT"} 1');
  });

  test("finds the id of a request in its answer: the client's own id if it is plain", async () => {
    const served = await serving();
    const idFor = async (given: string): Promise<string | null> =>
      (await post(served, "{ __typename }", { "x-request-id": given })).headers.get("x-request-id");
    expect(await idFor("trace-1:a.b")).toBe("trace-1:a.b");
    expect(await idFor("a".repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('{"a": 1}')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
