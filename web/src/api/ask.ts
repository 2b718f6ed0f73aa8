import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "./graphql.js";
import { failuresIn, type Failure } from "./Failure.js";

/** What the service answered: data, failures, or both where only some fields failed. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly failures: readonly Failure[];
}

/** Where operations are sent: beside the page, also where a gateway serves it under a path. */
const ENDPOINT = new URL("graphql", document.baseURI);

/** Bytes of an address above which an operation is sent by POST. */
const LONGEST_ADDRESS = 6_000;

/** The text of an operation with its fragments, as it is sent and shown. */
export function operationText<Data, Variables>(operation: TadaDocumentNode<Data, Variables>): string {
  return print(operation);
}

/**
 * Asks the service. What tells nothing about a person is asked by GET, so that the browser and whatever lies between may keep it; the rest
 * by POST, so that no log of addresses holds it.
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
    const message = "The service cannot be reached. Check the connection; the page asks again by itself.";
    return {
      data: null,
      failures: [{ code: "UNREACHABLE", message, argument: null, suggestions: [], retryAfter: 3 }],
    };
  }
}
