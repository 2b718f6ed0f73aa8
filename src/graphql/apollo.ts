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
import { plainMessage } from "./errors/plainMessage.js";
import { refuseUnclearOperation } from "./errors/refuseUnclearOperation.js";
import { DocumentStore } from "./limits/DocumentStore.js";
import { CompiledOperations } from "./execution/CompiledOperations.js";
import { LIMITS } from "./limits/LIMITS.js";
import { limitOperation } from "./limits/limitOperation.js";

/** Makes the tests compile every operation; see CONTRIBUTING.md. */
const COMPILE_IN_TESTS = process.env["TEST_COMPILED"] === "true" ? "all" : false;

export interface ApolloOptions {
  /** The page for browsers that open the API; none by default. */
  readonly landingPage?: ApolloServerPlugin<Context>;
  /** Whether operations may query the schema. */
  readonly introspection?: boolean;
  /** Which requests are refused because a page of another origin could send them without a preflight request; see Apollo Server. */
  readonly csrfPrevention?: ApolloServerOptions<Context>["csrfPrevention"];
  /** Whether frequently used operations are compiled; "all" compiles every operation at once, for tests. */
  readonly compile?: boolean | "all";
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/**
 * The GraphQL server, not yet bound to HTTP and not started.
 * @param schema the schema with its resolvers, which expect a `Context`
 * @param report called with each internal error
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
    // Persisted queries would save little, and clients could fill the memory with them. Without them, clients send the text.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    documentStore: new DocumentStore(),
    executionOptions: { maxCoercionErrors: LIMITS.coercionErrors },
    // The process handles signals itself.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const message = plainMessage(formatted.message, error, introspection ? schema : null);
      return answerError({ ...formatted, message }, error, report);
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      landingPage,
      refuseUnclearOperation,
      limitOperation,
      oneErrorAProblem,
      ...plugins,
    ],
  });
}

type Gateway = ApolloServerOptionsWithGateway<Context>["gateway"];

/** A gateway with a custom executor: Apollo Server accepts an executor only together with the schema. */
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
