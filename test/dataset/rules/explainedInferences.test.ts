import { expect, test } from "@jest/globals";
import { problemsOf } from "../problemsOf.js";

test("an inferred transition without a note is reported; one with a note and a stated one are not", async () => {
  const role = (id: string) => ({ id, title: id, place: "UNPLACED" });
  const problems = await problemsOf({
    roles: [role("role:a"), role("role:b"), role("role:c")],
    transitions: [
      { from: "role:a", to: "role:b", kind: "LATERAL", basis: "INFERRED" },
      { from: "role:b", to: "role:c", kind: "LATERAL", basis: "INFERRED", note: "From the order of the rungs." },
      { from: "role:a", to: "role:c", kind: "LATERAL", basis: "STATED" },
    ],
  });
  expect(problems).toEqual([
    {
      file: "transitions.yaml",
      at: "basis: INFERRED",
      id: "transition:a--b",
      message: "The transition is INFERRED without a note",
      fix: "Add a `note` that says what it is inferred from",
    },
  ]);
});
