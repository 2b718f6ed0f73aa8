import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { acceptsEncoding } from "../acceptsEncoding.js";
import { EntityTags } from "../EntityTags.js";

/** Folder of the build of `web/`. The path is the same from `src/server/page/` and from `dist/server/page/`. */
const BUILT = fileURLToPath(new URL("../../../dist/page/", import.meta.url));

/** The page loads its own files and calls this service, nothing else. */
const PAGE_POLICY = [
  "default-src 'none'",
  ...["script-src", "style-src", "img-src", "connect-src"].map((source) => `${source} 'self'`),
  ...["base-uri", "form-action", "frame-ancestors"].map((use) => `${use} 'none'`),
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

interface PageOptions {
  readonly graphiql: boolean;
  readonly folder?: string;
}

interface PageFile {
  readonly type: string;
  readonly tag: string;
  /** The bytes by content encoding; `identity` is always present. */
  readonly forms: Readonly<Record<string, Buffer | undefined>>;
}

/**
 * Serves the page at `/` and its files from memory. Browsers keep files with a hash in their name permanently, and revalidate the page
 * itself. If the page was not built, `/` redirects to the API.
 * @param graphiql whether GraphiQL is served, so that the page can link to it
 */
export function pageRoutes(app: FastifyInstance, { graphiql, folder = BUILT }: PageOptions): void {
  const files = readFiles(folder);
  const built = files.get("index.html");
  if (built === undefined) {
    app.get("/", (_request, reply) => reply.redirect("/graphql"));
    return;
  }
  const page = graphiql ? built : withoutGraphiql(built);
  app.get("/", (request, reply) => {
    reply.header("content-security-policy", PAGE_POLICY).header("cache-control", "no-cache");
    return answer(request, reply, page);
  });
  for (const [name, file] of files) {
    if (name === "index.html") continue;
    const isHashed = name.startsWith("assets/");
    app.get(`/${name}`, (request, reply) => {
      reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
      return answer(request, reply, file);
    });
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, { type, tag, forms }: PageFile): FastifyReply {
  reply.header("vary", "accept-encoding").header("etag", tag).type(type);
  if (EntityTags.isHeld(tag, request.headers["if-none-match"])) return reply.code(304).send();
  const accepted = request.headers["accept-encoding"];
  const encoding = ["br", "gzip"].find((name) => forms[name] !== undefined && acceptsEncoding(accepted, name));
  if (encoding !== undefined) reply.header("content-encoding", encoding);
  return reply.send(forms[encoding ?? "identity"]);
}

/** The page with an attribute that tells its script not to link to GraphiQL. It is small, so it is sent uncompressed. */
function withoutGraphiql({ type, forms }: PageFile): PageFile {
  const identity = Buffer.from(String(forms["identity"]).replace("<html ", '<html data-graphiql="off" '));
  return { type, tag: EntityTags.tagOfBytes(identity), forms: { identity } };
}

/** The files of a build by path, with their compressed forms. Empty if there is no build. */
function readFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  const names = namesIn(folder);
  for (const name of names) {
    const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
    if (type === undefined) continue;
    const identity = readFileSync(join(folder, name));
    const form = (ending: string) =>
      names.has(`${name}.${ending}`) ? readFileSync(join(folder, `${name}.${ending}`)) : undefined;
    files.set(name, {
      type,
      tag: EntityTags.tagOfBytes(identity),
      forms: { identity, br: form("br"), gzip: form("gz") },
    });
  }
  return files;
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/")),
    );
  } catch {
    return new Set();
  }
}
