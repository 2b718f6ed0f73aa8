import type { Network } from "../network/Network.js";
import { givenConstraints } from "./givenConstraints.js";
import type { PathQuery } from "./PathQuery.js";
import { ArgumentErrors } from "./ArgumentErrors.js";

/** The greatest `limit` of a request. */
export const MOST_PATHS = 20;

/** The part of a request that is checked. */
type Checked = Pick<PathQuery, "fromId" | "toId" | "limit" | "constraints">;

/**
 * Checks the arguments of a request.
 * @throws PathQueryError with all errors
 */
export function checkQuery(network: Network, query: Checked): void {
  argumentErrors(network, query).check();
}

/** All errors in the arguments of a request, including unknown role ids. The caller may add its own before it throws. */
export function argumentErrors(network: Network, query: Checked): ArgumentErrors {
  const { fromId, toId, limit } = query;
  const errors = new ArgumentErrors();
  errors.addUnknownRole(network, "from", fromId);
  errors.addUnknownRole(network, "to", toId);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PATHS) {
    errors.add("limit", `\`limit\` is ${limit}. Request 1 to ${MOST_PATHS} paths.`, "OUT_OF_RANGE");
  }
  for (const constraint of givenConstraints(query.constraints)) constraint.check({ network, query, errors });
  return errors;
}
