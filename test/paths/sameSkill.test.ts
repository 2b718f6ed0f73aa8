import { expect, test } from "@jest/globals";
import { findPaths } from "../../src/paths/findPaths.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import { matchingRoles } from "../../src/paths/matchingRoles.js";
import type { Network } from "../../src/paths/network/Network.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import { PathObjective } from "../../src/paths/query/PathObjective.js";
import { similarRoles } from "../../src/paths/similarRoles.js";
import { skillGap } from "../../src/paths/skillGap.js";
import { type DrawnChoices, type DrawnGraph, roleRowsOf, skillRowsOf, skillSlug } from "./networkOf.js";
import { Dice, randomGraph, randomQuery } from "./randomGraph.js";

/** Skills that have other ids in the second dataset: two that are needed directly, and a part of a choice. */
const RENAMED = ["sql", "stats", "tf"];

function inTwoParts(graph: DrawnGraph): DrawnGraph {
  return Object.fromEntries(Object.entries(graph).map(([slug, role], i) => [slug, { ...role, part: i % 2 }]));
}

/** The same graph, except that the roles of the second dataset need skills of their own. */
function renamed(graph: DrawnGraph): DrawnGraph {
  const rename = (need: string) => (RENAMED.includes(skillSlug(need)) ? need.replace(/^\w+/, "$&2") : need);
  return Object.fromEntries(
    Object.entries(graph).map(([slug, role]) => [
      slug,
      role.part === 1 ? { ...role, needs: (role.needs ?? []).map(rename) } : role,
    ]),
  );
}

/** The network of a graph in which "sql" and "sql2" match EXACT if both exist, and likewise the others. */
function networkOfMatched(graph: DrawnGraph, choices: DrawnChoices = {}): Promise<Network> {
  const rows = skillRowsOf(graph, choices);
  const there = new Set(rows.map(({ id }) => id));
  const other = (id: string) => (id.endsWith("2") ? id.slice(0, -1) : `${id}2`);
  const matched = rows.map((row) => ({ ...row, sameAsIds: there.has(other(row.id)) ? [other(row.id)] : [] }));
  return buildNetwork("test", [roleRowsOf(graph, choices)], [matched]);
}

/** An answer in which the skills of both datasets have the ids of the first. */
function underFirstIds(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(/("skill:\w+?)2"/g, '$1"'));
}

test("skills that match EXACT are one skill: paths, gaps and similarity are as if both datasets used one id", async () => {
  let renamedNeeds = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const dice = new Dice(seed);
    const { graph: drawn, choices } = randomGraph(dice, 7);
    // Both datasets have every skill, so that the ids that a person gives are known.
    const all = { part: 0, needs: ["sql", "stats", "tf"] };
    const graph = { ...inTwoParts(drawn), zero: all, one: { ...all, part: 1 } };
    const [one, two] = await Promise.all([networkOfMatched(graph, choices), networkOfMatched(renamed(graph), choices)]);
    renamedNeeds += two.skillCount - one.skillCount;
    for (const objective of Object.values(PathObjective)) {
      const query = randomQuery(dice, drawn, objective);
      expect(underFirstIds(await findPaths(two, query))).toEqual(underFirstIds(await findPaths(one, query)));
      expect(underFirstIds(await findTradeoffs(two, query))).toEqual(underFirstIds(await findTradeoffs(one, query)));
      const gap = (network: Network) =>
        skillGap(network, query.toId, query.fromId, query.heldSkillIds, query.heldLevels);
      expect(underFirstIds(gap(two))).toEqual(gap(one));
      const { heldSkillIds, heldLevels } = query;
      expect(await matchingRoles(two, heldSkillIds, heldLevels)).toEqual(
        await matchingRoles(one, heldSkillIds, heldLevels),
      );
      expect(underFirstIds(similarRoles(two, query.toId, 5))).toEqual(similarRoles(one, query.toId, 5));
    }
  }
  expect(renamedNeeds).toBe(900);
});

test("a role shows its own skill, and a level on another dataset's scale counts as none", async () => {
  const network = await networkOfMatched({
    a: { part: 0, needs: ["sql@1"] },
    b: { part: 1, needs: ["sql2@4"] },
    c: { part: 0, needs: ["sql@4"] },
  });
  expect(skillGap(network, "role:b", "role:a", [])).toMatchObject({
    matchedSkillIds: ["skill:sql2"],
    toRaise: [],
    coverage: 1,
  });
  expect(skillGap(network, "role:b", null, [])).toMatchObject({ missingSkillIds: ["skill:sql2"] });
  expect(skillGap(network, "role:c", "role:a", [])).toMatchObject({
    toRaise: [{ skillId: "skill:sql", heldLevel: 1 }],
  });
  // What the person says about the skill under its other id overrides everything else.
  const levels = [{ skillId: "skill:sql2", part: 1, level: 2 }];
  expect(skillGap(network, "role:c", "role:a", [], levels)).toMatchObject({ coverage: 1 });
  expect(skillGap(network, "role:b", "role:a", [], levels)).toMatchObject({ toRaise: [{ skillId: "skill:sql2" }] });
  expect(network.rolesNeeding("skill:sql2")).toEqual(["role:a", "role:b", "role:c"]);
});
