import { constants } from "node:zlib";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Context } from "../graphql/Context.js";
import type { ErrorCode } from "../graphql/errors/ErrorCode.js";
import type { OperationWork } from "../graphql/limits/OperationWork.js";
import type { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { contextOf } from "./contextOf.js";
import { errorBody } from "./errorBody.js";
import { GRAPHIQL } from "./graphiqlRoute.js";
import type { HttpLimits } from "./HTTP_LIMITS.js";
import type { HttpOptions } from "./HttpOptions.js";
import { logOperation } from "./logOperation.js";
import type { Metrics } from "./Metrics.js";
import type { OperationGate, Place } from "./OperationGate.js";
import { operationProblem } from "./operationProblem.js";
import { checkNesting } from "./parseJson.js";
import { sendTooBusy } from "./refuse.js";
import type { ResponseCache } from "./ResponseCache.js";
import { reuseAnswers } from "./reuseAnswers.js";
import { takeKnownOperations } from "./takeKnownOperations.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The context of the operation; null until GraphQL begins to execute it. */
    graphContext: Context | null;
    /** The place of the operation at the gate; null until it requests one. */
    place: Place | null;
  }
}

export const COMPRESSION: FastifyCompressOptions = {
  encodings: ["br", "gzip"],
  // A smaller answer fits into one packet anyway.
  threshold: 1_400,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

/** Headers for which browsers send a preflight request, as Apollo Server names them: a page that sends one has been allowed to call the API. */
export const PREFLIGHT_HEADERS = ["x-apollo-operation-name", "apollo-require-preflight"];

/**
 * Errors that a client which accepts only `application/json` gets with status 200, as "GraphQL over HTTP" requires: such a client cannot tell
 * whether the service or an intermediary sent any other status.
 */
const WELL_FORMED_REFUSALS = new Set<string>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
] satisfies ErrorCode[]);

interface GraphqlRoute extends Pick<
  HttpOptions,
  "operations" | "operationsOnly" | "maxAge" | "sandbox" | "graphiql" | "corsOrigins"
> {
  readonly apollo: ApolloServer<Context>;
  readonly holder: SnapshotHolder;
  readonly gate: OperationGate;
  /** Null if answers are not cached. */
  readonly cache: ResponseCache | null;
  readonly metrics: Metrics;
  /** The operations in progress. */
  readonly atWork: Set<OperationWork>;
  readonly limits: Pick<HttpLimits, "nesting" | "retrySeconds">;
  /** Called for each operation that found no place at the gate. */
  readonly refused: () => void;
}

/**
 * Serves GraphQL at the root of `routes`, whose requests `guardRoutes` has checked. The hooks run in the order written here: a cached answer
 * needs no place at the gate.
 */
export async function graphqlRoute(routes: FastifyInstance, options: GraphqlRoute): Promise<void> {
  const { operations, operationsOnly, cache, holder, maxAge, metrics, limits } = options;
  const allMayGet = options.corsOrigins.includes("*");
  if (options.graphiql && !options.sandbox) redirectBrowsers(routes);
  routes.addHook("preHandler", async ({ query }) => {
    const { variables, extensions } = (query ?? {}) as Record<string, unknown>;
    // The other parameters are not JSON.
    for (const parameter of [variables, extensions]) checkNesting(String(parameter), limits.nesting);
  });
  takeKnownOperations(routes, operations, operationsOnly);
  refuseProblems(routes);
  reuseAnswers(routes, {
    cache,
    holder,
    maxAge,
    isWelcome: ({ method, headers }) =>
      method === "POST" || allMayGet || PREFLIGHT_HEADERS.some((name) => headers[name]),
    onAsked: (isHit) => metrics.askedCache(isHit),
  });
  // Compression comes after the response cache, which stores answers uncompressed.
  await routes.register(compress, COMPRESSION);
  setPlainJsonStatus(routes, metrics);
  waitForPlace(routes, options);
  routes.addHook("onResponse", async (request, reply) => {
    logOperation(routes.log, metrics, {
      context: request.graphContext,
      milliseconds: Math.round(reply.elapsedTime),
      by: "CLIENT",
      seen: { id: request.id, status: reply.statusCode },
    });
  });
  answerOperations(routes, options);
  routes.route({
    url: "",
    method: ["PUT", "PATCH", "DELETE"],
    handler: (request, reply) =>
      reply
        .code(405)
        .header("allow", "GET, HEAD, POST, OPTIONS")
        .send(errorBody("BAD_REQUEST", `/graphql does not accept ${request.method}. Send operations by GET or POST.`)),
  });
}

