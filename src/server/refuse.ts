import type { IncomingMessage, ServerResponse } from "node:http";
import { errorBody } from "./errorBody.js";

/** Headers of every answer, as `securityHeaders` sets them for data. */
const SAFE = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Answers a request with 503 and TOO_BUSY before anything of it is read, for a fraction of what answering it would cost. The connection
 * stays; Node.js throws away the body that still comes.
 * @param origins whose pages may read it, `*` for all
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
    "access-control-expose-headers": "ETag, Retry-After, X-Request-Id",
    ...(origins.includes("*") ? { "access-control-allow-origin": "*" } : { vary: "Origin" }),
  };
  return (request, response, id) => {
    const { origin } = request.headers;
    const readable = origin !== undefined && origins.includes(origin) ? { "access-control-allow-origin": origin } : {};
    response.writeHead(503, { ...headers, ...readable, "x-request-id": id }).end(body);
  };
}

/** What a refusal for want of room says. */
export function tooBusyBody(retrySeconds: number) {
  return errorBody("TOO_BUSY", `The service is busy. Retry in ${retrySeconds} s.`, { retryAfter: retrySeconds });
}
