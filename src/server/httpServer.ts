import cors from "@fastify/cors";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyServerOptions } from "fastify";
import type { GraphQLSchema } from "graphql";
import { apolloServer } from "../graphql/apollo.js";
import { Context } from "../graphql/Context.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { RevisionGoneError } from "../store/RevisionGoneError.js";
import { Metrics } from "./Metrics.js";
import { ResponseCache } from "./ResponseCache.js";

/** Largest body taken, in bytes: far above any operation, far below what could hurt. */
const BODY_LIMIT = 256 * 1024;

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
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    // Whoever sends a request slowly must not hold a connection, nor a shutdown, for long.
    requestTimeout: 10_000,
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
  const metrics = new Metrics(holder);
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
        .send(errorBody("BAD_REQUEST", `The body is larger than ${BODY_LIMIT} bytes, the most that is taken.`));
    }
    return reply.code(status).send(errorBody("BAD_REQUEST", error.message));
  });
  await app.register(cors, {
    origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
    methods: ["GET", "POST"],
    maxAge: 86_400,
  });
  const cache = cacheBytes > 0 ? new ResponseCache(cacheBytes) : null;
  app.decorateRequest("graphContext", null);
  await app.register(async (graphql) => {
    graphql.addHook("preHandler", (request, reply, next) => {
      if (cache?.answer(request, reply, holder.current?.revision) === true) metrics.answeredFromCache();
      else next();
    });
    graphql.addHook("onSend", (request, reply, body, next) => {
      cache?.keep(request, reply, body);
      next(null, body);
    });
    graphql.route({
      url: "/graphql",
      method: ["GET", "POST"],
      handler: fastifyApolloHandler(apollo, {
        context: async (request) => (request.graphContext = new Context(holder.current)),
      }),
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

function errorBody(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
