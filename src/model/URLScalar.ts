import { GraphQLScalarType } from "graphql";

/** Used for output only. Sends a URL exactly as the dataset has it; the scalars of libraries would rewrite it. */
export const URLScalar = new GraphQLScalarType<string, string>({
  name: "URL",
  description: "An absolute URL, as the source writes it, such as `https://www.onetcenter.org`.",
  specifiedByURL: "https://url.spec.whatwg.org/",
});
