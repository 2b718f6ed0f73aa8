import type { GraphQLFormattedError } from "graphql";
import { apolloServer } from "../graphql/apollo.js";
import { Context } from "../graphql/Context.js";
import { careerSchema } from "../graphql/schema.js";
import { readConfig } from "../server/Config.js";
import { openStore } from "../server/openStore.js";
import { SnapshotHolder } from "../snapshot/SnapshotHolder.js";
import { argumentName } from "./argumentWords.js";

/** An operation was answered with errors; the message has one a line, each with the option or argument that it is about. */
export class AskError extends Error {
  override readonly name = "AskError";

  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors.map(lineOf).join("\n"));
  }
}

function lineOf({ message, extensions }: GraphQLFormattedError): string {
  const argument = extensions?.["argument"];
  return typeof argument === "string" ? `${argumentName(argument)}: ${message}` : message;
}

/**
 * Asks an operation in this process, of the store that the environment configures: the same answer as a frontend gets.
 * @throws AskError with all errors of the answer
 */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const store = await openStore(readConfig(process.env));
  try {
    const snapshot = await new SnapshotHolder(store).refresh();
    const apollo = apolloServer(await careerSchema(), (error) => console.error(error));
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: new Context(snapshot) });
    if (body.kind !== "single") throw new Error("The answer came in parts, which this command cannot print.");
    const { data, errors } = body.singleResult;
    if (errors !== undefined) throw new AskError(errors);
    // Through JSON, as over HTTP: what graphql-js gives has objects without prototypes.
    return JSON.parse(JSON.stringify(data)) as T;
  } finally {
    await store.close();
  }
}
