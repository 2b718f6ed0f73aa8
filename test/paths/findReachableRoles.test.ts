import { describe, expect, test } from "@jest/globals";
import { findReachableRoles, type ReachQuery } from "../../src/paths/findReachableRoles.js";
import { UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { expectSaying } from "../expectSaying.js";
import { BruteForce } from "./bruteForce.js";
import { networkOf } from "./networkOf.js";
import { Dice, randomGraph } from "./randomGraph.js";

describe("reachable roles", () => {
  test("are those that listing all simple paths reaches within the bounds, each by its first path of fewest steps", async () => {
    let listed = 0;
    for (let seed = 1; seed <= 600; seed++) {
      const dice = new Dice(seed);
      const { graph, choices, assumedYears } = randomGraph(dice, 9);
      const oracle = new BruteForce(graph, choices, assumedYears);
      const ids = Object.keys(graph).map((slug) => `role:${slug}`);
      const query: ReachQuery = {
        fromId: dice.pick(ids),
        maxSteps: dice.chance(0.4) ? dice.below(5) : null,
        maxYears: dice.chance(0.6) ? dice.below(60) / 10 : null,
        heldSkillIds: ["skill:sql"],
      };
      const expected = ids.flatMap((toId) => {
        const { maxSteps, maxYears } = query;
        const constraints = { ...UNCONSTRAINED, maxSteps, maxYears };
        const [first] =
          toId === query.fromId
            ? []
            : oracle.paths({ ...query, toId, objective: "FEWEST_STEPS", limit: 1, constraints });
        return first === undefined
          ? []
          : [{ first, title: graph[toId.slice(5)]!.title ?? toId.slice(5).toUpperCase() }];
      });
      expected.sort(
        (left, right) =>
          left.first.steps - right.first.steps ||
          left.first.months - right.first.months ||
          (left.title < right.title ? -1 : 1),
      );
      const answer = await findReachableRoles(await networkOf(graph, choices, assumedYears), query);
      expectSaying(
        answer.roles.map((role) => role.path().roleIds),
        `seed ${seed}`,
      ).toEqual(expected.map(({ first }) => first.roles));
      expect(answer.roles.map((role) => role.roleId)).toEqual(expected.map(({ first }) => first.roles.at(-1)));
      expect(answer.outcome).toBe(expected.length > 0 ? "FOUND" : "NO_PATH");
      listed += expected.length;
    }
    expect(listed).toBeGreaterThan(1000);
  });

  test("of equal steps and years stand by title, then by id", async () => {
    const network = await networkOf({
      me: { steps: ["b", "a", "c"].map((to) => ({ to, years: 1 })) },
      a: { title: "Zoologist" },
      c: { title: "Analyst" },
      b: { title: "Analyst" },
    });
    const { roles } = await findReachableRoles(network, {
      fromId: "role:me",
      maxSteps: null,
      maxYears: null,
      heldSkillIds: [],
    });
    expect(roles.map(({ roleId }) => roleId)).toEqual(["role:b", "role:c", "role:a"]);
  });

  test("stand by title as roles are listed, without a look at case and accents", async () => {
    const titles = ["Beta", "alpha", "zeta", "Éclair chef"];
    const graph = Object.fromEntries(titles.map((title, i) => [`r${i}`, { title }]));
    const network = await networkOf({ me: { steps: titles.map((_, i) => ({ to: `r${i}`, years: 1 })) }, ...graph });
    const query = { fromId: "role:me", maxSteps: null, maxYears: null, heldSkillIds: [] };
    const { roles } = await findReachableRoles(network, query);
    expect(roles.map(({ roleId }) => network.title(roleId))).toEqual(["alpha", "Beta", "Éclair chef", "zeta"]);
  });

  test("say that the budget ended the search, and list the nearest", async () => {
    const network = await networkOf({
      a: { steps: [{ to: "b" }] },
      b: { steps: [{ to: "c" }] },
      c: { steps: [{ to: "d" }] },
      d: {},
    });
    const query = { fromId: "role:a", maxSteps: null, maxYears: null, heldSkillIds: [] };
    const cut = await findReachableRoles(network, { ...query, budget: { expansions: 2 } });
    expect([cut.outcome, cut.roles.map(({ roleId }) => roleId)]).toEqual(["LIMIT_REACHED", ["role:b"]]);
    expect((await findReachableRoles(network, query)).outcome).toBe("FOUND");
  });

  test("refuse bounds that make no sense, all at once", async () => {
    const network = await networkOf({ a: { steps: [{ to: "b" }] }, b: {} });
    const query = { fromId: "role:x", maxSteps: -1, maxYears: NaN, heldSkillIds: [] };
    await expect(findReachableRoles(network, query)).rejects.toMatchObject({
      problems: [{ argument: "from" }, { argument: "maxSteps" }, { argument: "maxYears" }],
    });
  });
});
