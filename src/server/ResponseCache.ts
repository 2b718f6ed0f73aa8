import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { stripIgnoredCharacters } from "graphql";
import { LRUCache } from "lru-cache";
import type { Context } from "../graphql/Context.js";

declare module "fastify" {
  interface FastifyRequest {
    /** What the request is answered from; null until GraphQL has begun with it. */
    graphContext: Context | null;
  }
}

/** How many requests that came once are remembered. */
const ASKED_ONCE = 10_000;

interface Answer {
  readonly type: string;
  readonly body: string;
}

/**
 * Answers to operations, kept by revision: a revision never changes, so the same operation with the same variables has the
 * same answer. Kept are answers without errors that did not end by the clock, to POST requests of JSON alone, which no
 * foreign page can send unasked. An answer is kept when it is asked for a second time, so that one client with endless different
 * operations does not push out what others ask again and again. The least lately used go first.
 */
export class ResponseCache {
  readonly #answers: LRUCache<string, Answer>;
  /** What each request asks for, as text: it is needed before and after the answer is made. */
  readonly #asked = new WeakMap<FastifyRequest, string | null>();
  /** Hashes of what was asked once. */
  readonly #askedOnce = new LRUCache<string, true>({ max: ASKED_ONCE });

  /** @param bytes most that keys and bodies may take together; at least 1 */
  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 32),
      sizeCalculation: ({ body }, key) => 2 * (body.length + key.length),
    });
  }

  /** What the kept answers take, in bytes. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  /** Forgets every answer. */
  clear(): void {
    this.#answers.clear();
    this.#askedOnce.clear();
  }

  /** Whether a request was answered from the cache, which it then is. */
  answer(request: FastifyRequest, reply: FastifyReply, revision: string | undefined): boolean {
    const key = this.#keyOf(request, revision);
    const held = key === null ? undefined : this.#answers.get(key);
    if (held === undefined) return false;
    void reply.header("content-type", held.type).header("cache-control", "no-store").send(held.body);
    return true;
  }

  /** Keeps an answer that GraphQL gave, where it may be kept. */
  keep(request: FastifyRequest, reply: FastifyReply, body: unknown): void {
    // Apollo puts errors first.
    if (reply.statusCode !== 200 || typeof body !== "string" || !body.startsWith('{"data"')) return;
    const key = this.#keyOf(request, request.graphContext?.repeatableIn);
    if (key === null) return;
    const hash = createHash("sha256").update(key).digest("base64");
    if (this.#askedOnce.get(hash) === true)
      this.#answers.set(key, { type: String(reply.getHeader("content-type")), body });
    else this.#askedOnce.set(hash, true);
  }

  #keyOf(request: FastifyRequest, revision: string | null | undefined): string | null {
    if (revision === null || revision === undefined) return null;
    let asked = this.#asked.get(request);
    if (asked === undefined) this.#asked.set(request, (asked = askedBy(request)));
    return asked === null ? null : `${revision} ${asked}`;
  }
}

/** What an answer depends on of a request; null where the answer must not be kept. */
function askedBy({ method, headers, body }: FastifyRequest): string | null {
  if (method !== "POST" || headers["content-type"]?.startsWith("application/json") !== true) return null;
  const request = requestOf(body);
  return request === null ? null : `${headers.accept ?? ""} ${request}`;
}

/** What an answer depends on of a body, as text; null where no text tells it from another. */
function requestOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  let isExact = true;
  const text = JSON.stringify(
    [typeof query === "string" ? withoutBlanks(query) : query, operationName, orNull(variables), orNull(extensions)],
    (_, value: unknown) => {
      // JSON of a client can hold 1e400, which JSON of ours writes as null.
      if (typeof value === "number" && !Number.isFinite(value)) isExact = false;
      return value;
    },
  );
  return isExact ? text : null;
}

/** An operation without what GraphQL ignores, such as blanks and comments; as it is where it cannot be read. */
function withoutBlanks(query: string): string {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return query;
  }
}

/** Null for an object without keys, which says as much as none. */
function orNull(value: unknown): unknown {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0 ? null : value;
}
