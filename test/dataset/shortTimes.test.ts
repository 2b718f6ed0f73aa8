import { expect, test } from "@jest/globals";
import { GUIDE } from "./datasetOf.js";
import { problemsOf } from "./problemsOf.js";

test("a time above zero but below half a month is reported in every field", async () => {
  const cites = [{ source: GUIDE }];
  const role = (slug: string, from: number) => ({
    ...{ id: `role:${slug}`, title: slug, place: "UNPLACED", experience: [{ from, cites }] },
  });
  const step = (from: string, to: string, statedYears: number) => ({
    ...{ from: `role:${from}`, to: `role:${to}`, kind: "LATERAL", basis: "STATED", statedYears },
  });
  const problems = await problemsOf({
    roles: [role("a", 0.03), role("b", 0.05), role("c", 0)],
    phases: [{ id: "phase:a", name: "A", years: { from: 0, to: 0.01 } }],
    transitions: [step("b", "c", 0.02), step("c", "b", 0.042)],
  });
  expect(problems.map(({ id, at }) => [id, at])).toEqual([
    ["phase:a", "to: 0.01"],
    ["role:a", "from: 0.03"],
    [null, "statedYears: 0.02"],
  ]);
  expect(problems.at(-1)).toMatchObject({
    message: "`statedYears`: 0.02 years are less than half a month, and time is kept in whole months",
    fix: "Write 0 if it takes no time, otherwise a month (0.083) or more",
  });
});
