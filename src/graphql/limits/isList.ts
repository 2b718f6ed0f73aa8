import { getNullableType, type GraphQLOutputType, isListType } from "graphql";

/** Whether a field of this type gives a list, or null in place of one. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
