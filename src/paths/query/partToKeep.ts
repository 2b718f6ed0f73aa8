import { type Network, roleOf } from "../network/Network.js";
import type { PathQuery } from "./PathQuery.js";

/** Stands for no dataset that a path must stay in. */
export const ANY_PART = -1;

/**
 * The dataset that paths must stay in, by its place: that of both ends, so that a dataset answers for itself whatever is served
 * beside it. ANY_PART where the ends are of two, the request names SAME_WORK or a via of another, or no path at all lies inside.
 * O(1) unless steps join datasets, then O(roles + transitions) of that one.
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
 * Which roles can be reached from one by steps inside its dataset, constraints apart: 1 by role index; itself too. O(roles + transitions).
 * @param target where to stop looking; without it, every role is looked at
 * @param backward whether steps are gone against their direction: which roles can reach it
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
