import { GraphQLScalarType } from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";

/** The scalar of graphql-scalars with a shorter description. */
export const DateTimeISOScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  description: "A date and time in UTC, in ISO 8601 format, such as `2026-11-28T10:15:30.000Z`.",
});
