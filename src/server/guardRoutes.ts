import cors from "@fastify/cors";
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance, onRequestHookHandler } from "fastify";
import { errorBody } from "./errorBody.js";
import type { HttpLimits } from "./HTTP_LIMITS.js";
import type { HttpOptions } from "./HttpOptions.js";
import { isAllowedHost } from "./isAllowedHost.js";
import { EXPOSED_HEADERS, sendTooBusy } from "./refuse.js";

interface Guard extends Pick<HttpOptions, "corsOrigins" | "allowedHosts"> {
  /** The hook that counts the requests of each client; null if there is no limit. */
  readonly limitRate: onRequestHookHandler | null;
  readonly limits: Pick<HttpLimits, "meanTurnMilliseconds" | "answerMilliseconds" | "retrySeconds">;
  /** Called for each request that is refused because the event loop lags. */
  readonly refused: () => void;
}

/** Refuses requests from foreign host names, over the rate limit or under overload, and disconnects clients that do not read their answers. */
export async function guardRoutes(
  routes: FastifyInstance,
  { corsOrigins, allowedHosts, limitRate, limits, refused }: Guard,
): Promise<void> {
  // CORS comes first, so that a page can read every refusal.
  await routes.register(cors, {
    origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
    methods: ["GET", "POST"],
    maxAge: 86_400,
    // Otherwise OPTIONS without the headers of a preflight request gets plain text.
    strictPreflight: false,
    exposedHeaders: [...EXPOSED_HEADERS],
  });
  routes.addHook("onRequest", async (request, reply) => {
    if (isAllowedHost(request.headers.host, allowedHosts)) return;
    return reply
      .code(421)
      .send(
        errorBody(
          "BAD_REQUEST",
          "The service does not accept the host name of this request. Its operator can add the name to ALLOWED_HOSTS.",
        ),
      );
  });
  if (limitRate !== null) routes.addHook("onRequest", limitRate);
  await routes.register(underPressure, {
    maxEventLoopDelay: limits.meanTurnMilliseconds,
    sampleInterval: 1_000,
    pressureHandler: (_request, reply) => {
      refused();
      void sendTooBusy(reply, limits.retrySeconds);
    },
  });
  routes.addHook("onSend", (_request, reply, body, next) => {
    // Answers that the client does not read fill the memory.
    const timer = setTimeout(() => reply.raw.destroy(), limits.answerMilliseconds).unref();
    reply.raw.once("close", () => clearTimeout(timer));
    next(null, body);
  });
}
