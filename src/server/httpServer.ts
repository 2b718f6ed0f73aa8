import { randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import cors from "@fastify/cors";
import rateLimiter from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerOptions,
} from "fastify";
import type { GraphQLSchema } from "graphql";
import { apolloServer } from "../graphql/apollo.js";
import type { Context } from "../graphql/Context.js";
import type { ErrorCode } from "../graphql/errors/ErrorCode.js";
import type { OperationWork } from "../graphql/limits/OperationWork.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { RevisionGoneError } from "../store/RevisionGoneError.js";
import { StoreDamagedError } from "../store/StoreDamagedError.js";
import { answerConnectionError } from "./answerConnectionError.js";
import { ArrivalGuard } from "./ArrivalGuard.js";
import { errorBody, OUR_FAULT } from "./errorBody.js";
import { FailureLog } from "./FailureLog.js";
import { GRAPHIQL, graphiqlRoute } from "./graphiqlRoute.js";
import { HTTP_LIMITS, type HttpLimits } from "./HTTP_LIMITS.js";
import { isAllowedHost } from "./isAllowedHost.js";
import type { KnownOperations } from "./KnownOperations.js";
import { LatestFirst } from "./LatestFirst.js";
import { graphAsker } from "./mcp/graphAsker.js";
import { mcpRoutes } from "./mcp/mcpRoutes.js";
import { Metrics } from "./Metrics.js";
import { OperationGate, type Place } from "./OperationGate.js";
import { opsRoutes } from "./opsRoutes.js";
import { pageRoutes } from "./page/pageRoutes.js";
import { contextOf } from "./contextOf.js";
import { checkNesting, parseJson } from "./parseJson.js";
import { RefusalLog } from "./RefusalLog.js";
import { refuser, tooBusyBody } from "./refuse.js";
import { ResponseCache } from "./ResponseCache.js";
import { reuseAnswers } from "./reuseAnswers.js";
import { sandboxPage } from "./sandboxPage.js";
import { securityHeaders } from "./securityHeaders.js";
import { takeKnownOperations } from "./takeKnownOperations.js";

declare module "fastify" {
  interface FastifyRequest {
    /** What the request is answered from; null until GraphQL has begun with it. */
    graphContext: Context | null;
    /** Its place at the gate; null before it has asked for one. */
    place: Place | null;
  }
}

/** Milliseconds from which on an operation is logged as slow. */
const SLOW = 1_000;

/** Where operations are sent. */
const API = "/graphql";

/** Where assistants ask by the Model Context Protocol. */
const MCP = "/mcp";

const COMPRESSION: FastifyCompressOptions = {
  encodings: ["br", "gzip"],
  // Less fits into one packet anyway.
  threshold: 1_400,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

/** Headers that a page of another origin can send only where it may, as Apollo Server names them. */
const PREFLIGHT = ["x-apollo-operation-name", "apollo-require-preflight"];

/**
 * Errors that a client which knows plain JSON alone gets with status 200, as "GraphQL over HTTP" has it: any other status of such an answer
 * might come from something between client and service.
 */
const WELL_FORMED_REFUSALS = new Set<string>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
] satisfies ErrorCode[]);

/** Milliseconds for which an idle connection stays open. */
const KEEP_ALIVE = 72_000;

/** A request and the answer to it. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface HttpOptions {
  /** What may be asked for by hash; null if nothing is listed. */
  readonly operations: KnownOperations | null;
  /** Whether nothing else is answered. */
  readonly operationsOnly: boolean;
  /** Most that kept answers may take; 0 keeps none. */
  readonly cacheBytes: number;
  /** Seconds for which browsers and shared caches may use an answer to GET without asking again. */
  readonly maxAge: number;
  /** Origins whose pages may ask, `*` for all. The service knows no cookies, so nothing is given away to any. */
  readonly corsOrigins: readonly string[];
  /** Names by which the API may be asked, see `isAllowedHost`; null allows all. */
  readonly allowedHosts: readonly string[] | null;
  /** Whether a browser that opens `/graphql` gets Apollo Sandbox. */
  readonly sandbox: boolean;
  /** Whether GraphiQL is at `/graphiql`. */
  readonly graphiql: boolean;
  /** Whether operations may ask for the schema. */
  readonly introspection: boolean;
  /** Whether operations that are used again and again are compiled. */
  readonly compile: boolean;
  /** Requests that one client, known by its address, may send in a minute; null limits none. */
  readonly rateLimit: number | null;
  /** Proxies, by address or network, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether health and metrics are left to another server, by `addOpsRoutes`. */
  readonly opsApart: boolean;
}

