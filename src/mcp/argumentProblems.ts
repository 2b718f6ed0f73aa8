import {
  coerceInputValue,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { ErrorCode, type ErrorReason } from "../graphql/errors/ErrorCode.js";
import { pathText } from "../model/pathText.js";

/** Maximum number of problems in one answer. */
const MOST = 10;

/** Maximum number of characters of an argument's name in a message. */
const LONGEST_NAME = 100;

/** Thrown to stop the coercion of a value. */
const ENOUGH = new Error("There are enough problems.");

/**
 * Everything that is wrong with the form of a tool's arguments: unknown, missing and null ones, and values of the wrong type. GraphQL ignores
 * unknown variables, and does not name the argument of an error.
 * @param variables the variables of the tool's operation, which are its arguments
 */
export function argumentProblems(
  schema: GraphQLSchema,
  variables: readonly VariableDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
): readonly GraphQLFormattedError[] {
  const problems: GraphQLFormattedError[] = [];
  const add = (argument: string, reason: ErrorReason, message: string): void => {
    problems.push({ message, extensions: { code: ErrorCode.BAD_USER_INPUT, argument, reason } });
    if (problems.length === MOST) throw ENOUGH;
  };
  const names = variables.map(({ variable }) => variable.name.value);
  try {
    for (const name of Object.keys(given)) {
      if (names.includes(name)) continue;
      const shown = name.slice(0, LONGEST_NAME);
      const known = names.length === 0 ? "The tool has none." : `The arguments are ${names.map(quoted).join(", ")}.`;
      add(shown, "UNKNOWN_NAME", `There is no argument \`${shown}\`. ${known}`);
    }
    for (const { variable, type: node } of variables) {
      const name = variable.name.value;
      const type = typeFromAST(schema, node) as GraphQLInputType;
      const value = given[name];
      if (value === undefined || value === null) {
        if (isNonNullType(type)) add(name, "MISSING", `The argument \`${name}\` is required.`);
        continue;
      }
      coerceInputValue(value, type, (path, wrong, error) => {
        const argument = pathText([name, ...path]);
        const { reason, message } = problemOf(typeAt(type, path), wrong, error.message);
        add(argument, reason, message === null ? `\`${argument}\`: ${error.message}` : `\`${argument}\` ${message}`);
      });
    }
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return problems;
}

/**
 * The reason why a value does not fit its type, and what to say after its name; null leaves the message to graphql-js.
 * @param problem the message of graphql-js
 */
function problemOf(
  type: GraphQLInputType,
  value: unknown,
  problem: string,
): { readonly reason: ErrorReason; readonly message: string | null } {
  const named = getNamedType(type);
  if (value === null || value === undefined) return { reason: "MISSING", message: "must not be null." };
  if (isEnumType(named)) {
    const names = named.getValues().map((each) => each.name);
    return {
      reason: typeof value === "string" ? "UNKNOWN_NAME" : "MALFORMED",
      message: `must be one of ${names.join(", ")}.`,
    };
  }
  if (isInputObjectType(named) && typeof value === "object") {
    const isOfField = (name: string): boolean => problem.startsWith(`Field "${name}" of required type`);
    const missing = Object.keys(named.getFields()).find(isOfField);
    if (missing !== undefined) return { reason: "MISSING", message: `needs the field \`${missing}\`.` };
    return { reason: "UNKNOWN_NAME", message: null };
  }
  return { reason: "MALFORMED", message: null };
}

/** The type of a value within an argument. A single value may stand for a list of one. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  const [key, ...rest] = path;
  if (key === undefined) return type;
  if (isNonNullType(type)) return typeAt(type.ofType, path);
  if (isListType(type)) return typeAt(type.ofType, typeof key === "number" ? rest : path);
  const field = isInputObjectType(type) ? type.getFields()[String(key)] : undefined;
  return field === undefined ? type : typeAt(field.type, rest);
}

function quoted(name: string): string {
  return `\`${name}\``;
}
