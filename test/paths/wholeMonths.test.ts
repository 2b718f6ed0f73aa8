import { describe, expect, test } from "@jest/globals";
import { wholeMonths } from "../../src/model/wholeMonths.js";
import { findPaths } from "../../src/paths/findPaths.js";
import { findReachableRoles } from "../../src/paths/findReachableRoles.js";
import { UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { expectSaying } from "../expectSaying.js";
import { networkOf } from "./networkOf.js";

const QUERY = { fromId: "role:a", toId: "role:z", limit: 2, constraints: UNCONSTRAINED, heldSkillIds: [] };

describe("time in whole months", () => {
  test("is rounded half up", () => {
    expect([0, 0.04, 1 / 24, 0.125, 1.04, 1.3, 2.05, 7 / 24].map(wholeMonths)).toEqual([0, 0, 1, 2, 12, 16, 25, 4]);
  });

  test("is admitted by a limit of the same length, and refused if it is a month longer", async () => {
    for (let tenths = 0; tenths <= 100; tenths++) {
      const years = tenths / 10;
      const graph = { a: { steps: [{ to: "z", years }] }, z: {} };
      const network = await networkOf(graph);
      const paths = (maxYears: number) =>
        findPaths(network, { ...QUERY, objective: "FEWEST_STEPS", constraints: { ...UNCONSTRAINED, maxYears } });
      expectSaying((await paths(years)).outcome, `${years} years`).toBe("FOUND");
      if (tenths > 0) expectSaying((await paths(years - 1 / 12)).outcome, `${years} years`).toBe("NO_PATH");
      const reached = await findReachableRoles(network, {
        ...{ fromId: "role:a", maxSteps: null, maxYears: years, heldSkillIds: [] },
      });
      expectSaying(reached.roles, `${years} years`).toHaveLength(1);
    }
  });

  test("is rounded by step before it is added: 24 months come before 25, and are shown so", async () => {
    const network = await networkOf({
      a: {
        steps: [
          { to: "z", years: 2.05 },
          { to: "b", years: 1.04 },
        ],
      },
      b: { steps: [{ to: "z", years: 1.04 }] },
      z: {},
    });
    const { paths } = await findPaths(network, { ...QUERY, objective: "LEAST_TIME" });
    expect(paths.map(({ roleIds }) => roleIds)).toEqual([
      ["role:a", "role:b", "role:z"],
      ["role:a", "role:z"],
    ]);
    expect(paths.map(({ totals, steps }) => [totals.years, steps.map(({ years }) => years)])).toEqual([
      [2, [1, 1]],
      [25 / 12, [25 / 12]],
    ]);
  });

  test("is the difference between bounds of experience that are rounded first", async () => {
    // 0.96 years are 12 months, and 2.04 years are 24 months. The difference of 1.08 years would be 13 months.
    const network = await networkOf({
      a: { experienceFrom: 0.96, steps: [{ to: "z" }] },
      z: { experienceFrom: 2.04 },
    });
    const { paths } = await findPaths(network, { ...QUERY, objective: "FEWEST_STEPS" });
    expect(paths[0]!.totals.years).toBe(1);
  });
});
