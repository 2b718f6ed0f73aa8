import { describe, expect, test } from "@jest/globals";
import { findReachableRoles, type ReachQuery } from "../../src/paths/findReachableRoles.js";
import { UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { expectSaying } from "../expectSaying.js";
import { BruteForce, type BrutePath } from "./bruteForce.js";
import { type DrawnGraph, networkOf } from "./networkOf.js";
import { Dice, layeredGraph, randomGraph } from "./randomGraph.js";

type End = "fromId" | "toId";

/** A request about a role of a graph, in one direction. */
function drawnQuery(dice: Dice, graph: DrawnGraph, end: End): ReachQuery {
  return {
    [end]: dice.pick(Object.keys(graph).map((slug) => `role:${slug}`)),
    maxSteps: dice.chance(0.4) ? dice.below(5) : null,
    maxYears: dice.chance(0.6) ? dice.below(60) / 10 : null,
    heldSkillIds: ["skill:sql"],
  };
}

/** The roles that a request should list, each with its first path. @param paths every path between two roles, the best first */
function expectedReach(
  graph: DrawnGraph,
  query: ReachQuery,
  end: End,
  paths: (fromId: string, toId: string, bounds: ReachQuery) => readonly (BrutePath & { readonly isInside?: boolean })[],
) {
  const asked = query[end]!;
  const expected = Object.keys(graph).flatMap((slug) => {
    const id = `role:${slug}`;
    const [first] = id === asked ? [] : end === "fromId" ? paths(asked, id, query) : paths(id, asked, query);
    return first === undefined ? [] : [{ id, first, title: graph[slug]!.title ?? slug.toUpperCase() }];
  });
  return expected.sort(
    (left, right) =>
      Number(right.first.isInside ?? false) - Number(left.first.isInside ?? false) ||
      left.first.steps - right.first.steps ||
      left.first.months - right.first.months ||
      (left.title < right.title ? -1 : 1),
  );
}

describe("reachable roles", () => {
  test.each(["fromId", "toId"] as const)(
    "by %s are those that a simple path within the limits joins with the role, each with its first path of fewest steps",
    async (end) => {
      let listed = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const dice = new Dice(seed);
        // Layers have many paths that differ only in their roles.
        const layered = seed % 4 === 0;
        const { graph, choices, assumedYears } = layered
          ? { graph: layeredGraph(dice), choices: {}, assumedYears: null }
          : randomGraph(dice, 9);
        const oracle = new BruteForce(graph, choices, assumedYears);
        const query = drawnQuery(dice, graph, end);
        const expected = expectedReach(graph, query, end, (fromId, toId, { maxSteps, maxYears }) =>
          oracle.paths({
            ...{ ...query, fromId, toId, objective: "FEWEST_STEPS", limit: 1 },
            constraints: { ...UNCONSTRAINED, maxSteps, maxYears },
          }),
        );
        const answer = await findReachableRoles(await networkOf(graph, choices, assumedYears), query);
        expectSaying(
          answer.roles.map((role) => role.path().roleIds),
          `seed ${seed}`,
        ).toEqual(expected.map(({ first }) => first.roles));
        expect(answer.roles.map(({ roleId }) => roleId)).toEqual(expected.map(({ id }) => id));
        expect(answer.outcome).toBe(expected.length > 0 ? "FOUND" : "NO_PATH");
        listed += expected.length;
      }
      expect(listed).toBeGreaterThan(500);
    },
  );

  test.each(["fromId", "toId"] as const)(
    "by %s are first those that paths inside one dataset join with the role, with these paths, then all others",
    async (end) => {
      let [inside, others, forbidden] = [0, 0, 0];
      for (let seed = 1; seed <= 300; seed++) {
        const dice = new Dice(seed);
        const drawn = randomGraph(dice, 8).graph;
        // Each step has its own years, because what is assumed depends on the dataset.
        const graph: DrawnGraph = Object.fromEntries(
          Object.entries(drawn).map(([slug, role]) => {
            const steps = (role.steps ?? []).map((step) => ({ ...step, years: step.years ?? dice.below(30) / 10 }));
            return [slug, { ...role, part: dice.chance(0.4) ? 1 : 0, steps }];
          }),
        );
        const oracle = new BruteForce(graph, {});
        const partOf = (id: string) => graph[id.slice(5)]!.part;
        const query = drawnQuery(dice, graph, end);
        const expected = expectedReach(graph, query, end, (fromId, toId, { maxSteps, maxYears }) => {
          const of = { ...query, fromId, toId, objective: "FEWEST_STEPS" as const, limit: 1 };
          const isInside = ({ roles }: BrutePath) => new Set(roles.map(partOf)).size === 1;
          const bounded = oracle.paths({ ...of, constraints: { ...UNCONSTRAINED, maxSteps, maxYears } });
          // If only limits exclude the paths inside, the answer is that of the one dataset.
          if (!oracle.paths({ ...of, constraints: UNCONSTRAINED }).some(isInside)) return bounded;
          const kept = bounded.filter(isInside);
          if (kept.length === 0 && bounded.length > 0) forbidden++;
          return kept.map((path) => ({ ...path, isInside: true }));
        });
        const answer = await findReachableRoles(await networkOf(graph), query);
        expectSaying(
          answer.roles.map((role) => [role.isInside, ...role.path().roleIds]),
          `seed ${seed}`,
        ).toEqual(expected.map(({ first }) => [first.isInside === true, ...first.roles]));
        inside += answer.roles.filter(({ isInside }) => isInside).length;
        others += answer.roles.filter(({ isInside }) => !isInside).length;
      }
      expect(Math.min(inside, others)).toBeGreaterThan(150);
      expect(forbidden).toBeGreaterThan(2);
    },
  );

  test("need a role to start from or a role to reach, not both", async () => {
    const network = await networkOf({ a: { steps: [{ to: "b" }] }, b: {} });
    const query = { maxSteps: null, maxYears: null, heldSkillIds: [] };
    await expect(findReachableRoles(network, query)).rejects.toMatchObject({ errors: [{ argument: "from" }] });
    await expect(findReachableRoles(network, { ...query, fromId: "role:a", toId: "role:b" })).rejects.toMatchObject({
      errors: [{ argument: "to" }],
    });
  });

  test("with equal steps and years are sorted by title, then by id", async () => {
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

  test("are sorted by title like lists of roles, ignoring case and accents", async () => {
    const titles = ["Beta", "alpha", "zeta", "Éclair chef"];
    const graph = Object.fromEntries(titles.map((title, i) => [`r${i}`, { title }]));
    const network = await networkOf({ me: { steps: titles.map((_, i) => ({ to: `r${i}`, years: 1 })) }, ...graph });
    const query = { fromId: "role:me", maxSteps: null, maxYears: null, heldSkillIds: [] };
    const { roles } = await findReachableRoles(network, query);
    expect(roles.map(({ roleId }) => network.title(roleId))).toEqual(["alpha", "Beta", "Éclair chef", "zeta"]);
  });

  test("include the nearest ones and say so if the budget ended the search", async () => {
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

  test("are refused for invalid limits, all reported together", async () => {
    const network = await networkOf({ a: { steps: [{ to: "b" }] }, b: {} });
    const query = { fromId: "role:x", maxSteps: -1, maxYears: NaN, heldSkillIds: [] };
    await expect(findReachableRoles(network, query)).rejects.toMatchObject({
      errors: [{ argument: "from" }, { argument: "maxSteps" }, { argument: "maxYears" }],
    });
  });
});
