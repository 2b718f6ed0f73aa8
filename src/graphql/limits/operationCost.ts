import { createRequire } from "node:module";
import { isNativeError } from "node:util/types";
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  GraphQLError,
} from "graphql";
import { LRUCache } from "lru-cache";
import type * as QueryComplexity from "graphql-query-complexity";
import { MOST_PATHS } from "../../paths/query/checkQuery.js";
import { isList } from "./isList.js";
import { REFERENCE_COST, ROOT_COST, SEARCH_COST } from "./LIMITS.js";
import type { ListLengths } from "./longestLists.js";
import { MOST_ITEMS, MOST_NODES } from "./mostItems.js";

// Its ES build brings graphql-js in a second copy, whose types do not know ours; its CommonJS build shares the one copy.
const { getComplexity } = createRequire(import.meta.url)("graphql-query-complexity") as typeof QueryComplexity;

/** What a list counts as at least where no argument says how long it may get. */
const SHORT_LIST = 10;

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

/** Fields that search; so does every list that is filtered by a text. */
export const SEARCHES: ReadonlySet<string> = new Set([
  "Query.shortestPath",
  "Query.paths",
  "Query.tradeoffs",
  "Query.reachableRoles",
  "Query.matchingRoles",
  "Query.roadmap",
  "Query.search",
  "Query.skillsIn",
  "PathResult.whyNot",
  "Role.similar",
]);

/** Most characters of a key of a cost that is kept. */
const LONGEST_KEY = 1_000;

/** Shapes of variables for which the cost of one document is kept. */
const SHAPES_KEPT = 10;

/** Costs worked out, by document (Apollo keeps one of each text), then by what of a request its cost depends on. */
const costs = new WeakMap<DocumentNode, LRUCache<string, number>>();

/**
 * Cost of an operation as far as it can be told before: the number of fields it may come to resolve. A field costs 1 and what its
 * selection costs; a list multiplies its selection by the length that its arguments allow, or by the longest that the data holds
 * where none bounds it; a field of the root, a search and each reference of a list cost extra.
 * @param lengths the longest lists, by the type of their items
 * @returns the cost, infinite for a document whose fragments unfold beyond measure; null if graphql-js will report, when it
 *   executes, that it cannot: it cannot tell which operation is meant, or variables are of another type than declared
 */
export function operationCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  lengths: ListLengths,
): number | null {
  let known = costs.get(query);
  if (known === undefined) costs.set(query, (known = new LRUCache({ max: SHAPES_KEPT })));
  // Strings are counted, not read: operations that differ in them alone cost the same.
  const shape = JSON.stringify(variables, (_, value: unknown) => (typeof value === "string" ? "" : value));
  const key = `${operationName ?? ""} ${Object.values(lengths).join()} ${shape}`;
  const cost = known.get(key) ?? workedOut(schema, query, operationName, variables, lengths);
  if (cost !== null && key.length <= LONGEST_KEY) known.set(key, cost);
  return cost;
}

function workedOut(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  lengths: ListLengths,
): number | null {
  const operation = getOperationAST(query, operationName);
  if (!operation) return null;
  // One error is enough to know that there are some; finding all takes seconds where a list holds very many.
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (errors !== undefined) return null;
  try {
    return getComplexity({
      schema,
      query: {
        ...query,
        definitions: query.definitions.filter((it) => it.kind !== operation.kind || it === operation),
      },
      variables,
      estimators: [estimator(lengths)],
      ...(operationName ? { operationName } : {}),
    });
  } catch (error) {
    if (isNativeError(error) && error.message.includes("maximum allowed number of nodes")) return Infinity;
    // An argument of another type than declared, such as a variable that is null if the argument may not be.
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function estimator(lengths: ListLengths): QueryComplexity.ComplexityEstimator {
  return ({ type, field, args, childComplexity }) => {
    const root = type.name === "Query" ? ROOT_COST : 0;
    const { where } = args as { readonly where?: { readonly text?: unknown } | null };
    const searches = SEARCHES.has(`${type.name}.${field.name}`) || typeof where?.text === "string";
    const search = searches ? SEARCH_COST : 0;
    const references = REFERENCE_COST * listedStrings(args);
    return 1 + root + search + references + childComplexity * length(type.name, field, args, lengths);
  };
}

function length(
  parentType: string,
  field: Parameters<QueryComplexity.ComplexityEstimator>[0]["field"],
  args: Readonly<Record<string, unknown>>,
  lengths: ListLengths,
): number {
  const bound = field.args.find(({ name }) => BOUNDS.includes(name));
  if (bound !== undefined) {
    // Null means the default, as everywhere. A field given more than it takes resolves nothing and says what it takes.
    const most = bound.name === "first" ? MOST_ITEMS : (MOST[`${parentType}.${field.name}`] ?? Infinity);
    return Math.min(most, Math.max(1, Number(args[bound.name] ?? bound.defaultValue)));
  }
  if (Array.isArray(args.ids)) return args.ids.length;
  if (FRAMES.test(parentType) || !isList(field.type)) return 1;
  return Math.max(SHORT_LIST, lengths[getNamedType(field.type).name] ?? 0);
}

/** How many strings stand in lists anywhere in a value. */
function listedStrings(value: unknown): number {
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string").length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + listedStrings(inner), 0);
}
