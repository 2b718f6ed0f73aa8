import type { Network } from "../network/Network.js";
import { givenConstraints } from "./givenConstraints.js";
import type { PathQuery } from "./PathQuery.js";
import { Problems } from "./Problems.js";

/** Paths that a request may ask for at most. */
export const MOST_PATHS = 20;

/** What of a request can be wrong by itself. */
type Checked = Pick<PathQuery, "fromId" | "toId" | "limit" | "constraints">;

/**
 * Checks that a request makes sense, whatever paths there are.
 * @throws PathQueryError with everything that is wrong
 */
export function checkQuery(network: Network, query: Checked): void {
  problemsOf(network, query).check();
}

/** Everything that is wrong with a request, for whoever has more to say of it; ids that name no role are wrong too. */
export function problemsOf(network: Network, query: Checked): Problems {
  const { fromId, toId, limit } = query;
  const problems = new Problems();
  problems.addUnknownRole(network, "from", fromId);
  problems.addUnknownRole(network, "to", toId);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PATHS) {
    problems.add("limit", `${limit} is out of range. Request 1 to ${MOST_PATHS} paths.`, "OUT_OF_RANGE");
  }
  for (const constraint of givenConstraints(query.constraints)) constraint.check({ network, query, problems });
  return problems;
}