/** Redirects a browser that opens the API to GraphiQL. */
function redirectBrowsers(routes: FastifyInstance): void {
  routes.addHook("onRequest", async (request, reply) => {
    if (isByBrowser(request) && Object.keys(request.query ?? {}).length === 0) return reply.redirect(GRAPHIQL);
  });
}

/** Refuses requests without one well-formed operation. */
function refuseProblems(routes: FastifyInstance): void {
  routes.addHook("preHandler", async (request, reply) => {
    // A browser gets the landing page.
    if (request.knownOperation === null && isByBrowser(request)) return;
    const problem = operationProblem(request);
    if (problem !== null) return reply.code(400).send(errorBody("BAD_REQUEST", problem));
  });
}

/** Whether a browser opens the API as a page. */
function isByBrowser({ method, headers }: FastifyRequest): boolean {
  return method === "GET" && headers.accept?.includes("text/html") === true;
}

function setPlainJsonStatus(routes: FastifyInstance, metrics: Metrics): void {
  routes.addHook("onSend", (request, reply, body, next) => {
    const context = request.graphContext;
    if (reply.statusCode === 400 && context !== null && acceptsOnlyPlainJson(request.headers.accept)) {
      if (WELL_FORMED_REFUSALS.has(metrics.told(context.work)?.outcome ?? "")) reply.code(200);
    }
    next(null, body);
  });
}

/** Whether a client accepts `application/json` but not the media type of GraphQL answers. */
function acceptsOnlyPlainJson(accept: string | undefined): boolean {
  return accept?.includes("application/json") === true && !accept.includes("application/graphql-response+json");
}

/** Makes each operation wait for a place at the gate, which it keeps until its answer is sent or its client disconnects. */
function waitForPlace(routes: FastifyInstance, { gate, atWork, limits, refused }: GraphqlRoute): void {
  routes.addHook("preHandler", async (request, reply) => {
    const place = gate.enter();
    request.place = place;
    reply.raw.once("close", place.leave);
    const decision = await place.decision;
    if (decision === "BEGIN") return;
    if (decision === "REFUSED") refused();
    return sendTooBusy(reply, limits.retrySeconds);
  });
  routes.addHook("onSend", (request, _reply, body, next) => {
    request.place?.leave();
    if (request.graphContext !== null) atWork.delete(request.graphContext.work);
    next(null, body);
  });
}

function answerOperations(routes: FastifyInstance, { apollo, holder, atWork }: GraphqlRoute): void {
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const context = contextOf(holder, request.place);
      atWork.add(context.work);
      const stop = (): void => {
        if (!reply.raw.writableFinished) context.work.stop("DISCONNECTED");
      };
      // A client may disconnect before its request is read.
      if (reply.raw.destroyed) stop();
      else reply.raw.once("close", stop);
      return (request.graphContext = context);
    },
  });
  const handler: typeof answer = function (request, reply) {
    const { knownOperation: body } = request;
    // Apollo gets a listed operation as if the client had sent its text by POST, and HEAD, which it does not know, as GET.
    const method = body !== null ? "POST" : request.method === "HEAD" ? "GET" : request.method;
    if (method === request.method && body === null) return answer.call(this, request, reply);
    const asked: typeof request = Object.create(request, {
      method: { value: method },
      body: { value: body ?? request.body },
      // The hooks read the context from the original request.
      graphContext: { set: (context: Context) => void (request.graphContext = context) },
    });
    return answer.call(this, asked, reply);
  };
  routes.route({ url: "", method: ["GET", "POST"], handler });
}
