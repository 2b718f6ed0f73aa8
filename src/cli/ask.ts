import type { GraphQLFormattedError } from "graphql";
import { apolloServer } from "../graphql/apollo.js";
import { Context } from "../graphql/Context.js";
import { careerSchema } from "../graphql/schema.js";
import { searchAdvice } from "../graphql/references/References.js";
import { readConfig } from "../server/Config.js";
import { openStore } from "../server/openStore.js";
import { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { argumentName, inCommandWords } from "./argumentWords.js";
import { kindWithoutNearMiss, type Names, namesOperation, namesToTry } from "./namesToTry.js";

/**
 * Thrown if an operation is answered with errors. The message has one error per line, each with the option or argument that it is about.
 */
export class AskError extends Error {
  override readonly name = "AskError";

  /** The errors, in the words of the command line. */
  readonly errors: readonly GraphQLFormattedError[];

  /** @param names names to try instead of unknown ones without near misses; null if no error needs them */
  constructor(errors: readonly GraphQLFormattedError[], names: Names | null) {
    const told = errors.map((error) => inOptions(error, names));
    super(told.map(lineOf).join("\n"));
    this.errors = told;
  }
}

function lineOf({ message, extensions }: GraphQLFormattedError): string {
  const argument = extensions?.["argument"];
  return typeof argument === "string" ? `${argument}: ${message}` : message;
}

/** An error about options and arguments of the command line, without places in an operation that the user did not write. */
function inOptions(error: GraphQLFormattedError, names: Names | null): GraphQLFormattedError {
  const argument = error.extensions?.["argument"];
  const kind = kindWithoutNearMiss(error);
  const message =
    kind === null || names === null
      ? inCommandWords(error.message)
      : // The command line has no search, so names to try replace the advice to search.
        error.message.replace(searchAdvice(kind), () => namesToTry(kind, names));
  return {
    message,
    extensions: { ...error.extensions, ...(typeof argument === "string" ? { argument: argumentName(argument) } : {}) },
  };
}

/**
 * Executes an operation in this process, on the store that the environment configures. The answer is the same as over HTTP.
 * @throws AskError with all errors of the answer
 */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const store = await openStore(readConfig(process.env));
  try {
    const snapshot = await new SnapshotHolder(store).check();
    const apollo = apolloServer(await careerSchema(), (error) => console.error(error));
    const answer = async <A>(request: { query: string; variables?: Readonly<Record<string, unknown>> }) => {
      const { body } = await apollo.executeOperation(request, { contextValue: new Context(snapshot) });
      if (body.kind !== "single")
        throw new Error("The service sent the answer in parts, which this command cannot print.");
      const { data, errors } = body.singleResult;
      // A round trip through JSON, as over HTTP, because graphql-js creates objects without prototypes.
      return { data: JSON.parse(JSON.stringify(data ?? null)) as A, errors };
    };
    const { data, errors } = await answer<T>({ query, variables });
    if (errors === undefined) return data;
    const needNames = errors.some((error) => kindWithoutNearMiss(error) !== null);
    throw new AskError(errors, needNames ? (await answer<Names | null>({ query: namesOperation })).data : null);
  } finally {
    await store.close();
  }
}
