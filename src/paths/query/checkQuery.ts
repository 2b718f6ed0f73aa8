import type { Network } from "../network/Network.js";
import { givenConstraints } from "./givenConstraints.js";
import type { PathQuery } from "./PathQuery.js";
import { ArgumentErrors } from "./ArgumentErrors.js";

/** Paths that a request may ask for at most. */
export const MOST_PATHS = 20;

/** What of a request can be wrong by itself. */
type Checked = Pick<PathQuery, "fromId" | "toId" | "limit" | "constraints">;

/**
 * Checks that a request makes sense, whatever paths there are.
 * @throws PathQueryError with everything that is wrong
 */
export function checkQuery(network: Network, query: Checked): void {
  argumentErrors(network, query).check();
}

/** Everything that is wrong with a request, for whoever has more to say of it; ids that name no role are wrong too. */
export function argumentErrors(network: Network, query: Checked): ArgumentErrors {
  const { fromId, toId, limit } = query;
  const errors = new ArgumentErrors();
  errors.addUnknownRole(network, "from", fromId);
  errors.addUnknownRole(network, "to", toId);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PATHS) {
    errors.add("limit", `${limit} is out of range. Request 1 to ${MOST_PATHS} paths.`, "OUT_OF_RANGE");
  }
  for (const constraint of givenConstraints(query.constraints)) constraint.check({ network, query, errors });
  return errors;
}
