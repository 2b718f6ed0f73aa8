import { type Network, roleOf } from "../network/Network.js";
import type { PathQuery } from "./PathQuery.js";

/** The path need not stay in one dataset. */
export const ANY_PART = -1;

/**
 * The ordinal of the dataset that paths must stay in: the dataset of both ends, so that its answers do not depend on the other datasets
 * that are served. ANY_PART if the ends are of different datasets, the request names SAME_WORK or a via of another dataset, or there is no
 * path inside the dataset. O(1) if no step connects datasets; otherwise O(roles + transitions) of the dataset.
 */
export function partToKeep(network: Network, query: Pick<PathQuery, "fromId" | "toId" | "constraints">): number {
  const { partOf, joinsParts } = network.columns;
  if (!joinsParts) return ANY_PART;
  const { via, kinds } = query.constraints;
  const from = network.indexOf(query.fromId);
  const to = network.indexOf(query.toId);
  const part = partOf[from]!;
  if (partOf[to] !== part || kinds?.includes("SAME_WORK") === true) return ANY_PART;
  if (!via.every((records) => records.some((id) => partOf[network.indexOf(id)] === part))) return ANY_PART;
  return reachedInside(network, from, { target: to })[to] === 1 ? part : ANY_PART;
}

/**
 * By role index, 1 if the role can be reached from a role by steps inside its dataset, without constraints. The role itself counts.
 * O(roles + transitions).
 * @param target the search stops when it reaches this role; null to find all roles
 * @param backward whether to follow steps against their direction, to find the roles that can reach the role
 */
export function reachedInside(
  network: Network,
  from: number,
  { target = null, backward = false }: { readonly target?: number | null; readonly backward?: boolean },
): Uint8Array {
  const { partOf, outStart, outSteps, inStart, inSteps } = network.columns;
  const [start, steps] = backward ? [inStart, inSteps] : [outStart, outSteps];
  const reached = new Uint8Array(network.roleCount);
  reached[from] = 1;
  const roles = [from];
  for (const role of roles) {
    if (target !== null && reached[target] === 1) break;
    for (let step = start[role]!; step < start[role + 1]!; step++) {
      const next = roleOf(steps[step]!);
      if (reached[next] === 1 || partOf[next] !== partOf[from]) continue;
      reached[next] = 1;
      roles.push(next);
    }
  }
  return reached;
}
