import { describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf, type Draft, need } from "../dataset/datasetOf.js";
import { type Ask, asking } from "./seedService.js";

/** Levels of a ladder: each rung needs `craft` one level higher, and `writing` from the fourth rung on. */
const RUNGS = ["l1", "l2", "l3", "l4", "l5", "l6", "l7"];

const HEAD = { levelScale: { name: "Levels", lowest: 0, highest: 7 } };

function role(name: string, skills: readonly Draft[], rest: Draft = {}): Draft {
  return { id: `role:${name}`, title: name.toUpperCase(), place: "UNPLACED", skills, ...rest };
}

function at(name: string, level: number, importance = "ESSENTIAL"): Draft {
  return need(`skill:${name}`, importance, { level });
}

function move(from: string, to: string): Draft {
  return { from: `role:${from}`, to: `role:${to}`, kind: "PROMOTION", basis: "STATED", statedYears: 1 };
}

const SKILLS = ["craft", "writing", "talk"].map((name) => ({ id: `skill:${name}`, name: name.toUpperCase() }));

async function ladder(): Promise<Ask> {
  const dataset = await datasetOf(
    {
      roles: RUNGS.map((name, i) => role(name, [at("craft", i + 1), ...(i < 3 ? [] : [need("skill:writing")])])),
      skills: SKILLS,
      transitions: RUNGS.slice(1).map((name, i) => move(RUNGS[i]!, name)),
    },
    HEAD,
  );
  return asking(new EmbeddedStore(dataset, new Date(0)));
}

