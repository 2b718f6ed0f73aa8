import { lexicographicSortSchema, printSchema } from "graphql";
import { careerSchema } from "./schema.js";

/** The schema in GraphQL SDL, sorted, so that the same schema always gives the same text. */
export async function schemaText(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await careerSchema()))}\n`;
}
