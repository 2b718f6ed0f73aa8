import { describe, expect, test } from "vitest";
import { findPaths } from "../../src/paths/findPaths.js";
import { UNCONSTRAINED } from "../../src/paths/PathQuery.js";
import { BruteForce } from "./bruteForce.js";
import { networkOf } from "./networkOf.js";
import { Dice, randomGraph, randomQuery } from "./randomGraph.js";

/** The first two are rare cases in which several branches meet the same repeated role. */
const SEEDS = [38_213, 21_262, ...Array.from({ length: 2500 }, (_, i) => i + 1)];

describe.each(["FEWEST_STEPS", "LEAST_TIME"] as const)("paths by %s", (objective) => {
  test("are those that listing all simple paths gives, in the same order, under any constraints", async () => {
    let found = 0;
    let none = 0;
    for (const seed of SEEDS) {
      const dice = new Dice(seed);
      const { graph, choices } = randomGraph(dice, 10);
      const oracle = new BruteForce(graph, choices);
      const query = randomQuery(dice, graph, objective, oracle.knowsYears);
      const network = await networkOf(graph, choices);
      const expected = oracle.paths(query).slice(0, query.limit);
      const answer = await findPaths(network, query);

      const told = answer.paths.map(({ roleIds, totals }) => ({
        roles: roleIds,
        steps: totals.steps,
        months: totals.years === null ? null : Math.round(totals.years * 12),
        inferred: totals.inferredSteps,
        skills: totals.skillsToLearn,
        trackChanges: totals.trackChanges,
      }));
      const unknown = !oracle.knowsYears;
      const wanted = expected.map(({ roles, steps, months, inferred, skills, trackChanges }) => ({
        roles,
        steps,
        months: unknown && steps > 0 ? null : months,
        inferred,
        skills,
        trackChanges,
      }));
      expect(told, `seed ${seed}: ${JSON.stringify(query)}`).toEqual(wanted);

      const connected =
        query.fromId === query.toId || oracle.paths({ ...query, constraints: UNCONSTRAINED }).length > 0;
      const reason = connected ? "CONSTRAINED" : "NOT_CONNECTED";
      expect(answer, `seed ${seed}`).toMatchObject(
        expected.length > 0
          ? { outcome: "FOUND", noPathReason: null, optimal: true }
          : { outcome: "NO_PATH", noPathReason: reason, optimal: true },
      );
      if (expected.length > 0) found++;
      else none++;
    }
    // Otherwise the graphs or the constraints have become too easy or too hard to tell anything.
    expect(found).toBeGreaterThan(SEEDS.length / 2);
    expect(none).toBeGreaterThan(SEEDS.length / 20);
  }, 120_000);
});
