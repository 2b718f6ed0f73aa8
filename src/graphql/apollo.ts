import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./Context.js";
import { answerError, oneErrorAProblem } from "./errors/answerErrors.js";
import { DocumentStore } from "./limits/DocumentStore.js";
import { LIMITS } from "./limits/LIMITS.js";
import { limitOperation } from "./limits/limitOperation.js";

export interface ApolloOptions {
  /** What a browser gets that opens the API; nothing by default. */
  readonly landingPage?: ApolloServerPlugin<Context>;
  /** Whether operations may ask for the schema. */
  readonly introspection?: boolean;
  /** Which requests are refused that a page of another origin could send unasked; see Apollo Server. */
  readonly csrfPrevention?: ApolloServerOptions<Context>["csrfPrevention"];
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
    plugins = [],
  }: ApolloOptions = {},
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
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