/** The service over HTTP, started but not yet listening. */
export interface HttpServer {
  readonly app: FastifyInstance;
  /** Gives a server of its own the routes for whoever runs the service. */
  addOpsRoutes(app: FastifyInstance): void;
  /** From now on the service says that it is not ready; it still takes requests. */
  drain(): void;
  /** Ends the searches in flight, which answer with what they have. */
  endSearches(): void;
}

/**
 * Makes the service over HTTP: `/graphql`, `/mcp`, the page at `/`, GraphiQL at `/graphiql` where it is on, and health and metrics
 * unless they are apart. Closing it waits for the requests in flight.
 */
export async function httpServer(
  holder: SnapshotHolder,
  schema: GraphQLSchema,
  logger: FastifyServerOptions["loggerInstance"],
  {
    operations,
    operationsOnly,
    cacheBytes,
    maxAge,
    corsOrigins,
    allowedHosts,
    sandbox,
    graphiql,
    introspection,
    compile,
    rateLimit,
    trustedProxies,
    opsApart,
  }: HttpOptions,
  limits: HttpLimits = HTTP_LIMITS,
): Promise<HttpServer> {
  // Whoever may be asked by all pages gives nothing away to one that asks without being allowed to first: it knows no cookies.
  const allMayGet = corsOrigins.includes("*");
  const arrivals = new ArrivalGuard(limits);
  const gate = new OperationGate(limits, () => arrivals.isRush);
  const cache = cacheBytes > 0 ? new ResponseCache(cacheBytes) : null;
  holder.onDamage = () => cache?.clear();
  const metrics = new Metrics(holder, gate, cache);
  const refuse = refuser(limits.retrySeconds, corsOrigins);
  const turnAway = (reason: "EVENT_LOOP" | "IN_FLIGHT", { request, response }: Exchange): void => {
    refused(reason);
    refuse(request, response, requestId(request));
  };
  /** Reads a request, refuses it at once, or has it wait until it is known what else has come. */
  const admitting = (handle: (request: IncomingMessage, response: ServerResponse) => void) => {
    const latestFirst = new LatestFirst<Exchange>(
      limits.rushHeld,
      limits.rushHoldMilliseconds,
      () => gate.isOpen,
      ({ request, response }) => handle(request, response),
      (exchange) => {
        arrivals.late();
        turnAway("EVENT_LOOP", exchange);
      },
    );
    return (request: IncomingMessage, response: ServerResponse): void => {
      const { url = "", method } = request;
      if (!(url.startsWith(API) || url.startsWith(MCP)) || method === "OPTIONS") return handle(request, response);
      const admission = arrivals.admits(gate.waiting, gate.running);
      if (admission === "REFUSE") turnAway("EVENT_LOOP", { request, response });
      else if (admission === "HOLD") latestFirst.add({ request, response });
      else if (gate.isFull) turnAway("IN_FLIGHT", { request, response });
      else handle(request, response);
    };
  };
  // Whoever sends a request slowly must not hold a connection, nor a shutdown, for long.
  const timeouts = {
    headersTimeout: limits.requestMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: Math.min(1_000, limits.requestMilliseconds),
    keepAliveTimeout: KEEP_ALIVE,
  };
  const app: FastifyInstance = Fastify({
    // In front of Fastify, for which a request is much work before the first hook is asked.
    serverFactory: (handle) => createServer(timeouts, admitting(handle)),
    bodyLimit: limits.bodyBytes,
    clientErrorHandler: answerConnectionError,
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send(errorBody("BAD_REQUEST", "The URL is invalid. GraphQL is at /graphql."));
    },
    forceCloseConnections: "idle",
    genReqId: requestId,
    ...(trustedProxies.length === 0 ? {} : { trustProxy: [...trustedProxies] }),
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: false,
    // No route has a JSON schema: loading the compilers for them would take a tenth of the start.
    schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
    ...(logger === undefined ? {} : { loggerInstance: logger }),
  });
  const failures = new FailureLog(app.log);
  const refusals = new RefusalLog(app.log);
  const refused = (reason: "EVENT_LOOP" | "IN_FLIGHT"): void => {
    metrics.refused(reason);
    refusals.note();
  };
  const report = (error: unknown): void => {
    failures.note(error);
    // The next look may be half a minute away, and until then every request that must read would fail like this one.
    if (error instanceof RevisionGoneError || error instanceof StoreDamagedError) {
      holder.refresh().catch(() => {}); // The holder remembers the problem.
    }
  };
  const apollo = apolloServer(schema, report, {
    ...(sandbox ? { landingPage: sandboxPage(graphiql ? GRAPHIQL : null) } : {}),
    introspection,
    compile,
    csrfPrevention: allMayGet ? false : { requestHeaders: PREFLIGHT },
    plugins: [fastifyApolloDrainPlugin(app), metrics.plugin],
  });
  await apollo.start();
  let isDraining = false;
  /** The operations at work. */
  const atWork = new Set<OperationWork>();

  await securityHeaders(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });

  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(errorBody("NOT_FOUND", `Nothing is served at this URL for ${request.method}. GraphQL is at /graphql.`)),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      failures.note(error);
      return reply.code(status).send(errorBody("INTERNAL_SERVER_ERROR", OUR_FAULT));
    }
    if (status === 429) {
      metrics.refused("RATE_LIMIT");
      const retryAfter = Number(reply.getHeader("retry-after") ?? 60);
      const message = `This client has reached its limit of requests per minute. Retry in ${retryAfter} s.`;
      return reply.code(429).send(errorBody("RATE_LIMITED", message, { retryAfter }));
    }
    if (status === 413) {
      return reply
        .code(413)
        .send(errorBody("BAD_REQUEST", `The body is larger than the limit of ${limits.bodyBytes} bytes.`));
    }
    if (status === 415) {
      return reply
        .code(415)
        .send(errorBody("BAD_REQUEST", "Send the body as JSON, with `Content-Type: application/json`."));
    }
    return reply.code(status).send(errorBody("BAD_REQUEST", error.message));
  });
  app.server.maxConnections = limits.connections;
  // Fastify takes plain text of itself.
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, parseJson(String(body), limits.nesting));
    } catch (error) {
      done(error as Error);
    }
  });
  app.decorateRequest("graphContext", null);
  app.decorateRequest("place", null);
  app.decorateRequest("knownOperation", null);
  await app.register(rateLimiter, { global: false });
  // One for all, so that a client's requests count together wherever it sends them.
  const limitRate = rateLimit === null ? null : app.rateLimit({ max: rateLimit, timeWindow: 60_000 });
  const tooBusy = (reply: FastifyReply): FastifyReply =>
    reply.code(503).header("retry-after", limits.retrySeconds).send(tooBusyBody(limits.retrySeconds));
  /** Refuses what may not ask, or not now. */
  const guard = async (routes: FastifyInstance): Promise<void> => {
    // First, so that a page can read every refusal.
    await routes.register(cors, {
      origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
      methods: ["GET", "POST"],
      maxAge: 86_400,
      exposedHeaders: ["ETag", "Retry-After", "X-Request-Id"],
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
        refused("EVENT_LOOP");
        void tooBusy(reply);
      },
    });
    routes.addHook("onSend", (_request, reply, body, next) => {
      // An answer that is not read fills memory.
      const timer = setTimeout(() => reply.raw.destroy(), limits.answerMilliseconds).unref();
      reply.raw.once("close", () => clearTimeout(timer));
      next(null, body);
    });
  };
  const api = async (graphql: FastifyInstance): Promise<void> => {
    await guard(graphql);
    if (graphiql && !sandbox) {
      graphql.addHook("onRequest", async ({ method, headers, query }, reply) => {
        const isPerson = method === "GET" && headers.accept?.includes("text/html") === true;
        if (isPerson && Object.keys(query ?? {}).length === 0) return reply.redirect(GRAPHIQL);
      });
    }
    graphql.addHook("preHandler", async ({ query }) => {
      for (const parameter of Object.values((query ?? {}) as Record<string, unknown>)) {
        checkNesting(String(parameter), limits.nesting);
      }
    });
    if (operations !== null) takeKnownOperations(graphql, operations, operationsOnly);
    reuseAnswers(graphql, {
      cache,
      holder,
      maxAge,
      isWelcome: ({ method, headers }) => method === "POST" || allMayGet || PREFLIGHT.some((name) => headers[name]),
      onAsked: (isHit) => metrics.askedCache(isHit),
    });
    // After what keeps answers, which keeps them as they were made.
    await graphql.register(compress, COMPRESSION);
    graphql.addHook("onSend", (request, reply, body, next) => {
      const context = request.graphContext;
      if (reply.statusCode === 400 && context !== null && knowsPlainJsonAlone(request.headers.accept)) {
        if (WELL_FORMED_REFUSALS.has(metrics.told(context.work)?.outcome ?? "")) reply.code(200);
      }
      next(null, body);
    });
    graphql.addHook("preHandler", async (request, reply) => {
      const place = gate.enter();
      request.place = place;
      // Also where the client goes away before it is answered.
      reply.raw.once("close", place.leave);
      if (await place.admitted) return;
      refused("IN_FLIGHT");
      return tooBusy(reply);
    });
    graphql.addHook("onSend", (request, _reply, body, next) => {
      request.place?.leave();
      next(null, body);
    });
    graphql.addHook("onResponse", async (request, reply) => {
      const milliseconds = Math.round(reply.elapsedTime);
      const context = request.graphContext;
      // Of what a client wrote only the name of the operation is logged: variables may hold a person's profile.
      const seen = { id: request.id, status: reply.statusCode, milliseconds };
      const line =
        context === null
          ? { ...seen, reachedGraphQL: false }
          : { ...seen, ...metrics.told(context.work), cost: context.work.cost, storeRounds: context.storeRounds };
      if (milliseconds >= SLOW) app.log.warn(line, "A slow operation.");
      else app.log.info(line, "An operation.");
    });
    const answer = fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const context = contextOf(holder, request.place);
        atWork.add(context.work);
        reply.raw.once("close", () => {
          atWork.delete(context.work);
          if (!reply.raw.writableFinished) context.work.stop("DISCONNECTED");
        });
        return (request.graphContext = context);
      },
    });
    const handler: typeof answer = function (request, reply) {
      const { knownOperation: body } = request;
      // As if it had come with its text. Else HEAD, which Apollo does not know, is answered by what GET answers, without its body.
      const method = body !== null ? "POST" : request.method === "HEAD" ? "GET" : request.method;
      if (method === request.method && body === null) return answer.call(this, request, reply);
      const asked: typeof request = Object.create(request, {
        method: { value: method },
        body: { value: body ?? request.body },
        // What is noted of a request is looked for in the one that came.
        graphContext: { set: (context: Context) => void (request.graphContext = context) },
      });
      return answer.call(this, asked, reply);
    };
    graphql.route({ url: "", method: ["GET", "POST"], handler });
    // What GraphQL over HTTP does not know; OPTIONS is answered for browsers that ask before they send.
    graphql.route({
      url: "",
      method: ["PUT", "PATCH", "DELETE"],
      handler: (request, reply) =>
        reply
          .code(405)
          .header("allow", "GET, HEAD, POST, OPTIONS")
          .send(
            errorBody("BAD_REQUEST", `/graphql does not accept ${request.method}. Send operations by GET or POST.`),
          ),
    });
  };
  await app.register(api, { prefix: API });
  if (graphiql) graphiqlRoute(app, API);
  const ask = graphAsker({
    apollo,
    holder,
    gate,
    atWork,
    retrySeconds: limits.retrySeconds,
    refused: () => refused("IN_FLIGHT"),
    answered: ({ work, storeRounds }, milliseconds) => {
      const line = { milliseconds, ...metrics.told(work), cost: work.cost, storeRounds };
      if (milliseconds >= SLOW) app.log.warn(line, "A slow operation of a tool.");
      else app.log.info(line, "An operation of a tool.");
    },
    report,
  });
  const mcp = async (routes: FastifyInstance): Promise<void> => {
    await guard(routes);
    await routes.register(compress, COMPRESSION);
    mcpRoutes(routes, schema, ask, { corsOrigins, report });
  };
  await app.register(mcp, { prefix: MCP });
  pageRoutes(app);
  const addOpsRoutes = (ops: FastifyInstance): void => opsRoutes(ops, holder, metrics, () => isDraining);
  if (!opsApart) addOpsRoutes(app);
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

/** Whether a client asks for `application/json` by name, and for nothing that would tell it of GraphQL by its type. */
function knowsPlainJsonAlone(accept: string | undefined): boolean {
  return accept?.includes("application/json") === true && !accept.includes("application/graphql-response+json");
}

/** The id of a request: the client's, where it is short and plain, so that its log and ours can be held side by side. */
function requestId({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

function noSchema(): never {
  throw new Error("A route has a JSON schema: let Fastify load its compilers, by leaving out schemaController.");
}
