import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../src/paths/findPaths.js";
import { findReachableRoles } from "../../src/paths/findReachableRoles.js";
import { UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { skillGap } from "../../src/paths/skillGap.js";
import { type DrawnChoices, type DrawnGraph, networkOf } from "./networkOf.js";

async function pathTo(toId: string, graph: DrawnGraph, choices: DrawnChoices = {}) {
  const network = await networkOf(graph, choices);
  const query = { fromId: "role:a", toId, limit: 1, constraints: UNCONSTRAINED, heldSkillIds: [] };
  const { paths } = await findPaths(network, { ...query, objective: "LEAST_LEARNING" });
  return { network, path: paths[0]! };
}

describe("skills to learn", () => {
  test("are essential if any role on the path needs them as ESSENTIAL, not only the role for which they are learned", async () => {
    const graph: DrawnGraph = {
      a: { steps: [{ to: "b", years: 1 }] },
      b: { needs: ["sql?"], steps: [{ to: "c", years: 1 }] },
      c: { needs: ["sql"] },
    };
    const { network, path } = await pathTo("role:c", graph);
    expect(path.totals).toMatchObject({ skillsToLearn: 1, essentialSkillsToLearn: 1 });
    const reach = { fromId: "role:a", maxSteps: null, maxYears: null, heldSkillIds: [] };
    const { roles } = await findReachableRoles(network, reach);
    expect(roles.map((role) => role.path().totals.essentialSkillsToLearn)).toEqual([0, 1]);
  });

  test("are essential if a role needs a choice that they satisfy", async () => {
    const graph = { a: { steps: [{ to: "b" }] }, b: { needs: ["x?"], steps: [{ to: "c" }] }, c: { needs: ["x-or-y"] } };
    const { path } = await pathTo("role:c", graph, { "x-or-y": ["x", "y"] });
    expect(path.totals).toMatchObject({ skillsToLearn: 1, essentialSkillsToLearn: 1 });
  });

  test("count a choice and its part within one role once, in totals, steps and gap", async () => {
    const graph = { a: { steps: [{ to: "b" }] }, b: { needs: ["x-or-y", "x?"] } };
    const { network, path } = await pathTo("role:b", graph, { "x-or-y": ["x", "y"] });
    expect(path.totals).toMatchObject({ skillsToLearn: 1, essentialSkillsToLearn: 1 });
    expect(path.steps[0]!.skillIdsToLearn).toEqual(["skill:x"]);
    expect(skillGap(network, "role:b", null, [])).toEqual({
      matchedSkillIds: [],
      missingSkillIds: ["skill:x"],
      toRaise: [],
      coverage: 0,
      weightedCoverage: 0,
    });
    expect(skillGap(network, "role:b", null, ["skill:y"])).toEqual({
      matchedSkillIds: ["skill:x-or-y"],
      missingSkillIds: ["skill:x"],
      toRaise: [],
      coverage: 1,
      weightedCoverage: expect.closeTo(2 / 3),
    });
  });

  test("satisfy a choice among the parts of a choice", async () => {
    const choices = { inner: ["x", "y"], outer: ["inner", "z"] };
    const { path } = await pathTo(
      "role:b",
      { a: { steps: [{ to: "b" }] }, b: { needs: ["outer", "inner", "x"] } },
      choices,
    );
    expect(path.steps[0]!.skillIdsToLearn).toEqual(["skill:x"]);
  });

  test("count a choice that is learned before its part as another skill", async () => {
    const graph = { a: { steps: [{ to: "b" }] }, b: { needs: ["x-or-y"], steps: [{ to: "c" }] }, c: { needs: ["x"] } };
    const { path } = await pathTo("role:c", graph, { "x-or-y": ["x", "y"] });
    expect(path.totals.skillsToLearn).toBe(2);
  });
});
