import {
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { CUT_SCHEMA } from "./cutAnswer.js";
import type { JsonSchema } from "./Tool.js";

/** The JSON types of scalars in answers; all others are strings. */
const SCALARS: Readonly<Record<string, string>> = { Int: "integer", Float: "number", Boolean: "boolean" };

/**
 * The JSON Schema of the answer to an operation: its `data` and `cut`. It has no descriptions: they would be three times as long as those of
 * all arguments, and some clients send them to their model with every question.
 * @throws if a selection cannot be expressed in JSON Schema
 */
export function outputSchemaOf(schema: GraphQLSchema, selection: SelectionSetNode): JsonSchema {
  const { properties, ...rest } = objectOf(schema, schema.getQueryType()!, selection);
  return { ...rest, properties: { ...(properties as object), cut: CUT_SCHEMA } };
}

function objectOf(schema: GraphQLSchema, type: GraphQLOutputType, selection: SelectionSetNode): JsonSchema {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) throw new Error(`A tool cannot select from ${String(type)}.`);
  const fields = named.getFields();
  const properties: Record<string, JsonSchema> = {};
  for (const node of selection.selections) {
    if (node.kind !== Kind.FIELD || node.alias !== undefined || node.directives?.length !== 0) {
      throw new Error("A tool selects fields by their own names, without fragments and directives.");
    }
    const field = fields[node.name.value];
    if (field === undefined) throw new Error(`A tool cannot select ${node.name.value}.`);
    properties[field.name] = formOf(schema, field.type, node.selectionSet);
  }
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function formOf(schema: GraphQLSchema, type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
  const inner = getNullableType(type);
  const form = notNull(schema, inner, selection);
  if (isNonNullType(type)) return form;
  return {
    ...form,
    type: [form.type, "null"],
    ...(Array.isArray(form.enum) ? { enum: [...(form.enum as string[]), null] } : {}),
  };
}

function notNull(schema: GraphQLSchema, type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
  if (isListType(type)) return { type: "array", items: formOf(schema, type.ofType, selection) };
  if (selection !== undefined) return objectOf(schema, type, selection);
  if (isEnumType(type)) return { type: "string", enum: type.getValues().map(({ name }) => name) };
  return { type: SCALARS[getNamedType(type).name] ?? "string" };
}
