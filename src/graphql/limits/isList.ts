import { getNullableType, type GraphQLOutputType, isListType } from "graphql";

/** Whether a type is a list, nullable or not. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
