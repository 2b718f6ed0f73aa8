import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./schema.js";

/** Writes an operation or a fragment; its types come from the schema, see `npm run typecheck`. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { URL: string; CurrencyCode: string; DateTimeISO: string };
  disableMasking: true;
}>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from "gql.tada";
