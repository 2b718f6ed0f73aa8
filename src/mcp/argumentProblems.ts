import {
  coerceInputValue,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { ErrorCode } from "../graphql/errors/ErrorCode.js";

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
  const add = (argument: string, message: string): void => {
    problems.push({ message, extensions: { code: ErrorCode.BAD_USER_INPUT, argument } });
    if (problems.length === MOST) throw ENOUGH;
  };
  const names = variables.map(({ variable }) => variable.name.value);
  try {
    for (const name of Object.keys(given)) {
      if (names.includes(name)) continue;
      const shown = name.slice(0, LONGEST_NAME);
      const known = names.length === 0 ? "The tool has none." : `The arguments are ${names.map(quoted).join(", ")}.`;
      add(shown, `There is no argument \`${shown}\`. ${known}`);
    }
    for (const { variable, type: node } of variables) {
      const name = variable.name.value;
      const type = typeFromAST(schema, node) as GraphQLInputType;
      const value = given[name];
      if (value === undefined || value === null) {
        if (isNonNullType(type)) add(name, `The argument \`${name}\` is required.`);
        continue;
      }
      coerceInputValue(value, type, (path, _value, error) => {
        const argument = pathText(name, path);
        add(argument, `\`${argument}\`: ${error.message}`);
      });
    }
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return problems;
}

function quoted(name: string): string {
  return `\`${name}\``;
}

/** The path of an argument as errors write it, such as `profile.skills[2]`. */
function pathText(name: string, path: readonly (string | number)[]): string {
  return name + path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
}
