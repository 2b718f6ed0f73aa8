import { expect, test } from "vitest";
import { problemsOf, problemsOfFolders } from "../problemsOf.js";

const role = (id: string, title: string) => ({ id, title, place: "UNPLACED" });

test("an id that two records have is reported at the second, with the place of the first", async () => {
  expect(await problemsOf({ roles: [role("role:a", "A"), role("role:b", "B"), role("role:a", "C")] })).toEqual([
    {
      file: "roles.yaml",
      at: "id: role:a",
      id: "role:a",
      message: "The id stands already at roles.yaml:1",
      fix: "Give one of the two another id, or merge them",
    },
  ]);
});

test("an id that two folders have is reported", async () => {
  const problems = await problemsOfFolders([{ roles: [role("role:a", "A")] }, { roles: [role("role:a", "B")] }]);
  expect(problems.map(({ message }) => message)).toEqual(["The id stands already at roles.yaml:1"]);
});

test("a second transition between the same roles is reported, one back is not", async () => {
  const move = (from: string, to: string) => ({ from, to, kind: "LATERAL", basis: "STATED" });
  const problems = await problemsOf({
    roles: [role("role:a", "A"), role("role:b", "B")],
    transitions: [move("role:a", "role:b"), move("role:b", "role:a"), move("role:a", "role:b")],
  });
  expect(problems).toEqual([
    {
      file: "transitions.yaml",
      at: "from: role:a",
      id: "transition:a--b",
      message: "A transition between the same roles stands already at transitions.yaml:1",
      fix: "Merge the two: several sources are several citations",
    },
  ]);
});
