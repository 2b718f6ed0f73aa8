import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import { errorBody } from "./errorBody.js";
import { NOTHING_RUNS } from "./NOTHING_RUNS.js";

/** Headers of an answer that pages of other origins may read. */
export const EXPOSED_HEADERS: readonly string[] = ["ETag", "Retry-After", "X-Request-Id"];

/** The headers of `securityHeaders` that matter for JSON. */
const SAFE = {
  "content-security-policy": NOTHING_RUNS,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Makes a function that answers a request with 503 and TOO_BUSY before its body is read, which costs a fraction of a normal answer. The
 * connection stays open; Node.js discards the rest of the body.
 * @param origins origins whose pages may read the answer; `*` allows all
 */
export function refuser(
  retrySeconds: number,
  origins: readonly string[],
): (request: IncomingMessage, response: ServerResponse, id: string) => void {
  const body = JSON.stringify(tooBusyBody(retrySeconds));
  const headers = {
    ...SAFE,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "retry-after": String(retrySeconds),
    "access-control-expose-headers": EXPOSED_HEADERS.join(", "),
    ...(origins.includes("*") ? { "access-control-allow-origin": "*" } : { vary: "Origin" }),
  };
  return (request, response, id) => {
    const { origin } = request.headers;
    const readable = origin !== undefined && origins.includes(origin) ? { "access-control-allow-origin": origin } : {};
    response.writeHead(503, { ...headers, ...readable, "x-request-id": id }).end(body);
  };
}

/** Answers with 503 and TOO_BUSY. */
export function sendTooBusy(reply: FastifyReply, retrySeconds: number): FastifyReply {
  return reply.code(503).header("retry-after", retrySeconds).send(tooBusyBody(retrySeconds));
}

/** The body of a TOO_BUSY answer. */
export function tooBusyBody(retrySeconds: number) {
  return errorBody("TOO_BUSY", `The service is busy. Retry in ${retrySeconds} s.`, { retryAfter: retrySeconds });
}
