import { GraphQLScalarType } from "graphql";

/** Stands on output alone; the rules of datasets check its form. */
export const CurrencyCodeScalar = new GraphQLScalarType<string, string>({
  name: "CurrencyCode",
  description: "A currency by its code of ISO 4217, three capital letters such as USD.",
  specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
});