describe("Levels", () => {
  test("distinguish each rung of a ladder from the next: in gap, path, compare and roadmap", async () => {
    const ask = await ladder();
    for (const [i, from] of RUNGS.slice(0, -1).entries()) {
      const to = RUNGS[i + 1]!;
      const { data } = await ask(`{
        skillGap(from: "${from}", to: "${to}") {
          coverage toRaise { heldLevel requirement { skill { id } requiredLevel } }
        }
        paths(from: "${from}", to: "${to}") {
          paths {
            totals { skillsToRaise }
            steps { skillsToRaise { heldLevel requirement { skill { id } requiredLevel } } }
          }
        }
        compareRoles(roles: ["${from}", "${to}"]) {
          levelDifferences { skill { id } requirements { role { id } requiredLevel } }
        }
        roadmap(from: "${from}", to: "${to}") {
          stages { skills { skill { id } toRaise { heldLevel requirement { requiredLevel } } } }
        }
      }`);
      const raise = { heldLevel: i + 1, requirement: { skill: { id: "skill:craft" }, requiredLevel: i + 2 } };
      expect(data.skillGap.toRaise).toEqual([raise]);
      expect(data.skillGap.coverage).toBeLessThan(1);
      expect(data.paths.paths).toEqual([{ totals: { skillsToRaise: 1 }, steps: [{ skillsToRaise: [raise] }] }]);
      expect(data.compareRoles.levelDifferences).toEqual([
        {
          skill: { id: "skill:craft" },
          requirements: [
            { role: { id: `role:${from}` }, requiredLevel: i + 1 },
            { role: { id: `role:${to}` }, requiredLevel: i + 2 },
          ],
        },
      ]);
      expect(data.roadmap.stages[0].skills).toContainEqual({
        skill: { id: "skill:craft" },
        toRaise: { heldLevel: i + 1, requirement: { requiredLevel: i + 2 } },
      });
    }
  });

  test("are raised at each step, and the skill counts once", async () => {
    const ask = await ladder();
    const { data } = await ask(`{
      paths(from: "l1", to: "l7", objective: LEAST_LEARNING) {
        lowerBound
        paths {
          totals { skillsToLearn skillsToRaise }
          steps { skillsToRaise { heldLevel requirement { requiredLevel } } }
        }
      }
    }`);
    expect(data.paths.lowerBound).toBe(2);
    const [{ totals, steps }] = data.paths.paths;
    expect(totals).toEqual({ skillsToLearn: 1, skillsToRaise: 1 });
    expect(steps.flatMap(({ skillsToRaise }: { skillsToRaise: unknown[] }) => skillsToRaise)).toEqual(
      [1, 2, 3, 4, 5, 6].map((level) => ({ heldLevel: level, requirement: { requiredLevel: level + 1 } })),
    );
  });

  test("from the profile override others; otherwise, the level from `from` overrides a skill without a level", async () => {
    const ask = await ladder();
    const gap = async (rest: string) => {
      const { data } = await ask(`{ skillGap(to: "l3", ${rest}) { coverage toRaise { heldLevel } missing { id } } }`);
      return data.skillGap;
    };
    const none = { coverage: 1, toRaise: [], missing: [] };
    expect(await gap(`profile: { skills: ["Craft"] }`)).toEqual(none);
    expect(await gap(`profile: { levels: [{ skill: "Craft", level: 2.6 }] }`)).toEqual(none);
    const low = (heldLevel: number) => ({ coverage: 0, toRaise: [{ heldLevel }], missing: [] });
    expect(await gap(`profile: { levels: [{ skill: "Craft", level: 2.5 }] }`)).toEqual(low(2.5));
    expect(await gap(`from: "l1", profile: { skills: ["Craft"] }`)).toEqual(low(1));
    expect(await gap(`from: "l7", profile: { levels: [{ skill: "Craft", level: 0 }] }`)).toEqual(low(0));
    expect(await gap(`from: "l1", profile: { levels: [{ skill: "Craft", level: 3 }] }`)).toEqual(none);
  });

  test("on the scale of another dataset count as held without a level, and are refused if there is no scale", async () => {
    const dataset = await datasetOf(
      { roles: [role("a", [at("craft", 1)]), role("c", [at("craft", 3)])], skills: SKILLS },
      HEAD,
      [
        {
          drafts: {
            roles: [role("b", [at("craft", 90), need("skill:other")])],
            skills: [{ id: "skill:other", name: "Other" }],
          },
          head: { id: "other", levelScale: { name: "Percent", lowest: 0, highest: 100 } },
        },
        { drafts: { skills: [{ id: "skill:plain", name: "Plain" }] }, head: { id: "plain" } },
      ],
    );
    const ask = await asking(new EmbeddedStore(dataset, new Date(0)));
    const { data } = await ask(`{
      there: skillGap(from: "a", to: "b") { matched { skill { id } } toRaise { heldLevel } missing { skill { id } } }
      inside: skillGap(from: "a", to: "c") { toRaise { heldLevel } }
      compareRoles(roles: ["a", "b"]) { levelDifferences { skill { id } } }
      dataset { parts { levelScale { name lowest highest } } }
    }`);
    expect(data.there).toEqual({
      matched: [{ skill: { id: "skill:craft" } }],
      toRaise: [],
      missing: [{ skill: { id: "skill:other" } }],
    });
    expect(data.inside.toRaise).toEqual([{ heldLevel: 1 }]);
    expect(data.compareRoles.levelDifferences).toEqual([]);
    expect(data.dataset.parts).toEqual([
      { levelScale: { name: "Levels", lowest: 0, highest: 7 } },
      { levelScale: { name: "Percent", lowest: 0, highest: 100 } },
      { levelScale: null },
    ]);

    const levels = `[{ skill: "Craft", level: 8 }, { skill: "Plain", level: 1 }, { skill: "Talk", level: 1 }, { skill: "Talk", level: 2 }]`;
    const { errors } = await ask(`{ skillGap(to: "c", profile: { levels: ${levels} }) { coverage } }`);
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
      ["BAD_USER_INPUT", "profile.levels[0].level"],
      ["BAD_USER_INPUT", "profile.levels[1].level"],
      ["BAD_USER_INPUT", "profile.levels[3].skill"],
    ]);
  });

  test("of unknown skills are ignored with `ignoreUnknown`, and the others are kept", async () => {
    const ask = await ladder();
    const levels = `[{ skill: "Nonsense", level: 7 }, { skill: "Craft", level: 2 }]`;
    const { data } = await ask(`{
      skillGap(to: "l3", profile: { ignoreUnknown: true, levels: ${levels} }) {
        toRaise { heldLevel } ignored { reference argument }
      }
    }`);
    expect(data.skillGap).toEqual({
      toRaise: [{ heldLevel: 2 }],
      ignored: [{ reference: "Nonsense", argument: "profile.levels[0]" }],
    });
  });
});

test("A level without a scale, outside the scale, or of a choice is reported with its line", async () => {
  const roles = [role("a", [at("craft", 9), need("skill:choice", "ESSENTIAL", { level: 1 })])];
  const skills = [...SKILLS, { id: "skill:choice", name: "Craft/Talk", offersChoice: true }];
  const parts = skills.map((skill) => (skill.id === "skill:craft" ? { ...skill, partOf: ["skill:choice"] } : skill));
  await expect(datasetOf({ roles, skills: parts }, HEAD)).rejects.toThrow(
    /Level 9 is outside the scale "Levels"[^]*offers a choice, so a need for it cannot have a level/,
  );
  await expect(datasetOf({ roles, skills: parts })).rejects.toThrow(/its dataset declares no scale/);
});
