import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, fetchExchange } from "@urql/core";
import type { IntrospectionQuery } from "graphql";
import settings from "../../schema/client-settings.json" with { type: "json" };

/** @param schema the schema as introspection gives it, for instance by `npx get-graphql-schema` or codegen's `introspection` plugin */
export function careerClient(url: string, schema: IntrospectionQuery): Client {
  const cache = cacheExchange({
    schema: schema as never,
    // Objects without an id are kept inside the object that holds them.
    keys: Object.fromEntries(settings.valueTypes.map((type) => [type, () => null])),
  });
  return new Client({ url, exchanges: [cache, fetchExchange], preferGetMethod: "within-url-limit" });
}
