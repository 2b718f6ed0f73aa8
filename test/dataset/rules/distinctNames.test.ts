import { expect, test } from "@jest/globals";
import { problemsOf, problemsOfFolders } from "../problemsOf.js";

const role = (id: string, title: string, ...aliases: string[]) => ({ id, title, aliases, place: "UNPLACED" });

test("two records of a kind with equal titles or aliases are reported, compared like references", async () => {
  const problems = await problemsOf({
    roles: [role("role:a", "ML Engineer"), role("role:b", "B", "machine-learning engineer"), role("role:c", "c", "b!")],
  });
  expect(problems).toEqual([
    {
      file: "roles.yaml",
      at: "machine-learning engineer",
      id: "role:b",
      message: '"machine-learning engineer" reads like "ML Engineer" of role:a, so it would name both',
      fix: "Reword or remove one of them",
    },
    {
      file: "roles.yaml",
      at: "b!",
      id: "role:c",
      message: '"b!" reads like "B" of role:b, so it would name both',
      fix: "Reword or remove one of them",
    },
  ]);
});

test("an alias that repeats the name of its own record, and names that differ in signs, are valid", async () => {
  const problems = await problemsOf({
    roles: [role("role:a", "ML Engineer", "MLE")],
    skills: [
      { id: "skill:c", name: "C" },
      { id: "skill:cpp", name: "C++" },
      { id: "skill:mle", name: "MLE" },
    ],
  });
  expect(problems).toEqual([]);
});

test("a name that cannot be typed is reported", async () => {
  const problems = await problemsOf({ tracks: [{ id: "track:a", name: "???" }] });
  expect(problems).toMatchObject([{ at: "name: ???", id: "track:a", message: '"???" has no letter and no digit' }]);
});

test("independent folders may use the same names", async () => {
  expect(
    await problemsOfFolders([{ roles: [role("role:a", "Analyst")] }, { roles: [role("role:b", "Analyst")] }]),
  ).toEqual([]);
});
