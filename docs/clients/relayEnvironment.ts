import { Environment, Network, RecordSource, Store } from "relay-runtime";

/** Relay needs no settings: interfaces, ids and connections are as it expects them. */
export function careerEnvironment(url: string): Environment {
  const network = Network.create(async ({ text, id }, variables) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      // With `persistConfig` in relay.config.json, Relay has no text but an id; see OPERATIONS in operations.md.
      body: JSON.stringify(text === null ? { id, variables } : { query: text, variables }),
    });
    return (await answer.json()) as { data: Record<string, unknown> };
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
