/**
 * What one operation may do. The costliest operation of the contract, with the greatest arguments that it takes and on the largest
 * dataset tried (O\*NET and ESCO together), stays below half of each; `test/graphql/limits.test.ts` holds that of the estimated cost.
 */
export const LIMITS = {
  /** Levels of nested fields. */
  depth: 10,
  /** Words of the document. */
  tokens: 5_000,
  /** Errors reported of variables of another type than declared. */
  coercionErrors: 10,
  /** Fields resolved, searches counted as `SEARCH_COST` each. */
  cost: 200_000,
  /** The same as estimated before anything is resolved, every list as long as the longest that the data holds. */
  estimatedCost: 4_000_000,
  /** UTF-8 bytes of the strings and digits of an answer, with the names of its fields. */
  bytes: 8 * 2 ** 20,
  /** Milliseconds from the start of the execution to its end. */
  milliseconds: 15_000,
} as const;

/** What a search for paths, for names, for near misses or for similar roles counts as, in fields. */
export const SEARCH_COST = 1_000;

/** Milliseconds that the searches for paths of one operation may take together. */
export const SEARCHING = 10_000;

/** What a field of `Query` counts as, besides what it selects: it reads the store, whatever it gives. */
export const ROOT_COST = 100;

/** What looking up one reference counts as, in fields. */
export const REFERENCE_COST = 10;

/** The cost of a field's error: to locate it, graphql-js reads the document from its beginning. */
export const ERROR_COST = 500;

/** What a field of introspection counts as: graphql-js works it out each time. */
export const INTROSPECTION_COST = 3;

/** Fields that one operation may resolve before it lets others have their turn: some milliseconds of work. */
export const FIELDS_A_TURN = 4_000;
