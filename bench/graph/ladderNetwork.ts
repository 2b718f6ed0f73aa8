import { NO_ATTRIBUTES } from "../../src/model/RoleAttributes.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import type { Network } from "../../src/paths/network/Network.js";

/**
 * Layers of roles without skills. Each role leads to every role of the next layer in one year. One role stands before the first layer and
 * one after the last, so all paths between these two differ only in role ids.
 */
export function ladderNetwork(layers: number, width: number): Promise<Network> {
  const last = layers * width + 1;
  const rows = Array.from({ length: last + 1 }, (_, role) => {
    const layer = Math.ceil(role / width);
    const next = layer === layers ? [last] : Array.from({ length: width }, (_, i) => layer * width + 1 + i);
    const toOrdinals = role === last ? [] : next;
    return {
      // The ids sort in the order of the numbers.
      id: `role:r${String(role).padStart(6, "0")}`,
      title: `Role ${role}`,
      ...{ trackId: null, part: 0, seniority: null, experienceFrom: null, attributes: NO_ATTRIBUTES },
      toOrdinals,
      kinds: toOrdinals.map(() => "RELATED" as const),
      bases: toOrdinals.map(() => "STATED" as const),
      closenesses: toOrdinals.map(() => null),
      statedYears: toOrdinals.map(() => 1),
      skillOrdinals: [],
      importances: [],
      levels: [],
    };
  });
  return buildNetwork("ladder", [rows], []);
}
