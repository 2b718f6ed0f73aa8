import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client/core";
import settings from "../../schema/client-settings.json" with { type: "json" };

/** A cache that knows the types of each interface, and merges the fields that two operations select of one value. */
export function careerCache(): InMemoryCache {
  const { possibleTypes, valueTypes } = settings;
  return new InMemoryCache({
    possibleTypes,
    // An object without an id is merged into the one that the same field, with the same arguments, held before.
    typePolicies: Object.fromEntries(valueTypes.map((type) => [type, { merge: true }])),
  });
}

export function careerClient(uri: string): ApolloClient {
  // By GET, so that browsers and CDNs keep answers. Long operations are better sent by their hash.
  return new ApolloClient({ cache: careerCache(), link: new HttpLink({ uri, useGETForQueries: true }) });
}
