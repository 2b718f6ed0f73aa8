import { createServer } from "node:http";
import rateLimiter from "@fastify/rate-limit";
import compress from "@fastify/compress";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyServerOptions } from "fastify";
import type { GraphQLSchema } from "graphql";
import { apolloServer } from "../graphql/apollo.js";
import type { OperationWork } from "../graphql/limits/OperationWork.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { answerConnectionError } from "./answerConnectionError.js";
import { answerHttpErrors } from "./answerHttpErrors.js";
import { ArrivalGuard } from "./ArrivalGuard.js";
import { earlyRefusal } from "./earlyRefusal.js";
import { errorBody } from "./errorBody.js";
import { FailureLog } from "./FailureLog.js";
import { GRAPHIQL, graphiqlRoute } from "./graphiqlRoute.js";
import { COMPRESSION, graphqlRoute, PREFLIGHT_HEADERS } from "./graphqlRoute.js";
import { guardRoutes } from "./guardRoutes.js";
import { HTTP_LIMITS, type HttpLimits } from "./HTTP_LIMITS.js";
import type { HttpOptions } from "./HttpOptions.js";
import { logOperation } from "./logOperation.js";
import { graphAsker } from "./mcp/graphAsker.js";
import { mcpRoutes } from "./mcp/mcpRoutes.js";
import { Metrics } from "./Metrics.js";
import { OperationGate } from "./OperationGate.js";
import { opsRoutes } from "./opsRoutes.js";
import { pageRoutes } from "./page/pageRoutes.js";
import { readJsonBodies } from "./readJsonBodies.js";
import { RefusalLog } from "./RefusalLog.js";
import { reporterOf } from "./reporterOf.js";
import { requestId } from "./requestId.js";
import { ResponseCache } from "./ResponseCache.js";
import { sandboxPage } from "./sandboxPage.js";
import { securityHeaders } from "./securityHeaders.js";

/** Path of the GraphQL endpoint. */
const API = "/graphql";

/** Path of the Model Context Protocol endpoint. */
const MCP = "/mcp";

/** Milliseconds for which an idle connection stays open. */
const KEEP_ALIVE = 72_000;

/** The service over HTTP, started but not yet listening. */
export interface HttpServer {
  readonly app: FastifyInstance;
  /** Adds the routes for health and metrics to a server of their own. */
  addOpsRoutes(app: FastifyInstance): void;
  /** Makes the service report that it is not ready. It still accepts requests. */
  drain(): void;
  /** Ends the searches in progress, which answer with the paths found so far. */
  endSearches(): void;
}

/**
 * Creates the service over HTTP: `/graphql`, `/mcp`, the page at `/`, GraphiQL at `/graphiql` if it is enabled, and health and metrics
 * unless another server has them. Closing it waits for the requests in progress.
 */
