import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, gunzipSync, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { exampleOperations } from "./exampleOperations.js";

/** Where GraphiQL is. */
export const GRAPHIQL = "/graphiql";

interface Page {
  readonly gzipped: Buffer;
  readonly policy: string;
  readonly tag: string;
}

/**
 * GraphiQL at `/graphiql`: a page that explores the graph and loads nothing from anywhere else, so that it works without the Internet. The
 * examples are its tabs. It is made when it is first asked for, for its code is large.
 * @param api path of the API
 */
export function graphiqlRoute(app: FastifyInstance, api: string): void {
  let made: Promise<Page> | null = null;
  app.get(GRAPHIQL, async (request, reply) => {
    made ??= makePage(api);
    const { gzipped, policy, tag } = await made;
    reply
      .header("content-security-policy", policy)
      .header("etag", tag)
      .header("cache-control", "no-cache")
      .header("vary", "accept-encoding");
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    reply.type("text/html; charset=utf-8");
    if (request.headers["accept-encoding"]?.includes("gzip") !== true) return reply.send(gunzipSync(gzipped));
    return reply.header("content-encoding", "gzip").send(gzipped);
  });
}

async function makePage(api: string): Promise<Page> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const tabs = exampleOperations().map(({ query, variables }) => ({
    query,
    variables: JSON.stringify(variables, null, 2),
  }));
  // The first tab takes its variables from the page's, which the types of the options do not know, and not from its own.
  const options = { title: "Career Graph", endpoint: api, defaultTabs: tabs, variables: tabs[0]?.variables };
  const html = takingVariables(renderGraphiQL(options));
  return {
    gzipped: await promisify(gzip)(html, { level: constants.Z_BEST_COMPRESSION }),
    policy: policyOf(html),
    tag: `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`,
  };
}

/**
 * The page with the variables of its address beside the operation of its address: the library takes the operation alone.
 * @throws where the library writes its options otherwise than it did
 */
function takingVariables(html: string): string {
  const found = /(?<="variables":)"(?:[^"\\]|\\.)*"(?=\},?\s*\);?\s*<\/script>)/.exec(html);
  if (found === null) throw new Error("GraphiQL's page takes no variables where they are expected.");
  const [given] = found;
  const taken = `((asked) => (asked.has("query") ? asked.get("variables") ?? "{}" : ${given}))(new URL(location.href).searchParams)`;
  return html.slice(0, found.index) + taken + html.slice(found.index + given.length);
}

/** What the page may do: run its own scripts, known by their hashes, and the workers that they make, and ask the API. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash("sha256").update(script!).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    "worker-src blob:",
    // The editor makes styles as it runs.
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
