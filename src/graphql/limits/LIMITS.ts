/**
 * The limits of one operation. The most expensive example operation, with the largest arguments on the largest dataset tried (O\*NET and
 * ESCO together), stays below half of each limit. `test/graphql/limits.test.ts` checks this for the estimated cost.
 */
export const LIMITS = {
  /** Levels of nested fields. */
  depth: 10,
  /** Tokens of the document. */
  tokens: 5_000,
  /** Errors reported for variables of the wrong type. */
  coercionErrors: 10,
  /** Resolved fields. A search counts as `SEARCH_COST` fields. */
  cost: 200_000,
  /** The estimated number of resolved fields; see `operationCost`. */
  estimatedCost: 4_000_000,
  /** UTF-8 bytes of the answer; see `bytesOfAnswer`. */
  bytes: 8 * 2 ** 20,
  /** Milliseconds from the start of the execution to its end. */
  milliseconds: 15_000,
} as const;

/** The cost of a search for paths, names, suggestions or similar roles, in fields. */
export const SEARCH_COST = 1_000;

/** How many milliseconds all path searches of one operation may take together. */
export const SEARCHING = 10_000;

/** The cost of a field of `Query`, besides its selection, because it reads the store. */
export const ROOT_COST = 100;

/** The cost of looking up one reference, in fields. */
export const REFERENCE_COST = 10;

/** The cost of the error of a field. To locate it, graphql-js reads the document from its beginning. */
export const ERROR_COST = 500;

/** The cost of a field of introspection, which graphql-js computes each time. */
export const INTROSPECTION_COST = 3;

/** How many fields one operation may resolve before others get a turn: a few milliseconds of work. */
export const FIELDS_A_TURN = 4_000;
