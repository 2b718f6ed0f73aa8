import cors from "@fastify/cors";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import type { GraphQLSchema } from "graphql";
import { apolloServer } from "../graphql/apollo.js";
import { Context } from "../graphql/Context.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { RevisionGoneError } from "../store/RevisionGoneError.js";
import { answerConnectionError } from "./answerConnectionError.js";
import { errorBody } from "./errorBody.js";
import { HTTP_LIMITS, type HttpLimits } from "./HTTP_LIMITS.js";
import { Metrics } from "./Metrics.js";
import { OperationGate } from "./OperationGate.js";
import { checkNesting, parseJson } from "./parseJson.js";
import { ResponseCache } from "./ResponseCache.js";

export interface HttpOptions {
  /** Most that kept answers may take; 0 keeps none. */
  readonly cacheBytes: number;
  /** Origins whose pages may ask, `*` for all. The service knows no cookies, so nothing is given away to any. */
  readonly corsOrigins: readonly string[];
}

/**
 * The service over HTTP, started but not yet listening: `/graphql` (Apollo Sandbox for a browser), `/health/live`,
 * `/health/ready` and `/metrics`. Closing it waits for the requests in flight.
 */
export async function httpServer(
  holder: SnapshotHolder,
  schema: GraphQLSchema,
  logger: FastifyServerOptions["loggerInstance"],
  { cacheBytes, corsOrigins }: HttpOptions,
  limits: HttpLimits = HTTP_LIMITS,
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    bodyLimit: limits.bodyBytes,
    // Whoever sends a request slowly must not hold a connection, nor a shutdown, for long.
    requestTimeout: limits.requestMilliseconds,
    http: {
      headersTimeout: limits.requestMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: Math.min(1_000, limits.requestMilliseconds),
    },
    clientErrorHandler: answerConnectionError,
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send(errorBody("BAD_REQUEST", "The address cannot be read. GraphQL is at /graphql."));
    },
    forceCloseConnections: "idle",
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: false,
    // No route has a JSON schema: loading the compilers for them would take a tenth of the start.
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    ...(logger === undefined ? {} : { loggerInstance: logger }),
  });
  const report = (error: unknown): void => {
    app.log.error({ err: error }, "A request failed.");
    // The next look may be half a minute away, and until then every request that must read would fail like this one.
    if (error instanceof RevisionGoneError) holder.refresh().catch(() => {}); // The holder remembers the problem.
  };
  const gate = new OperationGate(limits);
  const metrics = new Metrics(holder, gate);
  const apollo = apolloServer(schema, report, [fastifyApolloDrainPlugin(app), metrics.plugin]);
  await apollo.start();

  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody("NOT_FOUND", `Nothing answers ${request.method} here. GraphQL is at /graphql.`)),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      app.log.error({ err: error }, "A request failed.");
      return reply
        .code(status)
        .send(errorBody("INTERNAL_SERVER_ERROR", "Something went wrong on our side. Try again."));
    }
    if (status === 413) {
      return reply
        .code(413)
        .send(errorBody("BAD_REQUEST", `The body is larger than ${limits.bodyBytes} bytes, the most that is taken.`));
    }
    return reply.code(status).send(errorBody("BAD_REQUEST", error.message));
  });
  await app.register(cors, {
    origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
    methods: ["GET", "POST"],
    maxAge: 86_400,
    exposedHeaders: ["ETag", "Retry-After", "X-Request-Id"],
  });
  app.server.maxConnections = limits.connections;
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, parseJson(String(body), limits.nesting));
    } catch (error) {
      done(error as Error);
    }
  });
  const cache = cacheBytes > 0 ? new ResponseCache(cacheBytes) : null;
  app.decorateRequest("graphContext", null);
  await app.register(async (graphql) => {
    graphql.addHook("preHandler", async ({ query }) => {
      for (const parameter of Object.values((query ?? {}) as Record<string, unknown>)) {
        checkNesting(String(parameter), limits.nesting);
      }
    });
    graphql.addHook("preHandler", (request, reply, next) => {
      if (cache?.answer(request, reply, holder.current?.revision) === true) metrics.answeredFromCache();
      else next();
    });
    const leave = new WeakMap<FastifyRequest, () => void>();
    graphql.addHook("preHandler", async (request, reply) => {
      const place = gate.enter();
      leave.set(request, place.leave);
      // Also where the client goes away before it is answered.
      reply.raw.once("close", place.leave);
      if (await place.admitted) return;
      metrics.refused();
      return reply
        .code(503)
        .header("retry-after", limits.retrySeconds)
        .send(
          errorBody("TOO_BUSY", `The service is busy. Ask again in ${limits.retrySeconds} s.`, {
            retryAfter: limits.retrySeconds,
          }),
        );
    });
    graphql.addHook("onSend", (request, reply, body, next) => {
      leave.get(request)?.();
      cache?.keep(request, reply, body);
      // An answer that is not read fills memory.
      const timer = setTimeout(() => reply.raw.destroy(), limits.answerMilliseconds).unref();
      reply.raw.once("close", () => clearTimeout(timer));
      next(null, body);
    });
    const answer = fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const context = new Context(holder.current);
        reply.raw.once("close", () => {
          if (!reply.raw.writableFinished) context.work.stop("DISCONNECTED");
        });
        return (request.graphContext = context);
      },
    });
    // Apollo does not know HEAD, which Fastify answers by what GET answers, without its body.
    const handler: typeof answer = function (request, reply) {
      const asked = request.method === "HEAD" ? Object.create(request, { method: { value: "GET" } }) : request;
      return answer.call(this, asked, reply);
    };
    graphql.route({
      url: "/graphql",
      method: ["GET", "POST"],
      handler,
    });
  });
  // What GraphQL over HTTP does not know; OPTIONS is answered for browsers that ask before they send.
  app.route({
    url: "/graphql",
    method: ["PUT", "PATCH", "DELETE"],
    handler: (request, reply) =>
      reply
        .code(405)
        .header("allow", "GET, HEAD, POST, OPTIONS")
        .send(errorBody("BAD_REQUEST", `/graphql does not take ${request.method}. Send operations by POST.`)),
  });
  app.get("/", (_request, reply) => reply.redirect("/graphql"));
  app.get("/metrics", async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  app.get("/health/live", () => ({ status: "ok" }));
  app.get("/health/ready", (_request, reply) => {
    // Why is for the log: an answer may reach anyone, and a reason may name hosts.
    if (holder.current === null) return reply.code(503).send({ status: "unavailable", reason: "NOT_READ_YET" });
    const { store, current, problem, ready } = holder;
    if (problem !== null) {
      return reply.code(503).send({ status: "unavailable", reason: "STORE_UNAVAILABLE", revision: current.revision });
    }
    if (!ready) return reply.code(503).send({ status: "unavailable", reason: "PREPARING", revision: current.revision });
    return { status: "ok", store: store.kind, revision: current.revision };
  });
  return app;
}

function noSchema(): never {
  throw new Error("A route has a JSON schema: let Fastify load its compilers, by leaving out schemaController.");
}
