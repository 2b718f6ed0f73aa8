import { findPaths } from "../../src/paths/findPaths.js";
import { findReachableRoles } from "../../src/paths/findReachableRoles.js";
import { matchingRoles } from "../../src/paths/matchingRoles.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import { type PathQuery, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { randomNetwork } from "../graph/randomNetwork.js";
import type { Figure, Section } from "../Section.js";
import { heldUnderLoad, measured } from "./measured.js";
import { onEsco } from "./onEsco.js";
import { onLadders } from "./onLadders.js";
import { queries } from "./queries.js";

const SHAPE = { roles: 1_000, stepsOut: 20, needs: 35, skills: 300 };

/** The searches by skills, for which there is no rival, and how long each kind of search blocks the event loop under load. */
export async function bySkills(): Promise<Section> {
  const network = await randomNetwork(SHAPE, 2);
  const asked = queries(network, "LEAST_LEARNING", 1, 300);
  const oneTrackChange = { ...UNCONSTRAINED, maxTrackChanges: 1 };
  const kinds: Record<string, (query: PathQuery) => Promise<unknown>> = {
    "the ten best by years": (query) => findPaths(network, { ...query, objective: "LEAST_TIME", limit: 10 }),
    "the ten best by years, of one track change at most": (query) =>
      findPaths(network, { ...query, objective: "LEAST_TIME", limit: 10, constraints: oneTrackChange }),
    "the path of least learning": (query) => findPaths(network, query),
    "trade-offs": (query) => findTradeoffs(network, { ...query, limit: 10 }),
    "reachable roles": (query) => findReachableRoles(network, { ...query, toId: null, maxSteps: 4, maxYears: 6 }),
    "roles that match what the first one needs": ({ fromId }) =>
      matchingRoles(
        network,
        network.skillsNeeded(fromId).map(({ skillId }) => skillId),
      ),
  };
  const figures: Figure[] = [
    await measured("the path of least learning", asked, (query) => findPaths(network, query)),
    await measured("trade-offs", asked, (query) => findTradeoffs(network, { ...query, limit: 10 })),
  ];
  for (const [what, answer] of Object.entries(kinds)) {
    figures.push(await heldUnderLoad(what, asked.slice(0, 128), answer));
  }
  figures.push(...(await onLadders()), await onEsco());
  return {
    title: "Searches by skills",
    how: `Random pairs of roles on a random network of ${SHAPE.roles} roles with ${SHAPE.stepsOut} transitions and ${SHAPE.needs} skills each, with the default maxSteps. No other library answers this question. On a ladder all paths differ only in role ids, and the rival is our own search by steps.`,
    figures,
  };
}
