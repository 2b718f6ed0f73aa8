import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isObjectType,
} from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";
import { isList } from "./isList.js";

/** Counts by the nodes of a field. graphql-js makes this array once per operation and passes it for every item. */
const counted = new WeakMap<readonly FieldNode[], number>();

/**
 * How many fields are resolved for one item of a list field: the selected fields and those of nested objects, but not of nested lists,
 * which are counted when they are resolved. For an interface or union, it is the highest count of its types. At least 1, the cost of a
 * scalar. Counted once per operation. `limitOperation` refuses documents that unfold to more than 10,000 fields, so this takes little time.
 */
export function fieldsOfItem(info: GraphQLResolveInfo): number {
  let count = counted.get(info.fieldNodes);
  // Stryker disable next-line ConditionalExpression: counting again would only take more time.
  if (count === undefined) {
    count = Math.max(1, fieldsOf(info, info.returnType, info.fieldNodes));
    counted.set(info.fieldNodes, count);
  }
  return count;
}

function fieldsOf(info: GraphQLResolveInfo, type: GraphQLOutputType, nodes: readonly FieldNode[]): number {
  const named = getNamedType(type);
  if (isAbstractType(named)) {
    return Math.max(...info.schema.getPossibleTypes(named).map((one) => fieldsOfObject(info, one, nodes)));
  }
  return isObjectType(named) ? fieldsOfObject(info, named, nodes) : 0;
}

function fieldsOfObject(info: GraphQLResolveInfo, type: GraphQLObjectType, nodes: readonly FieldNode[]): number {
  let count = 0;
  for (const selected of collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes).values()) {
    const field = type.getFields()[selected[0]!.name.value];
    count += 1 + (field === undefined || isList(field.type) ? 0 : fieldsOf(info, field.type, selected));
  }
  return count;
}
