import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import type { JsonSchema } from "./Tool.js";

/** The JSON type of each scalar in arguments. */
const SCALARS: Readonly<Record<string, string>> = {
  String: "string",
  ID: "string",
  Int: "integer",
  Float: "number",
  Boolean: "boolean",
};

/**
 * The JSON Schema of the variables of an operation. GraphQL validates values by the same types, but accepts a little more: null for an
 * optional argument, and a single value for a list of one.
 * @param given the argument that each variable is passed to; its description is used
 * @throws if a type cannot be expressed in JSON Schema
 */
export function inputSchemaOf(
  schema: GraphQLSchema,
  variables: readonly VariableDefinitionNode[],
  given: ReadonlyMap<string, GraphQLArgument>,
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const { variable, type: node, defaultValue } of variables) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node) as GraphQLInputType;
    const argument = given.get(name);
    if (argument === undefined) throw new Error(`$${name} must be the whole of an argument.`);
    if (defaultValue !== undefined) throw new Error(`$${name} must leave its default to the argument.`);
    properties[name] = described(type, argument.description, argument.defaultValue);
    if (node.kind === Kind.NON_NULL_TYPE) required.push(name);
  }
  return { type: "object", properties, required, additionalProperties: false };
}

/** The JSON Schema of a type, with the description of its argument or field. */
function described(
  type: GraphQLInputType,
  description: string | null | undefined,
  byDefault: unknown,
  within: readonly string[] = [],
): JsonSchema {
  const words = [description ?? "", ...valueLines(type)].filter((line) => line !== "").join("\n");
  return {
    ...(words === "" ? {} : { description: words }),
    ...formOf(type, within),
    ...(byDefault === undefined || byDefault === null ? {} : { default: defaultOf(type, byDefault) }),
  };
}

function formOf(type: GraphQLInputType, within: readonly string[]): JsonSchema {
  if (isNonNullType(type)) return formOf(type.ofType, within);
  if (isListType(type)) {
    const { description: _, ...items } = described(type.ofType, null, null, within);
    return { type: "array", items };
  }
  if (isEnumType(type)) return { type: "string", enum: type.getValues().map(({ name }) => name) };
  if (isInputObjectType(type)) {
    if (within.includes(type.name))
      throw new Error(`${type.name} contains itself, which the schema of a tool cannot express.`);
    const fields = Object.values(type.getFields());
    return {
      type: "object",
      properties: Object.fromEntries(
        fields.map((field) => [
          field.name,
          described(field.type, field.description, field.defaultValue, [...within, type.name]),
        ]),
      ),
      ...(fields.some(isRequiredInputField)
        ? { required: fields.filter(isRequiredInputField).map(({ name }) => name) }
        : {}),
      additionalProperties: false,
    };
  }
  const json = isScalarType(type) ? SCALARS[type.name] : undefined;
  if (json === undefined)
    throw new Error(`${String(type)} has no form in JSON Schema; give it one in inputSchemaOf.ts.`);
  return { type: json };
}

/** The description of each value of an enum, or of a list of an enum, one per line. */
function valueLines(type: GraphQLInputType): readonly string[] {
  if (isNonNullType(type) || isListType(type)) return valueLines(type.ofType);
  return isEnumType(type) ? type.getValues().map(({ name, description }) => `${name}: ${description ?? ""}`) : [];
}

/** A default value as an argument. For enums, type-graphql stores the internal value instead of the name. */
function defaultOf(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return defaultOf(type.ofType, value);
  return isEnumType(type) ? type.serialize(value) : value;
}
