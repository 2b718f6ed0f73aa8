import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { askedText, tellsOfPerson } from "./askedText.js";
import { EntityTags } from "./EntityTags.js";
import type { ResponseCache } from "./ResponseCache.js";

interface Reuse {
  /** Null if this process does not cache answers. */
  readonly cache: ResponseCache | null;
  readonly holder: SnapshotHolder;
  /** Seconds for which other caches may reuse the answer to a GET without revalidating it. */
  readonly maxAge: number;
  /** Whether a request may be answered from the cache, before Apollo Server can refuse it as a forged cross-site request. */
  readonly isWelcome: (request: FastifyRequest) => boolean;
  /** Called for each lookup in the cache of this process. */
  readonly onAsked: (isHit: boolean) => void;
}

/**
 * Lets answers be reused: by this process from its cache, and by browsers and shared caches through HTTP headers. Only answers that never
 * change within a revision are reused: no errors, no search that the clock ended, no data that may change within a revision. Other caches
 * get only answers to GET, and none that may contain personal data.
 */
export function reuseAnswers(app: FastifyInstance, { cache, holder, maxAge, isWelcome, onAsked }: Reuse): void {
  const tags = new EntityTags();
  const isShared = ({ method }: FastifyRequest, asked: string): boolean =>
    (method === "GET" || method === "HEAD") && !tellsOfPerson(asked);
  const share = (reply: FastifyReply, tag: string): void => {
    // Without a maximum age, caches revalidate the answer by its tag on every use.
    const how = maxAge === 0 ? "no-cache" : `max-age=${maxAge}`;
    reply.header("etag", tag).header("cache-control", `public, ${how}`);
  };

  app.addHook("preHandler", (request, reply, next) => {
    reply.header("vary", varied(reply.getHeader("vary")));
    const revision = holder.current?.revision;
    const asked = isWelcome(request) ? askedText(request) : null;
    // Stryker disable next-line ConditionalExpression,LogicalOperator: without a revision nothing is cached and no tag is sent
    if (revision === undefined || asked === null) return next();
    if (isShared(request, asked)) {
      const tag = tags.tagOf(revision, asked);
      if (EntityTags.isHeld(tag, request.headers["if-none-match"])) {
        share(reply, tag);
        void reply.code(304).send();
        return;
      }
    }
    const held = cache?.answerTo(revision, asked);
    if (cache !== null) onAsked(held !== undefined);
    if (held === undefined) return next();
    if (isShared(request, asked)) share(reply, tags.tagOf(revision, asked));
    else reply.header("cache-control", "no-store");
    void reply.header("content-type", held.type).send(held.body);
  });

  app.addHook("onSend", (request, reply, body, next) => {
    const context = request.graphContext;
    // The context is also null if the request was answered without GraphQL, for example from the cache.
    if (context !== null) {
      const revision = context.repeatableIn;
      const asked = askedText(request);
      const text = String(body);
      // Apollo Server writes errors before data, so an answer that begins with data has no errors.
      if (text.startsWith('{"data"') && revision !== null && asked !== null) {
        cache?.keep(revision, asked, { type: String(reply.getHeader("content-type")), body: text });
        if (isShared(request, asked)) share(reply, tags.tagOf(revision, asked));
      }
    }
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    next(null, body);
  });
}

/** The `Vary` header, extended by the headers on which the form of every answer depends. */
function varied(already: number | string | string[] | undefined): string {
  return [...(already === undefined ? [] : [already].flat()), "accept", "accept-encoding"].join(", ");
}
