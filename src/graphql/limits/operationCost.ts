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

// The ES build of the library would load a second copy of graphql-js, which rejects our schema. Its CommonJS build uses our copy.
const { getComplexity } = createRequire(import.meta.url)("graphql-query-complexity") as typeof QueryComplexity;

/** The minimum length assumed for a list that no argument bounds. */
const SHORT_LIST = 10;

/** Arguments that bound how many items a field gives. */
const BOUNDS = ["first", "limit"];

/** The highest `limit` of the fields that have one. A field with `first` or `last` gives at most 100 items. */
const MOST: Readonly<Record<string, number>> = {
  "Query.paths": MOST_PATHS,
  "Query.tradeoffs": MOST_PATHS,
  "Query.neighborhood": MOST_NODES,
};

/** Types that wrap the items of a bounded field. Their lists are already multiplied by the bound. */
const FRAMES = /Connection$|^PathResult$|^Neighborhood$/;

/** Fields that search. A list that is filtered by text searches, too. */
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

/** Costs whose key has more characters than this are not kept. */
const LONGEST_KEY = 1_000;

/** For how many shapes of variables the cost of a document is kept. */
const SHAPES_KEPT = 10;

/** Known costs, by document (Apollo keeps one per text), then by everything else that the cost depends on. */
const costs = new WeakMap<DocumentNode, LRUCache<string, number>>();

/**
 * Estimates the cost of an operation before it is executed: the number of fields that it may resolve. A field costs 1 plus the cost of its
 * selection. A list multiplies the cost of its selection by the length that its arguments allow, or, if no argument bounds it, by the
 * length of the longest such list in the data. Fields of the root, searches and references in lists cost extra.
 * @param lengths the longest lists, by the type of their items
 * @returns the cost; infinite if the document unfolds to more than 10,000 fields; null if graphql-js will report an error instead of
 *   executing the operation, because it is not clear which operation is meant or because variables have the wrong type
 */
export function operationCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  lengths: ListLengths,
): number | null {
  let known = costs.get(query);
  // Stryker disable next-line ConditionalExpression: computing the cost again would only take more time.
  if (known === undefined) costs.set(query, (known = new LRUCache({ max: SHAPES_KEPT })));
  // The cost depends on how many strings there are, not on their text.
  const shape = JSON.stringify(variables, (_, value: unknown) => (typeof value === "string" ? "" : value));
  const key = `${operationName ?? ""} ${Object.values(lengths).join()} ${shape}`;
  const cost = known.get(key) ?? computedCost(schema, query, operationName, variables, lengths);
  if (cost !== null && key.length <= LONGEST_KEY) known.set(key, cost);
  return cost;
}

function computedCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  lengths: ListLengths,
): number | null {
  const operation = getOperationAST(query, operationName);
  if (!operation) return null;
  // One error is enough. Finding all takes seconds if a list has very many.
  // Stryker disable next-line ArrayDeclaration: graphql-js always sets `variableDefinitions`; only its type allows undefined.
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
    });
  } catch (error) {
    if (isNativeError(error) && error.message.includes("maximum allowed number of nodes")) return Infinity;
    // An argument has the wrong type, such as a null variable for an argument that must not be null.
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
    const references = REFERENCE_COST * listedItems(args);
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
    // Null means the default, as everywhere. A field with a bound that is too high resolves nothing and returns an error.
    const most = bound.name === "first" ? MOST_ITEMS : (MOST[`${parentType}.${field.name}`] ?? Infinity);
    // If `last` is given, the default of `first` does not apply. Both together are refused, so nothing is resolved.
    return Math.min(most, Math.max(1, Number(args.last ?? args[bound.name] ?? bound.defaultValue)));
  }
  if (Array.isArray(args.ids)) return args.ids.length;
  if (FRAMES.test(parentType) || !isList(field.type)) return 1;
  return Math.max(SHORT_LIST, lengths[getNamedType(field.type).name] ?? 0);
}

/** How many items the lists in a value have; most are references. */
function listedItems(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + listedItems(inner), 0);
}
