import { createRequire } from "node:module";
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isListType,
  getNullableType,
  getOperationAST,
  getVariableValues,
} from "graphql";
import type { ComplexityEstimator } from "graphql-query-complexity";

// Its ES build brings graphql-js in a second copy, whose types do not know ours; its CommonJS build shares the one copy.
const { getComplexity } = createRequire(import.meta.url)(
  "graphql-query-complexity",
) as typeof import("graphql-query-complexity");

/** What a list counts as where no argument says how long it may get: about the longest lists of a role. */
const UNBOUNDED_LIST = 10;

/** Arguments that bound how many items a field gives, with what each means when it is left out. */
const BOUNDS: Readonly<Record<string, number>> = { first: 20, limit: 3 };

/** Types whose lists have been multiplied already, by the bound of the field that gives them. */
const BOUNDED = /Connection$|^PathResult$|^Neighborhood$/;

/**
 * Cost of an operation: the number of fields it may come to resolve. A field costs 1 and what its selection costs; a list
 * multiplies its selection by the length that its arguments allow, or by 10 where none bounds it.
 * @returns the cost; null for variables of another type than declared, which graphql-js reports when it executes
 */
export function operationCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const operation = getOperationAST(query, operationName);
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (errors !== undefined) return null;
  return getComplexity({
    schema,
    query,
    variables,
    estimators: [estimate],
    ...(operationName ? { operationName } : {}),
  });
}

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) =>
  1 + childComplexity * length(type.name, field, args);

function length(
  parentType: string,
  field: Parameters<ComplexityEstimator>[0]["field"],
  args: Record<string, unknown>,
): number {
  const bound = Object.keys(BOUNDS).find((name) => field.args.some((arg) => arg.name === name));
  if (bound !== undefined) {
    const asked = args[bound];
    return Math.max(1, typeof asked === "number" ? asked : (BOUNDS[bound] as number));
  }
  if (Array.isArray(args.ids)) return args.ids.length;
  if (BOUNDED.test(parentType)) return 1;
  const isList = isListType(getNullableType(field.type));
  return isList && getNamedType(field.type) !== undefined ? UNBOUNDED_LIST : 1;
}
