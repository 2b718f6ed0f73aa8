import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The id of a request: the client's own `X-Request-Id` if it is short and plain, so that both logs can be compared, otherwise a new one. */
export function requestId({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}
