import { beforeAll, describe, expect, test } from "@jest/globals";
import { expectSaying } from "../expectSaying.js";
import { type Ask, askingSeed } from "./seedService.js";

describe("Pay of the seed dataset", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test("lists the bands and the averages of both documents for a junior", async () => {
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

  test("is disputed for principals, whose base ranges differ within one document, and not for directors", async () => {
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

  test("has a source for every claim", async () => {
    const { data } = await ask(`{ roles(first: 100) { nodes { pay { id sources { id } citations { heading } } } } }`);
    const claims = (data.roles.nodes as { pay: { id: string; sources: unknown[] }[] }[]).flatMap(({ pay }) => pay);
    expect(claims.length).toBeGreaterThan(30);
    for (const claim of claims) expectSaying(claim.sources.length, claim.id).toBeGreaterThan(0);
  });
});
