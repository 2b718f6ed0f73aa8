import { readdirSync, readFileSync } from "node:fs";
import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { argumentProblems } from "./argumentProblems.js";
import { KEPT_WHOLE } from "./cutAnswer.js";
import { inputSchemaOf } from "./inputSchemaOf.js";
import { outputSchemaOf } from "./outputSchemaOf.js";
import type { Tool } from "./Tool.js";

const FOLDER = new URL("../../schema/tools/", import.meta.url);

/**
 * The tools, sorted by name: the operations in `schema/tools/`, described by the schema.
 * @throws if an operation does not match the schema or cannot be a tool
 */
export function readTools(schema: GraphQLSchema): readonly Tool[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => toolOf(schema, file.replace(/\.graphql$/, ""), readFileSync(new URL(file, FOLDER), "utf8")));
}

/**
 * Makes a tool from an operation.
 * @param name name of the tool, such as `shortest_path`; the operation must then be `ShortestPath`
 * @throws if the operation does not match the schema or cannot be a tool
 */
export function toolOf(schema: GraphQLSchema, name: string, operation: string): Tool {
  const document = parse(operation);
  const [problem] = validate(schema, document);
  if (problem !== undefined) throw new Error(`The tool ${name} does not match the schema: ${problem.message}`);
  const [definition, ...others] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) {
    throw new Error(`The tool ${name} must be one operation, without fragments of its own.`);
  }
  const words = name.split("_");
  const expected = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  if (definition.name?.value !== expected) throw new Error(`The operation of the tool ${name} must be ${expected}.`);
  const { takers, given, keptWhole } = factsOf(schema, document, name);
  const variables = definition.variableDefinitions ?? [];
  return {
    name,
    title: [expected.slice(0, words[0]!.length), ...words.slice(1)].join(" "),
    description: takers.map(descriptionOf).join("\n\n"),
    inputSchema: inputSchemaOf(schema, variables, given),
    outputSchema: outputSchemaOf(schema, definition.selectionSet),
    problemsOf: (values) => argumentProblems(schema, variables, values),
    keptWhole,
    operation,
  };
}

interface Taker {
  readonly field: GraphQLField<unknown, unknown>;
  readonly isRoot: boolean;
}

/**
 * The root field of an operation and its other fields with variables, the argument that each variable is passed to, and the paths of the lists
 * that should stay whole.
 */
function factsOf(schema: GraphQLSchema, document: DocumentNode, name: string) {
  const takers: Taker[] = [];
  const given = new Map<string, GraphQLArgument>();
  const keptWhole = new Set<string>();
  const path: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter({ name: { value: fieldName }, arguments: args = [] }) {
          path.push(fieldName);
          const parent = types.getParentType();
          if (KEPT_WHOLE.has(`${parent?.name}.${fieldName}`)) keptWhole.add(path.join("."));
          const isRoot = parent === schema.getQueryType();
          if (isRoot && takers.length > 0) throw new Error(`The tool ${name} must select one field of Query.`);
          const field = types.getFieldDef();
          if (field && (isRoot || args.some((each) => variableOf(each) !== null))) takers.push({ field, isRoot });
        },
        leave() {
          path.pop();
        },
      },
      Argument(node) {
        const argument = types.getArgument();
        const variable = variableOf(node);
        if (!argument || variable === null) return;
        // Errors name GraphQL arguments, but an assistant knows only the arguments of the tool, so the names must be equal.
        if (variable !== argument.name || given.has(variable)) {
          throw new Error(
            `The tool ${name} must give each variable to one argument of its own name, also $${variable}.`,
          );
        }
        given.set(variable, argument);
      },
    }),
  );
  return { takers, given, keptWhole };
}

/** The name of the variable that is the whole value of an argument; null for any other value. */
function variableOf({ value }: ArgumentNode): string | null {
  return value.kind === Kind.VARIABLE ? value.name.value : null;
}

/** The description of a field; other fields than the root field are named in it. */
function descriptionOf({ field, isRoot }: Taker): string {
  return isRoot ? (field.description ?? "") : `\`${field.name}\`: ${field.description ?? ""}`;
}
