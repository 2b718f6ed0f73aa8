import { describe, expect, test } from "@jest/globals";
import { explainNoPath } from "../../src/paths/explainNoPath.js";
import { findPaths } from "../../src/paths/findPaths.js";
import { type PathConstraints, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { expectSaying } from "../expectSaying.js";
import { BruteForce } from "./bruteForce.js";
import { networkOf } from "./networkOf.js";
import { Dice, randomGraph, randomQuery } from "./randomGraph.js";

// From a to d through b (2 steps, inferred) or through c and e (3 steps, stated); nothing leads to z.
const network = networkOf({
  a: {
    steps: [
      { to: "b", years: 1, basis: "INFERRED" },
      { to: "c", years: 1 },
    ],
  },
  b: { steps: [{ to: "d", years: 1 }] },
  c: { steps: [{ to: "e", years: 1 }] },
  d: {},
  e: { steps: [{ to: "d", years: 1 }] },
  z: {},
});

async function explained(constraints: Partial<PathConstraints>, toId = "role:d") {
  const query = { fromId: "role:a", toId, heldSkillIds: [], constraints: { ...UNCONSTRAINED, ...constraints } };
  const explanation = await explainNoPath(await network, query);
  return explanation === null ? null : [explanation.withoutArguments, explanation.path.roleIds];
}

describe("explaining why there is no path", () => {
  test("names the only constraint that excludes every path, and the path without it", async () => {
    expect(await explained({ basis: "STATED", maxSteps: 2 })).toEqual([
      ["where.basis"],
      ["role:a", "role:b", "role:d"],
    ]);
    expect(await explained({ avoid: [["role:b"], ["role:e"]] })).toEqual([
      ["where.avoid[0]"],
      ["role:a", "role:b", "role:d"],
    ]);
  });

  test("names two constraints if removing one is not enough", async () => {
    const constraints = { maxSteps: 1, maxYears: 1, avoid: [["role:z"]] } satisfies Partial<PathConstraints>;
    expect(await explained(constraints)).toEqual([
      ["where.maxSteps", "where.maxYears"],
      ["role:a", "role:b", "role:d"],
    ]);
  });

  test("names nothing if there is a path, and is null if there is none without constraints either", async () => {
    expect(await explained({ maxSteps: 2 })).toEqual([[], ["role:a", "role:b", "role:d"]]);
    expect(await explained({ maxSteps: 2 }, "role:z")).toBeNull();
  });

  test("does not name an empty list, which has no effect", async () => {
    expect(await explained({ trackIds: [], kinds: [], avoid: [], via: [], maxSteps: 1 })).toEqual([
      ["where.maxSteps"],
      ["role:a", "role:b", "role:d"],
    ]);
    expect(await explained({ trackIds: [], kinds: [] })).toEqual([[], ["role:a", "role:b", "role:d"]]);
  });

  test("names every argument that avoids the role", async () => {
    expect(await explained({ avoid: [["role:b"], ["role:e"], ["role:b"]] })).toEqual([
      ["where.avoid[0]", "where.avoid[2]"],
      ["role:a", "role:b", "role:d"],
    ]);
  });

  test("names the vias if both ends are one role", async () => {
    expect(await explained({ via: [["role:b"], ["role:c"]] }, "role:a")).toEqual([
      ["where.via[0]", "where.via[1]"],
      ["role:a"],
    ]);
  });

  test("agrees with the planner: there is a path without the named constraints, and none if any of them is kept", async () => {
    let explanations = 0;
    for (let seed = 1; seed <= 1500; seed++) {
      const dice = new Dice(seed);
      const { graph, choices, assumedYears } = randomGraph(dice, 8);
      const oracle = new BruteForce(graph, choices, assumedYears);
      const network = await networkOf(graph, choices, assumedYears);
      const query = randomQuery(dice, graph, "FEWEST_STEPS");
      if (oracle.paths(query).length > 0) continue;
      const explanation = await explainNoPath(network, query);
      const connected = oracle.paths({ ...query, constraints: UNCONSTRAINED }).length > 0;
      expectSaying(explanation !== null, `seed ${seed}`).toBe(connected);
      if (explanation === null) continue;
      const names = explanation.withoutArguments;
      const [first] = oracle.paths({ ...query, constraints: without(query.constraints, names) });
      expect(explanation.path.roleIds).toEqual(first!.roles);
      for (const name of names) {
        const fewer = names.filter((other) => other !== name);
        expectSaying(
          oracle.paths({ ...query, constraints: without(query.constraints, fewer) }),
          `seed ${seed}`,
        ).toEqual([]);
      }
      const { noPathReason } = await findPaths(network, query);
      expect(noPathReason).toBe("CONSTRAINED");
      explanations++;
    }
    expect(explanations).toBeGreaterThan(100);
  }, 60_000);
});

/** Constraints without those that some arguments name: single roles of the lists with positions, and other constraints whole. */
function without(constraints: PathConstraints, names: readonly string[]): PathConstraints {
  const left = Object.entries(constraints).map(([key, value]) => {
    if (key === "avoid" || key === "via") {
      return [key, (value as string[][]).filter((_, i) => !names.includes(`where.${key}[${i}]`))];
    }
    return [key, names.includes(`where.${key.replace(/Ids$/, "s")}`) ? null : (value as unknown)];
  });
  return Object.fromEntries(left) as PathConstraints;
}
