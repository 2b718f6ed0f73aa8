import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Data and messages: nothing in them may run, load or be framed. */
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

/** Apollo Sandbox: its page names in a policy of its own what it loads, to which this adds that nobody frames it. */
const SANDBOX = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/**
 * Headers that tell browsers what an answer may do. Nothing is said about HTTPS (no HSTS, no upgrade of requests): whether there is any
 * is for the gateway in front to say, and a page on this machine is served without.
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // Pages of other origins read the API, as far as CORS lets them.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onSend", async (_request, reply) => {
    // A page of our own has a policy of its own.
    if (reply.hasHeader("content-security-policy")) return;
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    reply.header("content-security-policy", isPage ? SANDBOX : NOTHING_RUNS);
  });
}
