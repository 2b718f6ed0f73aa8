import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { NOTHING_RUNS } from "./NOTHING_RUNS.js";

/** The policy for Apollo Sandbox. The page itself limits what it loads; this header forbids frames. */
const SANDBOX = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/**
 * Adds headers that tell browsers what an answer may do. There are none about HTTPS (no HSTS, no upgrade of requests): the gateway in front of
 * the service decides about it, and a local page is served without it.
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // Pages of other origins may read the API as far as CORS allows.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onSend", async (_request, reply) => {
    // The pages of the service set their own policy.
    if (reply.hasHeader("content-security-policy")) return;
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    reply.header("content-security-policy", isPage ? SANDBOX : NOTHING_RUNS);
  });
}
