import { GraphQLScalarType } from "graphql";

/** Stands on output alone and is sent as the dataset holds it: a library's scalar would write an address in another way. */
export const URLScalar = new GraphQLScalarType<string, string>({
  name: "URL",
  description: "An absolute URL, as the source writes it, such as `https://www.onetcenter.org`.",
  specifiedByURL: "https://url.spec.whatwg.org/",
});
