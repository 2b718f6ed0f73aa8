import { beforeAll, describe, expect, test } from "@jest/globals";
import type { PayClaim } from "../../src/model/PayClaim.js";
import { payBandOf } from "../../src/pay/payBandOf.js";
import { expectSaying } from "../expectSaying.js";
import { type Ask, askingSeed } from "./seedService.js";

function claim(values: Partial<PayClaim>): PayClaim {
  return {
    id: "pay:test",
    label: "",
    originId: "dataset:test",
    citations: [],
    min: 100,
    max: 200,
    openEnded: false,
    currency: "USD",
    period: "YEAR",
    component: "UNSPECIFIED",
    statistic: "RANGE",
    place: null,
    lowerPercentile: null,
    upperPercentile: null,
    asOf: null,
    otherPopulation: null,
    note: null,
    ...values,
  };
}

describe("A pay band", () => {
  test("is the envelope of the claims of one group, and disputed where they differ", () => {
    expect(payBandOf([claim({ min: 100, max: 200 }), claim({ min: 150, max: 300, openEnded: true })])).toMatchObject({
      min: 100,
      max: 300,
      openEnded: true,
      disputed: true,
    });
    expect(payBandOf([claim({}), claim({})])).toMatchObject({ min: 100, max: 200, disputed: false });
  });

  test("tells the spans that its claims cover from what lies between them", () => {
    const ends = [
      [300, 400],
      [100, 200],
      [150, 250],
      [250, 260],
      [320, 330],
    ] as const;
    expect(payBandOf(ends.map(([min, max]) => claim({ min, max })))).toMatchObject({
      min: 100,
      max: 400,
      spans: [
        { min: 100, max: 260 },
        { min: 300, max: 400 },
      ],
    });
  });

  test.each([
    [
      "of another component, among themselves",
      [
        { component: "BASE", min: 1, max: 2 },
        { component: "BASE", min: 1, max: 3 },
      ],
      true,
    ],
    [
      "of two components",
      [
        { component: "BASE", min: 1, max: 2 },
        { component: "TOTAL", min: 1, max: 3 },
      ],
      false,
    ],
    [
      "of two statistics",
      [
        { statistic: "MEDIAN", min: 1, max: 1 },
        { statistic: "AVERAGE", min: 2, max: 2 },
      ],
      false,
    ],
    [
      "of two dates",
      [
        { asOf: "2024", component: "BASE" },
        { asOf: "2025", component: "BASE", max: 300 },
      ],
      false,
    ],
    ["of which one has a date", [{ component: "BASE" }, { asOf: "2025", component: "BASE", max: 300 }], true],
    ["of different shares", [{ statistic: "SHARE_OF_ROLES", max: 150 }, { statistic: "SHARE_OF_ROLES" }], false],
    [
      "about others",
      [
        { component: "BASE", max: 150 },
        { component: "BASE", otherPopulation: "firms" },
      ],
      false,
    ],
  ] as const)("is disputed or not by claims outside of it: %s", (_, others, disputed) => {
    expect(payBandOf([claim({}), ...others.map((values) => claim(values))])).toMatchObject({ max: 200, disputed });
  });

  test("takes ranges before medians before averages, then unspecified before base before total pay", () => {
    const all = [
      claim({ statistic: "AVERAGE", min: 1, max: 1 }),
      claim({ statistic: "MEDIAN", component: "TOTAL", min: 2, max: 2 }),
      claim({ statistic: "MEDIAN", component: "BASE", min: 3, max: 3 }),
      claim({ statistic: "RANGE", component: "TOTAL", min: 4, max: 5 }),
      claim({ statistic: "RANGE", component: "BASE", min: 6, max: 7 }),
      claim({ statistic: "RANGE", component: "UNSPECIFIED", min: 8, max: 9 }),
    ];
    const minima: number[] = [];
    for (let held = all; held.length > 0;) {
      const band = payBandOf(held);
      minima.push(band?.min ?? 0);
      held = held.filter((other) => !band?.claims.includes(other));
    }
    expect(minima).toEqual([8, 6, 4, 3, 2, 1]);
  });

  test.each([
    ["an hourly rate", { period: "HOUR" }],
    ["a floor", { statistic: "FLOOR", max: null }],
    ["a share of roles", { statistic: "SHARE_OF_ROLES" }],
    ["a claim about another population", { otherPopulation: "under one year of experience" }],
  ] as const)("never takes %s", (_, values) => {
    expect(payBandOf([claim(values)])).toBeNull();
    expect(payBandOf([claim(values), claim({ min: 120, max: 130 })])).toMatchObject({
      min: 120,
      max: 130,
      disputed: false,
    });
  });

  test("never joins currencies", () => {
    expect(payBandOf([claim({ currency: "EUR", min: 90, max: 95 }), claim({})])).toMatchObject({
      currency: "EUR",
      min: 90,
      max: 95,
    });
  });
});

describe("Pay of the seed dataset", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test("holds both documents' bands and the averages of a junior side by side", async () => {
    const { data } = await ask(
      `{ role(ref: "Junior MLE") { pay { min max statistic sources { id } } payBand { min max disputed spans { min max } claims { id } } } }`,
    );
    const figures = data.role.pay.map(({ min, max }: { min: number; max: number }) => [min, max]);
    for (const figure of [
      [70_000, 100_000],
      [120_000, 160_000],
      [125_620, 125_620],
      [125_000, 208_000],
    ]) {
      expect(figures).toContainEqual(figure);
    }
    expect(data.role.payBand).toMatchObject({ min: 70_000, max: 160_000, disputed: true });
    expect(data.role.payBand.spans).toEqual([
      { min: 70_000, max: 100_000 },
      { min: 120_000, max: 160_000 },
    ]);
  });

  test("disputes the pay of principals, whose base ranges differ within one document, and not that of directors", async () => {
    const { data } = await ask(
      `{ principal: role(ref: "Principal MLE") { payBand { component disputed } } director: role(ref: "Director of ML") { payBand { disputed } } }`,
    );
    expect(data.principal.payBand).toEqual({ component: "UNSPECIFIED", disputed: true });
    expect(data.director.payBand).toEqual({ disputed: false });
  });

  test("says why a role with a yearly range has no band", async () => {
    const { data } = await ask(`{ roles(first: 100) { nodes { title pay { id } payBand { min } payBandMissing } } }`);
    const missing = new Map<string, string>();
    for (const { title, pay, payBand, payBandMissing } of data.roles.nodes) {
      expect(payBandMissing === null).toBe(payBand !== null || pay.length === 0);
      if (payBandMissing !== null) missing.set(title, payBandMissing);
    }
    expect([...missing.keys()]).toEqual(["AI Consultant", "ML Research Scientist"]);
    expect(missing.get("AI Consultant")).toContain("consultants employed by a firm");
    expect(missing.get("ML Research Scientist")).toContain("research scientists at DeepMind, OpenAI and Meta FAIR");
  });

  test("keeps the hourly rate of consultants out of their band", async () => {
    const { data } = await ask(`{ role(ref: "AI Consultant") { pay { min max period } payBand { min max } } }`);
    expect(data.role.pay).toContainEqual({ min: 200, max: 500, period: "HOUR" });
    expect(data.role.payBand === null || data.role.payBand.min >= 180_000).toBe(true);
  });

  test("gives every claim a source", async () => {
    const { data } = await ask(`{ roles(first: 100) { nodes { pay { id sources { id } citations { heading } } } } }`);
    for (const { pay } of data.roles.nodes)
      for (const claim of pay) expectSaying(claim.sources.length, claim.id).toBeGreaterThan(0);
  });
});
