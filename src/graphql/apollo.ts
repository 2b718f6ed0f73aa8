import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./Context.js";
import { answerError, oneErrorAProblem } from "./errors/answerErrors.js";
import { DocumentStore } from "./limits/DocumentStore.js";
import { CompiledOperations } from "./execution/CompiledOperations.js";
import { LIMITS } from "./limits/LIMITS.js";
import { limitOperation } from "./limits/limitOperation.js";

/** With it, tests run once more with every operation compiled; see CONTRIBUTING.md. */
const COMPILE_IN_TESTS = process.env["TEST_COMPILED"] === "true" ? "all" : false;

export interface ApolloOptions {
  /** What a browser gets that opens the API; nothing by default. */
  readonly landingPage?: ApolloServerPlugin<Context>;
  /** Whether operations may ask for the schema. */
  readonly introspection?: boolean;
  /** Which requests are refused that a page of another origin could send unasked; see Apollo Server. */
  readonly csrfPrevention?: ApolloServerOptions<Context>["csrfPrevention"];
  /** Whether operations that are used again and again are compiled; "all" compiles every one at once, for tests. */
  readonly compile?: boolean | "all";
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/**
 * The GraphQL server, not yet bound to HTTP and not started.
 * @param schema the schema with its resolvers, which expect a `Context`
 * @param report told of errors that are our own fault
 */
export function apolloServer(
  schema: GraphQLSchema,
  report: (error: unknown) => void,
  {
    landingPage = ApolloServerPluginLandingPageDisabled(),
    introspection = true,
    csrfPrevention = true,
    compile: compileAsked = false,
    plugins = [],
  }: ApolloOptions = {},
): ApolloServer<Context> {
  const compile = COMPILE_IN_TESTS || compileAsked;
  return new ApolloServer<Context>({
    ...(compile ? { gateway: compiling(schema, compile === "all") } : { schema }),
    introspection,
    csrfPrevention,
    // What it would save is small beside what clients could fill its memory with; clients then send the text by themselves.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    documentStore: new DocumentStore(),
    executionOptions: { maxCoercionErrors: LIMITS.coercionErrors },
    // Whoever starts the service stops it.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => answerError(formatted, error, report),
    plugins: [ApolloServerPluginCacheControlDisabled(), landingPage, limitOperation, oneErrorAProblem, ...plugins],
  });
}

type Gateway = ApolloServerOptionsWithGateway<Context>["gateway"];

/** Apollo Server leaves execution to others only where they give it the schema, too. */
function compiling(schema: GraphQLSchema, compileAll: boolean): Gateway {
  const operations = new CompiledOperations(schema, compileAll);
  let tell: Parameters<Gateway["onSchemaLoadOrUpdate"]>[0] = () => {};
  return {
    onSchemaLoadOrUpdate(listener) {
      tell = listener;
      return () => {};
    },
    async load() {
      tell({ apiSchema: schema, coreSupergraphSdl: "" });
      return {
        executor: ({ document, operation, request, context }) =>
          operations.execute({
            document,
            operation,
            operationName: request.operationName,
            variables: request.variables,
            context: context as Context,
          }),
      };
    },
    async stop() {},
  };
}
