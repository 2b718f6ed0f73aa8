import { apolloServer } from "../graphql/apollo.js";
import { Context } from "../graphql/Context.js";
import { careerSchema } from "../graphql/schema.js";
import { readConfig } from "../server/Config.js";
import { openStore } from "../server/openStore.js";
import { SnapshotHolder } from "../snapshot/SnapshotHolder.js";

/**
 * Asks an operation in this process, of the store that the environment configures: the same answer as a frontend gets.
 * @throws Error with the messages of all errors, one a line
 */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const store = await openStore(readConfig(process.env));
  try {
    const snapshot = await new SnapshotHolder(store).refresh();
    const apollo = apolloServer(await careerSchema(), (error) => console.error(error));
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: new Context(snapshot) });
    if (body.kind !== "single") throw new Error("The answer came in parts, which this command cannot print.");
    const { data, errors } = body.singleResult;
    if (errors !== undefined) throw new Error(errors.map((error) => error.message).join("\n"));
    // Through JSON, as over HTTP: what graphql-js gives has objects without prototypes.
    return JSON.parse(JSON.stringify(data)) as T;
  } finally {
    await store.close();
  }
}
