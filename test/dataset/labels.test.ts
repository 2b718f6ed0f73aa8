import { describe, expect, test } from "@jest/globals";
import { growthLabel, payLabel, shortened } from "../../src/dataset/labels.js";

describe("payLabel", () => {
  const pay = {
    id: "pay:a",
    about: [],
    openEnded: false,
    currency: "USD",
    period: "YEAR",
    component: "UNSPECIFIED",
    statistic: "RANGE",
    cites: [],
  } as const satisfies Partial<Parameters<typeof payLabel>[0]>;

  test.each([
    [{ min: 120000, max: 160000 }, "USD 120,000–160,000 a year (range)"],
    [{ min: 260000, max: 450000, openEnded: true }, "USD 260,000–450,000+ a year (range)"],
    [{ min: 163538, max: 313840, component: "BASE" as const }, "USD 163,538–313,840 a year (base, range)"],
    [{ min: 171200, max: 171200, statistic: "MEDIAN" as const }, "USD 171,200 a year (median)"],
    [{ min: 400000, statistic: "FLOOR" as const, component: "TOTAL" as const }, "over USD 400,000 a year (total)"],
    [{ min: 400000, statistic: "FLOOR" as const }, "over USD 400,000 a year"],
    [{ max: 90 }, "up to USD 90 a year (range)"],
    [{ min: 19.5, max: 1234567.25, period: "HOUR" as const }, "USD 19.5–1,234,567.25 an hour (range)"],
    [{ min: 1, max: 2, statistic: "SHARE_OF_ROLES" as const }, "USD 1–2 a year (share of roles)"],
  ])("writes %j as %j", (figures, label) => {
    expect(payLabel({ ...pay, ...figures })).toBe(label);
  });
});

describe("growthLabel", () => {
  const growth = { id: "growth:a", about: [], percent: 20, atLeast: false, population: "data scientists", cites: [] };

  test.each([
    [{ fromYear: 2024, toYear: 2034 }, "20% growth from 2024 to 2034, data scientists"],
    [{ atLeast: true }, "over 20% growth, data scientists"],
    [{ percent: -1.5, toYear: 2030 }, "-1.5% growth to 2030, data scientists"],
  ])("writes %j as %j", (figures, label) => {
    expect(growthLabel({ ...growth, ...figures })).toBe(label);
  });
});

describe("shortened", () => {
  test("leaves a short text as it is", () => {
    expect(shortened("x".repeat(80))).toBe("x".repeat(80));
  });

  test("cuts a long text at the end of a word, without the punctuation after it", () => {
    expect(shortened(`${"word ".repeat(14)}it ends, thereafter`)).toBe(`${"word ".repeat(14)}it ends…`);
    expect(shortened(`${"word ".repeat(15)}whole again`)).toBe(`${"word ".repeat(15)}whole…`);
  });

  test("cuts a long word, and never within a character", () => {
    expect(shortened("x".repeat(100))).toBe(`${"x".repeat(80)}…`);
    expect(shortened("😀".repeat(50))).toBe(`${"😀".repeat(40)}…`);
    expect(shortened(`x${"😀".repeat(50)}`)).toBe(`x${"😀".repeat(39)}…`);
  });
});
