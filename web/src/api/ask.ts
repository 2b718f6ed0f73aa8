import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "./graphql.js";
import { failuresIn, type Failure } from "./Failure.js";

/** The answer of the service: data, failures, or both if only some fields failed. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly failures: readonly Failure[];
}

/** The URL of the API, relative to the page, so that it also works if a gateway serves the page under a path. */
const ENDPOINT = new URL("graphql", document.baseURI);

/** Operations whose URL is longer, in characters, are sent by POST. */
const LONGEST_ADDRESS = 6_000;

/** The text of an operation with its fragments. */
export function operationText<Data, Variables>(operation: TadaDocumentNode<Data, Variables>): string {
  return print(operation);
}

/**
 * Sends an operation. Operations without personal data are sent by GET, so that the browser and proxies can cache the answer. The others
 * are sent by POST, so that no access log contains them.
 */
export async function ask<Data, Variables>(
  operation: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  options: { readonly isPrivate?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Answer<Data>> {
  const query = operationText(operation).replace(/\s+/g, " ");
  const address = new URL(ENDPOINT);
  address.search = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
  const headers = { accept: "application/graphql-response+json, application/json", "apollo-require-preflight": "true" };
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  try {
    const response =
      options.isPrivate === true || address.href.length > LONGEST_ADDRESS
        ? await fetch(ENDPOINT, {
            method: "POST",
            headers: { ...headers, "content-type": "application/json" },
            body: JSON.stringify({ query, variables }),
            ...signal,
          })
        : await fetch(address, { headers, ...signal });
    const body = (await response.json()) as { data?: Data | null; errors?: readonly unknown[] };
    return { data: body.data ?? null, failures: failuresIn(body.errors ?? []) };
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    const message = "The service cannot be reached. Check your connection.";
    return {
      data: null,
      failures: [{ code: "UNREACHABLE", message, argument: null, suggestions: [], retryAfter: 3 }],
    };
  }
}
