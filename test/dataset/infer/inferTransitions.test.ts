import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../../src/dataset/Dataset.js";
import { inferTransitions } from "../../../src/dataset/infer/inferTransitions.js";
import { closenessOfSimilarity } from "../../../src/dataset/infer/closenessOfSimilarity.js";
import { measureSimilarity } from "../../../src/dataset/infer/measureSimilarity.js";
import { SkillSimilarity } from "../../../src/dataset/infer/SkillSimilarity.js";
import { writeInferred } from "../../../src/dataset/infer/writeInferred.js";
import { readDataset } from "../../../src/dataset/readDataset.js";
import { datasetOf, need, type Draft } from "../datasetOf.js";

/** Roles by their needs; capital letters are ESSENTIAL. */
function rolesNeeding(
  needs: Readonly<Record<string, string>>,
  rest: Record<string, readonly Draft[]> = {},
): Promise<Dataset> {
  const letters = [...new Set(Object.values(needs).join("").toLowerCase())].sort();
  return datasetOf({
    skills: letters.map((letter) => ({ id: `skill:${letter}`, name: `Skill ${letter}` })),
    roles: Object.entries(needs).map(([slug, skills]) => ({
      ...{ id: `role:${slug}`, title: slug, place: "UNPLACED" },
      skills: [...skills].map((letter) =>
        need(`skill:${letter.toLowerCase()}`, letter === letter.toLowerCase() ? "USEFUL" : "ESSENTIAL"),
      ),
    })),
    ...rest,
  });
}

describe("similarity by skills", () => {
  test("is the Dice coefficient over skills weighted by rarity; an ESSENTIAL skill counts twice", async () => {
    const similarity = new SkillSimilarity(await rolesNeeding({ one: "aB", two: "ab", three: "ac", four: "d" }));
    // Of four roles, three need a, two need b, and one each needs c, d, and b as ESSENTIAL.
    const [a, b, once] = [Math.log(4 / 3), Math.log(4 / 2), Math.log(4)];
    const near = (value: number): unknown => expect.closeTo(value, 12);
    expect(similarity.rolesLike("role:one", 0)).toEqual([
      { roleId: "role:two", similarity: near((2 * (a + b)) / (2 * (a + b) + once)) },
      { roleId: "role:three", similarity: near((2 * a) / (2 * a + b + 2 * once)) },
    ]);
  });

  test("is zero for a skill that all roles need, and for a role without needs", async () => {
    const similarity = new SkillSimilarity(await rolesNeeding({ one: "a", two: "a", none: "" }));
    expect(similarity.rolesLike("role:one", 0)).toEqual([]);
    expect(similarity.rolesLike("role:none", 0)).toEqual([]);
  });
});

describe("inferred transitions", () => {
  test("lead to roles with nearly the same skills, say what they are inferred from, and cite the sources of the needs", async () => {
    const dataset = await rolesNeeding({ analyst: "abc", scientist: "abcd", baker: "xyz" });
    expect(inferTransitions(dataset)).toEqual([
      {
        ...{ from: "role:analyst", to: "role:scientist", kind: "RELATED", basis: "INFERRED" },
        closeness: "RELATED",
        note: 'Inferred from needed skills: "analyst" needs 3 of the 4 that "scientist" needs (similarity 0.69).',
        cites: [{ source: "source:guide" }],
      },
      expect.objectContaining({ from: "role:scientist", to: "role:analyst" }),
    ]);
  });

  test("are not added from roles that have stated transitions, or beside another transition", async () => {
    const move = (from: string, to: string, basis: string) => ({ from, to, kind: "LATERAL", basis, note: "Seen." });
    const dataset = await rolesNeeding(
      { one: "ab", two: "ab", three: "ab", four: "c" },
      { transitions: [move("role:one", "role:four", "STATED"), move("role:two", "role:one", "INFERRED")] },
    );
    expect(inferTransitions(dataset).map(({ from, to }) => `${from} ${to}`)).toEqual([
      "role:three role:one",
      "role:three role:two",
      "role:two role:three",
    ]);
  });

  test("are at most twenty per role, with ties broken by id, and do not join roles of low similarity", async () => {
    const alike = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`r${index + 10}`, "ab"]));
    const dataset = await rolesNeeding({ ...alike, far: "acdefghijklm" });
    const inferred = inferTransitions(dataset).filter(({ from }) => from === "role:r10");
    expect(inferred.map(({ to }) => to)).toEqual(Array.from({ length: 20 }, (_, index) => `role:r${index + 11}`));
    expect(inferTransitions(dataset).filter(({ from, to }) => from === "role:far" || to === "role:far")).toEqual([]);
  });
});

