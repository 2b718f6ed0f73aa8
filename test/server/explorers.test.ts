import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type Browser, chromium } from "playwright-core";
import { readConfig } from "../../src/server/Config.js";
import { serve, type Service } from "../../src/server/serve.js";

/** Debian's Chromium, or the one that the environment names. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const AS_PERSON = { headers: { accept: "text/html,*/*;q=0.8" }, redirect: "manual" } as const;

jest.setTimeout(60_000);

describe("GraphiQL", () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent" }));
  });
  afterAll(() => service.close());

  test("is a page that runs only its own scripts, and is sent only once", async () => {
    const page = await fetch(new URL("/graphiql", service.url));
    const policy = page.headers.get("content-security-policy")!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ]+'; .*connect-src 'self'/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
    const html = await page.text();
    expect(html).not.toMatch(/<(script|link|img)[^>]*(src|href)="https?:/);
    const tag = page.headers.get("etag")!;
    const again = await fetch(new URL("/graphiql", service.url), { headers: { "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const plain = await fetch(new URL("/graphiql", service.url), { headers: { "accept-encoding": "identity" } });
    expect(await plain.text()).toBe(html);
    const refusing = { "accept-encoding": "gzip;q=0, identity", "if-none-match": '"other"' };
    const unpacked = await fetch(new URL("/graphiql", service.url), { headers: refusing });
    expect([unpacked.headers.get("content-encoding"), await unpacked.text()]).toEqual([null, html]);
    const oneOfTwo = await fetch(new URL("/graphiql", service.url), {
      headers: { "if-none-match": `"other", ${tag}` },
    });
    expect(oneOfTwo.status).toBe(304);
  });

  test("opens for a browser that requests the API without Sandbox, and can be turned off", async () => {
    const without = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", SANDBOX: "off" }));
    const neither = await serve(readConfig({ PORT: "0", LOG_LEVEL: "silent", SANDBOX: "off", GRAPHIQL: "off" }));
    try {
      const answer = await fetch(without.url, AS_PERSON);
      expect([answer.status, answer.headers.get("location")]).toEqual([302, "/graphiql"]);
      expect((await fetch(`${without.url}?query={__typename}`, AS_PERSON)).status).toBe(200);
      expect((await fetch(new URL("/graphiql", neither.url))).status).toBe(404);
    } finally {
      await without.close();
      await neither.close();
    }
  });

  (existsSync(CHROMIUM) ? describe : describe.skip)("in Chromium without a network", () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        // Every name except this machine's leads nowhere.
        args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
      });
    });
    afterAll(() => browser.close());

    test("shows an example operation, runs it and shows its answer", async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      const foreign: string[] = [];
      page.on("request", (request) => {
        if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) foreign.push(request.url());
      });
      await page.goto(new URL("/graphiql", service.url).href);
      await page.getByText("shortestPath").first().waitFor();
      await page.locator(".graphiql-execute-button").click();
      await page.locator(".result-window").getByText("Data Scientist").first().waitFor();
      expect(await page.locator(".graphiql-tab").count()).toBeGreaterThan(5);
      expect(complaints).toEqual([]);
      expect(foreign).toEqual([]);
      await page.close();
    });

    test("opens the operation and variables of its URL", async () => {
      const page = await browser.newPage();
      const asked = new URLSearchParams({
        query: "query Known($ref: String!) { role(ref: $ref) { title } }",
        variables: JSON.stringify({ ref: "Staff MLE" }),
      });
      await page.goto(new URL(`/graphiql?${asked.toString()}`, service.url).href);
      await page.getByText("Known").first().waitFor();
      await page.locator(".graphiql-execute-button").click();
      await page.locator(".result-window").getByText("Staff ML Engineer").first().waitFor();
      await page.close();
    });

    test("is linked from the API if Sandbox cannot be loaded", async () => {
      const page = await browser.newPage();
      await page.goto(service.url, { waitUntil: "commit" });
      await page.waitForURL("**/graphiql");
      await page.getByText("shortestPath").first().waitFor();
      await page.close();
    });
  });
});
