import { expect, test } from "@jest/globals";
import { problemsOf } from "../problemsOf.js";

const messages = async (pay: object): Promise<string[]> => {
  const claim = { id: "pay:a", about: ["sector:a"], currency: "USD", period: "YEAR", component: "BASE", ...pay };
  const problems = await problemsOf({ sectors: [{ id: "sector:a", name: "A" }], pay: [claim] });
  return problems.map(({ at, message }) => `${at} | ${message}`);
};

test.each([
  { statistic: "RANGE", min: 1, max: 2 },
  { statistic: "RANGE", max: 2 },
  { statistic: "RANGE", min: 1, max: 2, openEnded: true },
  { statistic: "MEDIAN", min: 2, max: 2 },
  { statistic: "FLOOR", min: 1 },
])("%j is valid", async (pay) => {
  expect(await messages(pay)).toEqual([]);
});

test.each([
  [{ statistic: "RANGE", min: 3, max: 2 }, "min: 3 | `min` 3 is above `max` 2"],
  [{ statistic: "RANGE", min: 3 }, "statistic: RANGE | A RANGE has no `max`"],
  [{ statistic: "AVERAGE", max: 3 }, "statistic: AVERAGE | An AVERAGE has no `min`"],
  [{ statistic: "FLOOR", min: 1, max: 2 }, "max: 2 | A FLOOR has a `max`"],
  [{ statistic: "FLOOR" }, "statistic: FLOOR | A FLOOR has no `min`"],
  [{ statistic: "FLOOR", min: 1, openEnded: true }, "openEnded: true | A FLOOR is always open-ended"],
])("%j is reported", async (pay, message) => {
  expect(await messages(pay)).toEqual([message]);
});
