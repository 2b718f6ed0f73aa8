import { beforeAll, describe, expect, test } from "@jest/globals";
import { expectSaying } from "../expectSaying.js";
import { type Ask, askingSeed, operation } from "./seedService.js";

describe("shortestPath", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });
  const shortest = async (from: string, to: string) =>
    (await ask(operation("shortest-path"), { from, to })).data?.shortestPath;

  test("leads from Data Scientist to Staff MLE through the mid and the senior level", async () => {
    const path = await shortest("Data Scientist", "Staff MLE");
    expect(path.roles.map((role: { id: string }) => role.id)).toEqual([
      "role:data-scientist",
      "role:ml-engineer",
      "role:senior-ml-engineer",
      "role:staff-ml-engineer",
    ]);
    expect(path.totals).toMatchObject({ steps: 3, statedSteps: 2, inferredSteps: 1 });
  });

  test("says which steps a source states, with the source, and what the third step is inferred from", async () => {
    const { steps } = await shortest("Data Scientist", "Staff MLE");
    const [first, second, third] = steps.map((step: { transition: object }) => step.transition);
    expect(first).toMatchObject({ basis: "STATED", note: expect.stringContaining("names no level") });
    expect(second).toMatchObject({ basis: "STATED" });
    expect(third).toMatchObject({
      basis: "INFERRED",
      note: expect.stringContaining("Inferred from the order of the guide"),
    });
    for (const transition of [first, second, third]) expect(transition.sources.length).toBeGreaterThan(0);
  });

  test("shows assumed years as assumed, and explains each assumption", async () => {
    const { steps, totals, assumptions } = await shortest("Data Scientist", "Staff MLE");
    const assumed = steps.filter((step: { years: number | null }) => step.years === null);
    expect(assumed.length).toBeGreaterThan(0);
    for (const step of assumed) expect(step.yearsAssumed).toBeGreaterThan(0);
    for (const step of steps) expect(step.years === null).toBe(step.yearsAssumed !== null);
    const counted = steps.reduce(
      (sum: number, step: { years: number | null; yearsAssumed: number }) => sum + (step.years ?? step.yearsAssumed),
      0,
    );
    expect(totals.years).toBeCloseTo(counted);
    expect(assumptions.length).toBeGreaterThan(0);
    expect(assumptions.join(" ")).toContain("Staff ML Engineer");
  });

  test("accepts any name of a role", async () => {
    for (const name of [
      "staff mle",
      "Staff ML Engineer",
      "STAFF MACHINE LEARNING ENGINEER",
      "role:staff-ml-engineer",
      "Staff  M.L. Engineer",
    ]) {
      const { data, errors } = await ask("query ($ref: String!) { role(ref: $ref) { id } }", { ref: name });
      expectSaying(errors, name).toBeUndefined();
      expect(data.role.id).toBe("role:staff-ml-engineer");
    }
  });

  test("from a role to itself has no steps", async () => {
    expect(await shortest("Data Scientist", "data scientist")).toMatchObject({
      roles: [{ id: "role:data-scientist" }],
      steps: [],
      assumptions: [],
      totals: {
        steps: 0,
        years: 0,
        yearsAssumed: 0,
        skillsToLearn: 0,
        trackChanges: 0,
        statedSteps: 0,
        inferredSteps: 0,
      },
    });
  });

  test("is null if there is no path", async () => {
    const answer = await ask(operation("shortest-path"), { from: "VP of AI", to: "Data Scientist" });
    expect(answer).toEqual({ data: { shortestPath: null } });
  });

  test("is the first of paths(limit: 1)", async () => {
    const fields =
      "roles { id } summary assumptions totals { steps years } steps { position transition { id } skillsToLearn { id } }";
    const { data } = await ask(
      `{ shortestPath(from: "Junior MLE", to: "VP of AI") { ${fields} } paths(from: "Junior MLE", to: "VP of AI", limit: 1) { paths { ${fields} } } }`,
    );
    expect(data.paths.paths).toEqual([data.shortestPath]);
  });
});