test("precision at 10 counts among the ten most similar roles, recall at 10 among the related ones", async () => {
  const move = (from: string, to: string, kind = "RELATED") => ({
    ...{ from: `role:${from}`, to: `role:${to}`, kind, basis: "INFERRED", note: "Related." },
  });
  const needs = { one: "ab", two: "ab", three: "abc", four: "d" };
  const transitions = [move("one", "two"), move("one", "four"), move("two", "four", "LATERAL")];
  const dataset = await rolesNeeding(needs, { transitions });
  // One of the two similar roles is related; one of the two related roles is similar.
  expect(measureSimilarity(dataset, 20)).toEqual({
    ...{ precisionAt10: 0.1, recallAt10: 0.5, byChance: 2 / 3, roles: 1 },
    bands: { CLOSE: { pairs: 1, precision: 1 } },
  });
  expect(measureSimilarity(dataset, 20, (roleId) => roleId !== "role:one")).toBeNull();
  expect(measureSimilarity(await rolesNeeding(needs), 20)).toBeNull();
});

test.each([
  [1, "CLOSE"],
  [0.8, "CLOSE"],
  [0.79, "RELATED"],
  [0.65, "RELATED"],
  [0.64, "DISTANT"],
  [0.5, "DISTANT"],
  [0.49, null],
])("a similarity of %d is %s", (similarity, closeness) => expect(closenessOfSimilarity(similarity)).toBe(closeness));

test("a folder with inferred transitions is a copy with the new transitions added after the old ones", async () => {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    const cites = "cites: [{ source: source:guide }]";
    const files = {
      "dataset.yaml": "# Kept.\nname: Test\nversion: '1'\nsharedAliases: true\n",
      "sources.yaml": "[{ id: source:guide, title: Guide }]\n",
      "skills.yaml": `[{ id: skill:a, name: A, ${cites} }]\n`,
      "roles.yaml": ["a", "b", "c"]
        .map((slug) => `- { id: role:${slug}, title: ${slug}, place: UNPLACED, ${cites} }\n`)
        .join(""),
      "transitions.yaml": `[{ from: role:a, to: role:b, kind: LATERAL, basis: STATED, ${cites} }]\n`,
      // The file ends without a line break.
      "transitions.jsonl": `{"from":"role:b","to":"role:a","kind":"LATERAL","basis":"STATED","cites":[{"source":"source:guide"}]}`,
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const added = {
      ...{ from: "role:a", to: "role:c", kind: "RELATED" as const, basis: "INFERRED" as const, note: "Alike." },
      cites: [{ source: "source:guide" }],
    };
    await writeInferred(folder, join(folder, "out"), [added], "Report.\n");
    const { dataset, problems } = await readDataset([join(folder, "out")]);
    expect(problems).toEqual([]);
    expect(dataset?.name).toBe("Test, with inferred transitions");
    expect(dataset?.transitions.map(({ id }) => id).sort()).toEqual(
      ["a--b", "a--c", "b--a"].map((id) => `transition:${id}`),
    );
    expect(await readFile(join(folder, "out", "dataset.yaml"), "utf8")).toMatch(
      /^# Kept\.\n[^]*sharedAliases: true\n$/,
    );
    expect(await readFile(join(folder, "out", "roles.yaml"), "utf8")).toBe(files["roles.yaml"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
