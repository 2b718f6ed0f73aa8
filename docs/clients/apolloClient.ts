import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client/core";
import settings from "../../schema/client-settings.json" with { type: "json" };

/** A cache with the settings of the schema. */
export function careerCache(): InMemoryCache {
  const { possibleTypes, valueTypes } = settings;
  return new InMemoryCache({
    possibleTypes,
    // If two operations select different fields of an object without an id, the cache keeps the fields of both.
    typePolicies: Object.fromEntries(valueTypes.map((type) => [type, { merge: true }])),
  });
}

export function careerClient(uri: string): ApolloClient {
  // GET lets browsers and CDNs keep answers. Send operations that are too long for a URL by their hash (OPERATIONS in operations.md).
  return new ApolloClient({ cache: careerCache(), link: new HttpLink({ uri, useGETForQueries: true }) });
}
