import { findPaths } from "../../src/paths/findPaths.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import { type PathQuery, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { millisecondsOf, quantile, told } from "../figures.js";
import { ladderNetwork } from "../graph/ladderNetwork.js";
import type { Figure } from "../Section.js";

const ROUNDS = 20;

/** Searches by skills where very many paths are equal, against the search by steps on the same ladder. */
export async function onLadders(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [layers, width] of [
    [20, 3],
    [30, 10],
  ] as const) {
    const network = await ladderNetwork(layers, width);
    const query: PathQuery = {
      fromId: network.roleId(0),
      toId: network.roleId(network.roleCount - 1),
      objective: "LEAST_LEARNING",
      limit: 1,
      constraints: UNCONSTRAINED,
      heldSkillIds: [],
    };
    const rival = await median(() => findPaths(network, { ...query, objective: "FEWEST_STEPS" }));
    const ladder = `a ladder of ${layers} layers of ${width} equal roles`;
    const kinds = {
      "the path of least learning": () => findPaths(network, query),
      "trade-offs": () => findTradeoffs(network, query),
    };
    for (const [what, answer] of Object.entries(kinds)) {
      const { optimal } = await answer();
      const ours = await median(answer);
      figures.push({
        what: `${what} on ${ladder}`,
        ours: `${told(ours)}, ${optimal ? "proven" : "not proven"}`,
        rival: `by steps ${told(rival)}`,
        ratio: `${Number((ours / rival).toPrecision(2))} times as long`,
      });
    }
  }
  return figures;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await millisecondsOf(work));
  return quantile(times, 0.5);
}
