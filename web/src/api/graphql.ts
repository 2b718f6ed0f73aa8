import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./schema.js";

/** Parses an operation or a fragment. Its types come from the schema; `npm run typecheck` generates them. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { URL: string; CurrencyCode: string; DateTimeISO: string };
  disableMasking: true;
}>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from "gql.tada";
