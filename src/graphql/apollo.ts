import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./Context.js";
import { answerError, oneErrorAProblem } from "./errors/answerErrors.js";
import { DocumentStore } from "./limits/DocumentStore.js";
import { LIMITS } from "./limits/LIMITS.js";
import { limitOperation } from "./limits/limitOperation.js";

/**
 * The GraphQL server, not yet bound to HTTP and not started.
 * @param schema the schema with its resolvers, which expect a `Context`
 * @param report told of errors that are our own fault
 */
export function apolloServer(
  schema: GraphQLSchema,
  report: (error: unknown) => void,
  plugins: readonly ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    // The schema is what frontends build on: it may be read everywhere, and Sandbox explores it.
    introspection: true,
    csrfPrevention: true,
    // What it would save is small beside what clients could fill its memory with; clients then send the text by themselves.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    documentStore: new DocumentStore(),
    executionOptions: { maxCoercionErrors: LIMITS.coercionErrors },
    // Whoever starts the service stops it.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => answerError(formatted, error, report),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageLocalDefault({ embed: true, footer: false }),
      limitOperation,
      oneErrorAProblem,
      ...plugins,
    ],
  });
}
