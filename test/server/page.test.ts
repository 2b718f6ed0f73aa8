import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import Fastify from "fastify";
import { pageRoutes } from "../../src/server/page/pageRoutes.js";
import { securityHeaders } from "../../src/server/securityHeaders.js";

async function server(options: { readonly graphiql?: boolean; readonly folder?: string } = {}) {
  const app = Fastify();
  await securityHeaders(app);
  pageRoutes(app, { graphiql: true, ...options });
  return app;
}

test("The page has a policy that lets it load only from this service, and its files may be cached forever", async () => {
  const app = await server();
  const page = await app.inject({ url: "/", headers: { "accept-encoding": "gzip, br" } });
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
  expect(page.headers["cache-control"]).toBe("no-cache");
  expect(page.headers["content-encoding"]).toBe("br");
  const html = brotliDecompressSync(page.rawPayload).toString("utf8");
  const script = html.match(/assets\/index-[\w-]+\.js/)?.[0] ?? "";
  const file = await app.inject({ url: `/${script}` });
  expect(file.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(file.headers["cache-control"]).toContain("immutable");
  expect(file.headers["content-encoding"]).toBeUndefined();
  expect(file.headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
  const again = await app.inject({ url: "/", headers: { "if-none-match": String(page.headers["etag"]) } });
  expect(again.statusCode).toBe(304);
  await app.close();
});

test("The page knows whether there is a GraphiQL to link to", async () => {
  for (const graphiql of [true, false]) {
    const app = await server({ graphiql });
    const page = await app.inject({ url: "/", headers: { "accept-encoding": "identity" } });
    expect(page.body.includes('<html data-graphiql="off" lang="en">')).toBe(!graphiql);
    await app.close();
  }
});

test("Without a built page, the root redirects to the API", async () => {
  const empty = mkdtempSync(join(tmpdir(), "no-page-"));
  const app = await server({ folder: empty });
  expect((await app.inject({ url: "/" })).headers["location"]).toBe("/graphql");
  await app.close();
  rmSync(empty, { recursive: true });
});
