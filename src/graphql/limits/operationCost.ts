import { createRequire } from "node:module";
import { isNativeError } from "node:util/types";
import {
  type DocumentNode,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isListType,
} from "graphql";
import { LRUCache } from "lru-cache";
import type * as QueryComplexity from "graphql-query-complexity";
import { MOST_PATHS } from "../../paths/query/checkQuery.js";
import { MOST_ITEMS, MOST_NODES } from "./mostItems.js";

// Its ES build brings graphql-js in a second copy, whose types do not know ours; its CommonJS build shares the one copy.
const { getComplexity } = createRequire(import.meta.url)("graphql-query-complexity") as typeof QueryComplexity;

/** What a list counts as where no argument says how long it may get: about the longest lists of a role. */
const UNBOUNDED_LIST = 10;

/** Arguments that bound how many items a field gives. */
const BOUNDS = ["first", "limit"];

/** What `limit` may be at most, by field; `first` may be 100 everywhere. */
const MOST: Readonly<Record<string, number>> = {
  "Query.paths": MOST_PATHS,
  "Query.tradeoffs": MOST_PATHS,
  "Query.neighborhood": MOST_NODES,
};

/** Types that frame the items of a bounded field: their lists have been multiplied already. */
const FRAMES = /Connection$|^PathResult$|^Neighborhood$/;

/** Fields that search the network, and what a search counts as, in fields. */
const SEARCHES: ReadonlySet<string> = new Set([
  "Query.shortestPath",
  "Query.paths",
  "Query.tradeoffs",
  "Query.reachableRoles",
  "Query.roadmap",
  "PathResult.whyNot",
]);
const SEARCH = 1_000;

/** What looking up one reference of a list counts as, in fields. */
const REFERENCE = 10;

/** Most characters of a key of a cost that is kept. */
const LONGEST_KEY = 1_000;

/** Costs worked out, by document (Apollo keeps one of each text), then by what of a request its cost depends on. */
const costs = new WeakMap<DocumentNode, LRUCache<string, number>>();

/**
 * Cost of an operation: the number of fields it may come to resolve. A field costs 1 and what its selection costs; a list
 * multiplies its selection by the length that its arguments allow, or by 10 where none bounds it; a search and each
 * reference of a list cost extra.
 * @returns the cost, infinite for a document whose fragments unfold beyond measure; null for variables of another type than
 *   declared, which graphql-js reports when it executes
 */
export function operationCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  let known = costs.get(query);
  if (known === undefined) costs.set(query, (known = new LRUCache({ max: 100 })));
  // Strings are counted, not read: operations that differ in them alone cost the same.
  const shape = JSON.stringify(variables, (_, value: unknown) => (typeof value === "string" ? "" : value));
  const key = `${operationName ?? ""} ${shape}`;
  const cost = known.get(key) ?? workedOut(schema, query, operationName, variables);
  if (cost !== null && key.length <= LONGEST_KEY) known.set(key, cost);
  return cost;
}

function workedOut(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const operation = getOperationAST(query, operationName);
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (errors !== undefined) return null;
  try {
    return getComplexity({
      schema,
      query,
      variables,
      estimators: [estimate],
      ...(operationName ? { operationName } : {}),
    });
  } catch (error) {
    // The one thing it refuses in a valid document with valid variables.
    if (isNativeError(error) && error.message.includes("maximum allowed number of nodes")) return Infinity;
    throw error;
  }
}

const estimate: QueryComplexity.ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const search = SEARCHES.has(`${type.name}.${field.name}`) ? SEARCH : 0;
  return 1 + search + REFERENCE * listedStrings(args) + childComplexity * length(type.name, field, args);
};

function length(
  parentType: string,
  field: Parameters<QueryComplexity.ComplexityEstimator>[0]["field"],
  args: Readonly<Record<string, unknown>>,
): number {
  const bound = field.args.find(({ name }) => BOUNDS.includes(name));
  if (bound !== undefined) {
    // Null means the default, as everywhere. A field given more than it takes resolves nothing and says what it takes.
    const most = bound.name === "first" ? MOST_ITEMS : (MOST[`${parentType}.${field.name}`] ?? Infinity);
    return Math.min(most, Math.max(1, Number(args[bound.name] ?? bound.defaultValue)));
  }
  if (Array.isArray(args.ids)) return args.ids.length;
  if (FRAMES.test(parentType)) return 1;
  return isListType(getNullableType(field.type)) ? UNBOUNDED_LIST : 1;
}

/** How many strings stand in lists anywhere in a value. */
function listedStrings(value: unknown): number {
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string").length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + listedStrings(inner), 0);
}
