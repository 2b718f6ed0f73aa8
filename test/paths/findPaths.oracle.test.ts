import { describe, expect, test } from "@jest/globals";
import { AdditiveSearch } from "../../src/paths/shortest/AdditiveSearch.js";
import { findPaths } from "../../src/paths/findPaths.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import type { FoundPath } from "../../src/paths/answer/FoundPaths.js";
import type { PathObjective } from "../../src/paths/query/PathObjective.js";
import { pathTask } from "../../src/paths/query/PathTask.js";
import { type PathConstraints, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { searchBounds } from "../../src/paths/shortest/rankByWeight.js";
import { rankPaths } from "../../src/paths/search/rankPaths.js";
import { SearchClock } from "../../src/paths/pace/SearchClock.js";
import { stepsFirst } from "../../src/paths/search/Weights.js";
import { expectSaying } from "../expectSaying.js";
import { BruteForce, type BrutePath, stepCap } from "./bruteForce.js";
import { networkOf } from "./networkOf.js";
import { Dice, layeredGraph, randomGraph, randomQuery } from "./randomGraph.js";

/** The first two are rare cases in which several branches reach the same repeated role. */
const SEEDS = [38_213, 21_262, ...Array.from({ length: 1500 }, (_, i) => i + 1)];

async function randomCase(seed: number, objective: PathObjective) {
  const dice = new Dice(seed);
  // The number of paths grows with the factorial of the roles, so only one graph in thirty has up to 11 roles.
  const { graph, choices, assumedYears } = randomGraph(dice, seed % 30 === 0 ? 11 : 10);
  const oracle = new BruteForce(graph, choices, assumedYears);
  const query = randomQuery(dice, graph, objective);
  return { oracle, query, network: await networkOf(graph, choices, assumedYears) };
}

/** What both planner and oracle return for a path. */
function told({ roleIds, totals }: FoundPath) {
  return {
    roles: roleIds,
    steps: totals.steps,
    months: totals.years === null ? null : Math.round(totals.years * 12),
    atLeast: Math.round(totals.yearsAtLeast * 12),
    assumed: Math.round(totals.yearsAssumed * 12),
    untimed: totals.untimedSteps,
    inferred: totals.inferredSteps,
    skills: totals.skillsToLearn + totals.skillsToRaise,
    learned: totals.skillsToLearn,
    raised: totals.skillsToRaise,
    essential: totals.essentialSkillsToLearn,
    trackChanges: totals.trackChanges,
  };
}

function wanted({ kinds: _kinds, ...path }: BrutePath) {
  return { ...path, months: path.untimed > 0 ? null : path.months };
}

describe.each(["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING"] as const)("paths by %s", (objective) => {
  test("are those of a list of all simple paths, in the same order, under any constraints", async () => {
    let found = 0;
    let none = 0;
    let raising = 0;
    for (const seed of SEEDS) {
      const { oracle, query, network } = await randomCase(seed, objective);
      const all = oracle.paths(query);
      const answer = await findPaths(network, query);
      expectSaying(answer.paths.map(told), `seed ${seed}: ${JSON.stringify(query)}`).toEqual(
        all.slice(0, query.limit).map(wanted),
      );

      const connected = oracle.paths({ ...query, constraints: UNCONSTRAINED }).length > 0;
      const capped = objective === "LEAST_LEARNING" && all.length > 0;
      expectSaying(answer, `seed ${seed}`).toMatchObject({
        outcome: all.length > 0 ? "FOUND" : "NO_PATH",
        noPathReason: all.length > 0 ? null : connected ? "CONSTRAINED" : "NOT_CONNECTED",
        optimal: true,
        maxSteps: capped ? stepCap(all, query.constraints) : query.constraints.maxSteps,
      });
      if (all.some(({ raised }) => raised > 0)) raising++;
      if (all.length > 0) found++;
      else none++;
    }
    // Otherwise the graphs or the constraints have become too easy or too hard to show anything.
    expect(found).toBeGreaterThan(SEEDS.length / 2);
    expect(none).toBeGreaterThan(SEEDS.length / 20);
    expect(raising).toBeGreaterThan(SEEDS.length / 15);
  }, 180_000);
});

describe.each(["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING"] as const)("paths that differ, by %s", (objective) => {
  test("are chosen from the first of all paths, under any constraints", async () => {
    const seeds = SEEDS.slice(0, 500);
    const seen = { fewer: 0, later: 0, beyond: 0 };
    for (const seed of seeds) {
      const { oracle, query, network } = await randomCase(seed, objective);
      const expected = oracle.differing(query);
      const answer = await findPaths(network, { ...query, differ: true });
      expectSaying(answer.paths.map(told), `seed ${seed}: ${JSON.stringify(query)}`).toEqual(expected.map(wanted));

      const { paths: _paths, ...frame } = await findPaths(network, query);
      expectSaying(answer, `seed ${seed}`).toMatchObject(frame);
      const all = oracle.paths(query);
      if (expected.length < Math.min(all.length, query.limit)) seen.fewer++;
      if (expected.some((path, i) => path.roles.join() !== all[i]!.roles.join())) seen.later++;
      if (all.length > (objective === "LEAST_LEARNING" ? 20 : 100) && expected.length < query.limit) seen.beyond++;
    }
    // Otherwise the graphs are too small to choose among their paths.
    expect(seen.fewer).toBeGreaterThan(seeds.length / 20);
    expect(seen.later).toBeGreaterThan(seeds.length / 30);
    expect(seen.beyond).toBeGreaterThan(3);
  }, 180_000);
});

describe("the random constraints", () => {
  test.each(Object.keys(UNCONSTRAINED) as (keyof PathConstraints)[])(
    "exclude some paths and allow others: %s",
    async (key) => {
      let [some, all] = [0, 0];
      for (const seed of SEEDS.slice(0, 200)) {
        const { oracle, query } = await randomCase(seed, "FEWEST_STEPS");
        const alone = { ...UNCONSTRAINED, [key]: query.constraints[key] };
        const admitted = oracle.paths({ ...query, constraints: alone }).length;
        const paths = oracle.paths({ ...query, constraints: UNCONSTRAINED }).length;
        if (admitted > 0 && admitted < paths) some++;
        if (admitted === paths) all++;
      }
      // A constraint that never excludes a path, or excludes all, is not tested: what it reads may not be in the random graphs.
      expect(some).toBeGreaterThan(2);
      expect(all).toBeGreaterThan(2);
    },
    60_000,
  );
});

describe("long paths that nearly all tie", () => {
  test.each(["FEWEST_STEPS", "LEAST_TIME"] as const)("are sorted as documented by %s", async (objective) => {
    for (let seed = 1; seed <= 400; seed++) {
      const graph = layeredGraph(new Dice(seed));
      const network = await networkOf(graph);
      const query = { fromId: "role:s", toId: "role:t", objective, constraints: UNCONSTRAINED, heldSkillIds: [] };
      const expected = new BruteForce(graph, {}).paths({ ...query, limit: 20 }).map((path) => path.roles);
      for (const limit of [1, 20]) {
        const answer = await findPaths(network, { ...query, limit });
        const roles = answer.paths.map((path) => path.roleIds);
        expectSaying(roles, `seed ${seed}`).toEqual(expected.slice(0, limit));
      }
    }
  });
});

describe("trade-offs", () => {
  test("are the paths that no simple path dominates, under any constraints", async () => {
    let several = 0;
    for (const seed of SEEDS) {
      const { oracle, query, network } = await randomCase(seed, "FEWEST_STEPS");
      const expected = oracle.tradeoffs(query);
      const answer = await findTradeoffs(network, query);
      expectSaying(answer.paths.map(told), `seed ${seed}: ${JSON.stringify(query)}`).toEqual(
        expected.slice(0, query.limit).map(wanted),
      );
      expect(answer).toMatchObject({ outcome: expected.length > 0 ? "FOUND" : "NO_PATH", optimal: true });
      if (expected.length > 1) several++;
    }
    expect(several).toBeGreaterThan(SEEDS.length / 30);
  }, 180_000);
});

describe("a search that may track no roles", () => {
  test("still finds all paths through vias, by splitting when a path repeats a role", async () => {
    let withVias = 0;
    for (const seed of SEEDS) {
      const { oracle, query, network } = await randomCase(seed, "FEWEST_STEPS");
      if (query.constraints.via.length === 0 || query.fromId === query.toId) continue;
      const clock = new SearchClock();
      const task = pathTask(network, query);
      const bounds = await searchBounds(task, stepsFirst(network, task.waypoints.length), false, clock);
      const search = bounds === null ? null : new AdditiveSearch(task, bounds, clock, 0);
      const ranking = search === null ? { paths: [] } : await rankPaths(task.from, query.limit, search, clock);
      const expected = oracle.paths(query).slice(0, query.limit);
      expectSaying(
        ranking.paths.map((path) => path.roles.map((role) => network.roleId(role))),
        `seed ${seed}`,
      ).toEqual(expected.map((path) => path.roles));
      withVias++;
    }
    expect(withVias).toBeGreaterThan(100);
  }, 180_000);
});
