import { GraphQLScalarType } from "graphql";

/** Used for output only. The shapes of dataset records check the form. */
export const CurrencyCodeScalar = new GraphQLScalarType<string, string>({
  name: "CurrencyCode",
  description: "An ISO 4217 currency code: three capital letters, such as USD.",
  specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
});
