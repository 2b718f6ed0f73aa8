import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../src/paths/findPaths.js";
import { type PathConstraints, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import type { HeldDegree } from "../../src/paths/query/HeldDegree.js";
import { type DrawnGraph, networkOf } from "./networkOf.js";

const MANY = ["s1", "s2", "s3", "s4", "s5"];

// nurse ─► doctor is similar work, distant, and needs more preparation and a degree. chief needs the same degree.
const graph: DrawnGraph = {
  nurse: {
    title: "Nurse",
    needs: MANY,
    preparation: 3,
    steps: [{ to: "doctor", kind: "RELATED", closeness: "DISTANT" }],
  },
  doctor: { title: "Doctor", preparation: 5, degree: "MD", steps: [{ to: "chief", kind: "PROMOTION" }] },
  chief: { title: "Chief", preparation: 5, degree: "MD", steps: [{ to: "nurse", kind: "LATERAL" }] },
};

async function told(
  from: string,
  to: string,
  constraints: Partial<PathConstraints> = {},
  heldDegrees: HeldDegree[] = [],
) {
  const { paths } = await findPaths(await networkOf(graph), {
    ...{ fromId: `role:${from}`, toId: `role:${to}`, objective: "FEWEST_STEPS", limit: 1 },
    ...{ constraints: { ...UNCONSTRAINED, ...constraints }, heldSkillIds: [], heldDegrees },
  });
  return paths[0];
}

describe("cautions", () => {
  test("are sorted by step and then by kind, and say what a person must know", async () => {
    const path = await told("nurse", "chief");
    expect(path!.cautions).toEqual([
      { kind: "DEGREE_NEEDED", position: 1, message: "Doctor requires a degree: MD." },
      {
        kind: "PREPARATION_RISES",
        position: 1,
        message: "Doctor takes more preparation: level 5 of Zones, after level 3.",
      },
      { kind: "RELATED", position: 1, message: "Nurse and Doctor do similar work, but no source documents this move." },
      { kind: "DISTANT", position: 1, message: "The work of Nurse and Doctor has little in common." },
    ]);
    expect(path!.steps.map(({ degreeIdsNeeded }) => degreeIdsNeeded)).toEqual([["degree:MD"], []]);
    expect(path!.summary).toContain("Required degree: MD.");
  });

  test.each<[string, HeldDegree, boolean]>([
    ["the same degree", { id: "degree:MD", level: "MASTER" }, false],
    ["a degree of a higher level", { id: "degree:PhD", level: "DOCTORATE" }, false],
    ["another degree of the same level", { id: "degree:MA", level: "MASTER" }, true],
    ["a degree of a lower level", { id: "degree:BSc", level: "BACHELOR" }, true],
  ])("include the degree unless the held degree meets the need: %s", async (_, held, asked) => {
    const path = await told("nurse", "doctor", {}, [held]);
    expect(path!.cautions.some(({ kind }) => kind === "DEGREE_NEEDED")).toBe(asked);
    expect(path!.steps[0]!.degreeIdsNeeded).toEqual(asked ? ["degree:MD"] : []);
  });

  test("do not include a degree that the first role has", async () => {
    expect((await told("doctor", "chief"))!.steps[0]!.degreeIdsNeeded).toEqual([]);
  });

  test("begin with that few skills of the first role are known, and are empty if there is no step", async () => {
    expect((await told("doctor", "chief"))!.cautions).toEqual([
      {
        kind: "FEW_SKILLS_KNOWN",
        position: null,
        message:
          "The dataset lists no skills of Doctor. A person in that role may already have some of the skills that this path lists.",
      },
    ]);
    expect((await told("doctor", "doctor"))!.cautions).toEqual([]);
  });
});

test("minCloseness and maxPreparationRise exclude the steps that their cautions are about", async () => {
  expect(await told("nurse", "doctor", { minCloseness: "RELATED" })).toBeUndefined();
  expect(await told("nurse", "doctor", { minCloseness: "DISTANT", maxPreparationRise: 2 })).toBeDefined();
  expect(await told("nurse", "doctor", { maxPreparationRise: 1 })).toBeUndefined();
  expect(await told("doctor", "chief", { minCloseness: "CLOSE", maxPreparationRise: 0 })).toBeDefined();
});
