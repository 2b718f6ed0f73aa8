import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, gunzipSync, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { acceptsEncoding } from "./acceptsEncoding.js";
import { EntityTags } from "./EntityTags.js";
import { exampleOperations } from "./exampleOperations.js";
import { keepUnlessFailed } from "./keepUnlessFailed.js";

/** Path of GraphiQL. */
export const GRAPHIQL = "/graphiql";

interface Page {
  readonly gzipped: Buffer;
  readonly policy: string;
  readonly tag: string;
}

/**
 * Serves GraphiQL at `/graphiql`. The page loads nothing from other servers, so it works without the Internet. The example operations are its
 * tabs. The page is created on the first request, because its code is large.
 * @param api path of the API
 */
export function graphiqlRoute(app: FastifyInstance, api: string): void {
  const page = keepUnlessFailed(() => makePage(api));
  app.get(GRAPHIQL, async (request, reply) => {
    const { gzipped, policy, tag } = await page();
    reply
      .header("content-security-policy", policy)
      .header("etag", tag)
      .header("cache-control", "no-cache")
      .header("vary", "accept-encoding");
    if (EntityTags.isHeld(tag, request.headers["if-none-match"])) return reply.code(304).send();
    reply.type("text/html; charset=utf-8");
    if (!acceptsEncoding(request.headers["accept-encoding"], "gzip")) return reply.send(gunzipSync(gzipped));
    return reply.header("content-encoding", "gzip").send(gzipped);
  });
}

async function makePage(api: string): Promise<Page> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const tabs = exampleOperations().map(({ query, variables }) => ({
    query,
    variables: JSON.stringify(variables, null, 2),
  }));
  // The first tab takes its variables from the `variables` option, which the types of the library lack, instead of from `defaultTabs`.
  const options = { title: "Career Graph", endpoint: api, defaultTabs: tabs, variables: tabs[0]?.variables };
  const html = takingVariables(renderGraphiQL(options));
  return {
    gzipped: await promisify(gzip)(html, { level: constants.Z_BEST_COMPRESSION }),
    policy: policyOf(html),
    tag: EntityTags.tagOfBytes(html),
  };
}

/**
 * The page, changed to read the variables from its URL too; the library reads only the operation from there.
 * @throws if the library writes its options differently from the version that this was written for
 */
function takingVariables(html: string): string {
  const found = /(?<="variables":)"(?:[^"\\]|\\.)*"(?=\},?\s*\);?\s*<\/script>)/.exec(html);
  if (found === null) throw new Error("GraphiQL's page takes no variables where they are expected.");
  const [given] = found;
  const taken = `((asked) => (asked.has("query") ? asked.get("variables") ?? "{}" : ${given}))(new URL(location.href).searchParams)`;
  return html.slice(0, found.index) + taken + html.slice(found.index + given.length);
}

/** The content security policy of the page: it may run its own scripts (by hash) and their workers, and call the API. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash("sha256").update(script!).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    "worker-src blob:",
    // The editor creates styles at run time.
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
