import { describe, expect, test } from "@jest/globals";
import { NO_ATTRIBUTES } from "../../src/model/RoleAttributes.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import type { NetworkRoleRow, NetworkSkillRow } from "../../src/paths/network/NetworkRows.js";
import { planRoadmap } from "../../src/paths/planRoadmap.js";
import { skillGap } from "../../src/paths/skillGap.js";
import { SkillsHeld } from "../../src/paths/learning/SkillsHeld.js";

/**
 * Three roles. The target needs python and a choice (torch or flow) as ESSENTIAL, and rust as USEFUL. The start needs flow. The choice
 * builds on maths, which builds on algebra.
 */
const skill = (id: string, more: Partial<NetworkSkillRow> = {}): NetworkSkillRow => ({
  part: 0,
  id: `skill:${id}`,
  choiceOfIds: [],
  buildsOnIds: [],
  sameAsIds: [],
  ...more,
});
const SKILLS = [
  skill("python"),
  skill("rust"),
  skill("algebra"),
  skill("maths", { buildsOnIds: ["skill:algebra"] }),
  skill("torch"),
  skill("flow"),
  skill("choice", { choiceOfIds: ["skill:torch", "skill:flow"], buildsOnIds: ["skill:maths"] }),
];
const role = (id: string, essential: readonly string[], useful: readonly string[] = []): NetworkRoleRow => ({
  id: `role:${id}`,
  title: id,
  ...{ part: 0, trackId: null, seniority: null },
  ...{ experienceFrom: null, attributes: NO_ATTRIBUTES },
  toOrdinals: [],
  kinds: [],
  bases: [],
  closenesses: [],
  statedYears: [],
  skillOrdinals: [...essential, ...useful].map((one) => SKILLS.findIndex(({ id }) => id === `skill:${one}`)),
  levels: [...essential, ...useful].map(() => null),
  importances: [...essential.map(() => "ESSENTIAL" as const), ...useful.map(() => "USEFUL" as const)],
});
const network = await buildNetwork(
  "r",
  [[role("target", ["python", "choice"], ["rust"]), role("origin", ["flow"]), role("vague", [])]],
  [SKILLS],
);

describe("A skill gap", () => {
  test("counts a choice as held if one of its parts is held", () => {
    expect(skillGap(network, "role:target", "role:origin", [])).toEqual({
      matchedSkillIds: ["skill:choice"],
      missingSkillIds: ["skill:python", "skill:rust"],
      toRaise: [],
      coverage: 0.5,
      weightedCoverage: 0.4,
    });
    expect(skillGap(network, "role:target", null, ["skill:torch", "skill:python"]).coverage).toBe(1);
  });

  test("does not count a skill as one that builds on it, or as its own parts", () => {
    expect(skillGap(network, "role:target", null, ["skill:maths", "skill:algebra"]).coverage).toBe(0);
    expect(skillGap(network, "role:origin", null, ["skill:choice"]).missingSkillIds).toEqual(["skill:flow"]);
  });

  test("has no coverage if the role's skills are unknown", () => {
    expect(skillGap(network, "role:vague", null, [])).toEqual({
      matchedSkillIds: [],
      missingSkillIds: [],
      toRaise: [],
      coverage: null,
      weightedCoverage: null,
    });
  });
});

describe("A roadmap", () => {
  const held = SkillsHeld.of(network, null, []);
  const plan = (phases: Record<string, number>, first = 0, has = held) =>
    planRoadmap(
      network,
      ["skill:choice", "skill:rust"],
      has,
      (id) => (id in phases ? [phases[id]!] : []),
      3,
      first,
    ).map((stage) => stage.map(({ skillId, buildsOnIds }) => [skillId.slice(6), buildsOnIds.map((id) => id.slice(6))]));

  test("also lists what the skills build on, foundations first; without phases, all in the first stage", () => {
    expect(plan({})).toEqual([
      [
        ["algebra", []],
        ["maths", ["algebra"]],
        ["choice", ["maths"]],
        ["rust", []],
      ],
      [],
      [],
    ]);
  });

  test("puts a skill in its phase, but not before what it builds on", () => {
    expect(plan({ "skill:maths": 1, "skill:choice": 0, "skill:rust": 2 })).toEqual([
      [["algebra", []]],
      [
        ["maths", ["algebra"]],
        ["choice", ["maths"]],
      ],
      [["rust", []]],
    ]);
  });

  test("begins with the person's stage", () => {
    expect(plan({ "skill:maths": 2 }, 1)).toEqual([
      [],
      [
        ["algebra", []],
        ["rust", []],
      ],
      [
        ["maths", ["algebra"]],
        ["choice", ["maths"]],
      ],
    ]);
  });

  test("puts skills that build on each other, which are in no valid dataset, last and by id", async () => {
    const circle = [
      ...[skill("b", { buildsOnIds: ["skill:a"] }), skill("a", { buildsOnIds: ["skill:b"] })],
      ...[skill("top", { buildsOnIds: ["skill:b"] }), skill("z")],
    ];
    const looped = await buildNetwork("r", [[]], [circle]);
    const stages = planRoadmap(looped, ["skill:top", "skill:z"], SkillsHeld.of(looped, null, []), () => [], 1, 0);
    expect(stages.map((stage) => stage.map(({ skillId }) => skillId.slice(6)))).toEqual([["z", "a", "b", "top"]]);
  });

  test("does not list held skills or what only they build on", () => {
    expect(plan({}, 0, SkillsHeld.of(network, null, ["skill:maths"]))).toEqual([
      [
        ["choice", []],
        ["rust", []],
      ],
      [],
      [],
    ]);
  });
});
