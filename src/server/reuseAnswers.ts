import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { askedText, tellsOfPerson } from "./askedText.js";
import { EntityTags } from "./EntityTags.js";
import type { ResponseCache } from "./ResponseCache.js";

interface Reuse {
  /** Null if this process keeps no answers. */
  readonly cache: ResponseCache | null;
  readonly holder: SnapshotHolder;
  /** Seconds for which others may use an answer to GET without asking again. */
  readonly maxAge: number;
  /** Whether a request may be answered at all before GraphQL has looked at it. */
  readonly isWelcome: (request: FastifyRequest) => boolean;
  /** Told of each request that the cache of this process is asked for whether it answered. */
  readonly onAsked: (isHit: boolean) => void;
}

/**
 * Has answers used again: by this process from its cache, by others as HTTP allows. Only what comes out the same whenever it is asked for in
 * one revision is used again: no errors, nothing that ended by the clock, nothing that may change within a revision. To others only
 * answers to GET are given to keep, and none that may tell of a person.
 */
export function reuseAnswers(app: FastifyInstance, { cache, holder, maxAge, isWelcome, onAsked }: Reuse): void {
  const tags = new EntityTags();
  const isShared = ({ method }: FastifyRequest, asked: string): boolean =>
    (method === "GET" || method === "HEAD") && !tellsOfPerson(asked);
  const share = (reply: FastifyReply, tag: string): void => {
    // What may be used without asking for no time at all is asked for each time: by its tag.
    const how = maxAge === 0 ? "no-cache" : `max-age=${maxAge}`;
    reply.header("etag", tag).header("cache-control", `public, ${how}`);
  };

  app.addHook("preHandler", (request, reply, next) => {
    reply.header("vary", varied(reply.getHeader("vary")));
    const revision = holder.current?.revision;
    const asked = isWelcome(request) ? askedText(request) : null;
    // Stryker disable next-line ConditionalExpression,LogicalOperator: nothing is kept under no revision, and no tag of it is given
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
    // Null too for what was answered without GraphQL, from the cache for instance.
    if (context !== null) {
      const revision = context.repeatableIn;
      const asked = askedText(request);
      const text = String(body);
      // Apollo puts errors first.
      if (text.startsWith('{"data"') && revision !== null && asked !== null) {
        cache?.keep(revision, asked, { type: String(reply.getHeader("content-type")), body: text });
        if (isShared(request, asked)) share(reply, tags.tagOf(revision, asked));
      }
    }
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    next(null, body);
  });
}

/** `Vary` with the headers on which the form of every answer depends. */
function varied(already: number | string | string[] | undefined): string {
  return [...(already === undefined ? [] : [already].flat()), "accept", "accept-encoding"].join(", ");
}
