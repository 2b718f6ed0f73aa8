import { expect, test } from "@jest/globals";
import { problemsOfFolders } from "../problemsOf.js";

const role = (slug: string) => ({ id: `role:${slug}`, title: slug, place: "UNPLACED" });
const match = (from: string, to: string, kind = "EXACT") => ({ from, to, kind, basis: "STATED" });

async function problemsOfMatches(matches: readonly Record<string, string>[]): Promise<(string | null)[][]> {
  const problems = await problemsOfFolders([
    { roles: [role("a1"), role("a2")], skills: [{ id: "skill:s", name: "S" }] },
    { roles: [role("b1"), role("b2")] },
    { roles: [role("c1")] },
    { matches },
  ]);
  return problems.map(({ id, message }) => [id, message]);
}

test("a match joins two records of different datasets and of one kind, and is given once", async () => {
  expect(
    await problemsOfMatches([
      match("role:a1", "role:b1", "CLOSE"),
      match("role:b1", "role:a1", "CLOSE"),
      match("role:a1", "role:a2", "CLOSE"),
      match("role:c1", "role:c1", "CLOSE"),
      match("role:c1", "skill:s", "CLOSE"),
      match("role:b2", "source:guide", "CLOSE"),
    ]),
  ).toEqual([
    ["match:role.b1--role.a1", "The same two records are already matched at matches.yaml:1"],
    ["match:role.a1--role.a2", "Both ends of the match belong to one dataset"],
    ["match:role.c1--role.c1", "The match connects a record with itself"],
    ["match:role.c1--skill.s", "The match connects a role with a skill"],
    [null, '`to`: "source:guide" is neither the id of a role nor of a skill'],
  ]);
});

test("nothing is said of the datasets of a match whose ends could not be read", async () => {
  const broken = (slug: string) => ({ ...role(slug), title: 7 });
  const problems = await problemsOfFolders([
    { roles: [broken("a1"), role("a2")] },
    { roles: [broken("b1"), role("b2")] },
    { matches: [match("role:a1", "role:b1"), match("role:a1", "role:b2"), match("role:b1", "role:a2")] },
  ]);
  expect(problems.map(({ id, message }) => [id, message]).sort()).toEqual([
    ["role:a1", "`title` is 7, not text"],
    ["role:b1", "`title` is 7, not text"],
  ]);
});

test("an INFERRED match needs a note", async () => {
  const [problem] = await problemsOfMatches([{ ...match("role:a1", "role:b1"), basis: "INFERRED" }]);
  expect(problem).toEqual(["match:role.a1--role.b1", "The match is INFERRED without a note"]);
});

test("EXACT matches that join two records of one dataset are reported with their chain", async () => {
  expect(
    await problemsOfMatches([
      match("role:a1", "role:b1"),
      match("role:c1", "role:b1"),
      match("role:c1", "role:a2"),
      match("role:a2", "role:b2", "CLOSE"),
    ]),
  ).toEqual([
    [
      "match:role.c1--role.a2",
      "EXACT matches make role:a1 and role:a2 of one dataset the same: role:a1 = role:b1 = role:c1 = role:a2",
    ],
  ]);
  expect(await problemsOfMatches([match("role:a1", "role:b1"), match("role:c1", "role:b1")])).toEqual([]);
});
