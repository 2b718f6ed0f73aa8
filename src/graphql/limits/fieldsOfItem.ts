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
import { LIMITS } from "./LIMITS.js";

/** By the nodes of a field, which graphql-js makes once an operation and passes for every item. */
const counted = new WeakMap<readonly FieldNode[], number>();

/**
 * How many fields are resolved for one item of a list field: those selected, and those of objects among them, down to further lists,
 * which are counted when they are resolved. Of an interface it is the most that any of its types has. At least 1, which is what a
 * scalar costs. Worked out once an operation; never counts beyond the limit on cost.
 */
export function fieldsOfItem(info: GraphQLResolveInfo): number {
  let count = counted.get(info.fieldNodes);
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
    if (count > LIMITS.cost) break;
  }
  return count;
}
