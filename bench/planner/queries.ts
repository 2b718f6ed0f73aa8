import type { Network } from "../../src/paths/network/Network.js";
import type { PathObjective } from "../../src/paths/query/PathObjective.js";
import { type PathQuery, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { dice } from "../graph/randomNetwork.js";

/** Questions between random pairs of different roles. The same count gives the same pairs. */
export function queries(network: Network, objective: PathObjective, limit: number, count: number): PathQuery[] {
  const roll = dice(count);
  return Array.from({ length: count }, () => {
    const from = roll(network.roleCount);
    let to = roll(network.roleCount);
    while (to === from) to = roll(network.roleCount);
    return {
      fromId: network.roleId(from),
      toId: network.roleId(to),
      objective,
      limit,
      constraints: UNCONSTRAINED,
      heldSkillIds: [],
    };
  });
}
