import { expect, test } from "@jest/globals";
import { problemsOf, problemsOfFolders } from "../problemsOf.js";

const role = (id: string, title: string) => ({ id, title, place: "UNPLACED" });

test("an id of two records is reported at the second one, with the place of the first", async () => {
  expect(await problemsOf({ roles: [role("role:a", "A"), role("role:b", "B"), role("role:a", "C")] })).toEqual([
    {
      file: "roles.yaml",
      at: "id: role:a",
      id: "role:a",
      message: "The id is already used at roles.yaml:1",
      fix: "Give one of the two another id, or merge them",
    },
  ]);
});

test("an id with different records in two folders is reported with the keys that differ", async () => {
  const problems = await problemsOfFolders([
    { roles: [role("role:a", "A")] },
    { roles: [{ ...role("role:a", "B"), summary: "B." }] },
  ]);
  expect(problems).toMatchObject([
    {
      at: "id: role:a",
      message: "The record differs from the record with the same id at roles.yaml:1 in `title`, `summary`",
      fix: "Make the two equal, so that they are merged, or remove one of them",
    },
  ]);
});

test("equal records in two folders are one record", async () => {
  const move = { from: "role:a", to: "role:b", kind: "LATERAL", basis: "STATED" };
  const roles = [role("role:a", "A"), role("role:b", "B")];
  expect(
    await problemsOfFolders([
      { roles, transitions: [move] },
      { roles, transitions: [move] },
    ]),
  ).toEqual([]);
});

test("records merge with the first one of the same id, but not within a folder", async () => {
  const [one, other] = [[role("role:a", "A")], [role("role:a", "B")]];
  expect(await problemsOfFolders([{ roles: [...one, ...one] }, { roles: one }])).toMatchObject([
    { message: "The id is already used at roles.yaml:1" },
  ]);
  expect(await problemsOfFolders([{ roles: one }, { roles: other }, { roles: one }])).toMatchObject([
    { at: "id: role:a", message: "The record differs from the record with the same id at roles.yaml:1 in `title`" },
  ]);
});

test("a second transition between the same roles is reported; one in the other direction is not", async () => {
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
      message: "There is already a transition between the same roles at transitions.yaml:1",
      fix: "Merge the two, with one citation per source",
    },
  ]);
});