export async function httpServer(
  holder: SnapshotHolder,
  schema: GraphQLSchema,
  logger: FastifyServerOptions["loggerInstance"],
  options: HttpOptions,
  limits: HttpLimits = HTTP_LIMITS,
): Promise<HttpServer> {
  const { corsOrigins, graphiql, rateLimit } = options;
  const arrivals = new ArrivalGuard(limits);
  const gate = new OperationGate(limits, () => arrivals.isRush);
  const cache = options.cacheBytes > 0 ? new ResponseCache(options.cacheBytes) : null;
  holder.onDamage = () => cache?.clear();
  const metrics = new Metrics(holder, gate, cache);
  const refused = (reason: "EVENT_LOOP" | "IN_FLIGHT"): void => {
    metrics.refused(reason);
    refusals.note();
  };
  // The timeouts keep slow clients from occupying a connection, and from delaying a shutdown.
  const timeouts = {
    headersTimeout: limits.requestMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: Math.min(1_000, limits.requestMilliseconds),
    keepAliveTimeout: KEEP_ALIVE,
  };
  const app: FastifyInstance = Fastify({
    serverFactory: (handle) =>
      createServer(timeouts, earlyRefusal(handle, { arrivals, gate, limits, paths: [API, MCP], corsOrigins, refused })),
    bodyLimit: limits.bodyBytes,
    clientErrorHandler: answerConnectionError,
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send(errorBody("BAD_REQUEST", "The URL is invalid. GraphQL is at /graphql."));
    },
    forceCloseConnections: "idle",
    genReqId: requestId,
    ...(options.trustedProxies.length === 0 ? {} : { trustProxy: [...options.trustedProxies] }),
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: false,
    // No route has a JSON schema, and loading the schema compilers would take a tenth of the startup time.
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    ...(logger === undefined ? {} : { loggerInstance: logger }),
  });
  const failures = new FailureLog(app.log);
  const refusals = new RefusalLog(app.log);
  const report = reporterOf(holder, failures);
  const apollo = apolloServer(schema, report, {
    ...(options.sandbox ? { landingPage: sandboxPage(graphiql ? GRAPHIQL : null) } : {}),
    introspection: options.introspection,
    compile: options.compile,
    // Where every origin may call the API, a forged cross-site request reveals nothing: the service uses no cookies.
    csrfPrevention: corsOrigins.includes("*") ? false : { requestHeaders: PREFLIGHT_HEADERS },
    plugins: [fastifyApolloDrainPlugin(app), metrics.plugin],
  });
  await apollo.start();
  let isDraining = false;
  /** The operations in progress. */
  const atWork = new Set<OperationWork>();

  await securityHeaders(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  answerHttpErrors(app, {
    bodyBytes: limits.bodyBytes,
    failed: (error) => failures.note(error),
    rateLimited: () => metrics.refused("RATE_LIMIT"),
  });
  app.server.maxConnections = limits.connections;
  readJsonBodies(app, limits.nesting);
  app.decorateRequest("graphContext", null);
  app.decorateRequest("place", null);
  app.decorateRequest("knownOperation", null);
  await app.register(rateLimiter, { global: false });
  const guard = {
    ...options,
    // One counter for all routes, so that a client's requests count together.
    limitRate: rateLimit === null ? null : app.rateLimit({ max: rateLimit, timeWindow: 60_000 }),
    limits,
    refused: () => refused("EVENT_LOOP"),
  };
  const graphql = async (routes: FastifyInstance): Promise<void> => {
    await guardRoutes(routes, guard);
    await graphqlRoute(routes, {
      ...options,
      apollo,
      holder,
      gate,
      cache,
      metrics,
      atWork,
      limits,
      refused: () => refused("IN_FLIGHT"),
    });
  };
  await app.register(graphql, { prefix: API });
  if (graphiql) graphiqlRoute(app, API);
  const ask = graphAsker({
    apollo,
    holder,
    gate,
    atWork,
    retrySeconds: limits.retrySeconds,
    refused: () => refused("IN_FLIGHT"),
    answered: (context, milliseconds) => logOperation(app.log, metrics, { context, milliseconds, by: "TOOL" }),
    report,
  });
  const mcp = async (routes: FastifyInstance): Promise<void> => {
    await guardRoutes(routes, guard);
    await routes.register(compress, COMPRESSION);
    mcpRoutes(routes, schema, ask, { corsOrigins, report });
  };
  await app.register(mcp, { prefix: MCP });
  pageRoutes(app, options);
  const addOpsRoutes = (ops: FastifyInstance): void => opsRoutes(ops, holder, metrics, () => isDraining);
  if (!options.opsApart) addOpsRoutes(app);
  return {
    app,
    addOpsRoutes,
    drain: () => {
      isDraining = true;
    },
    endSearches: () => {
      for (const work of atWork) work.endSearches();
    },
  };
}

function noSchema(): never {
  throw new Error("A route has a JSON schema: let Fastify load its compilers by removing schemaController.");
}
