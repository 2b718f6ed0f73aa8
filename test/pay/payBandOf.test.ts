import { describe, expect, test } from "@jest/globals";
import type { EmploymentClaim } from "../../src/model/EmploymentClaim.js";
import type { PayClaim } from "../../src/model/PayClaim.js";
import { employmentOf } from "../../src/pay/employmentOf.js";
import { type BandAsked, payBandOf, payBandsOf } from "../../src/pay/payBandOf.js";
import { payChangeOf } from "../../src/pay/payChangeOf.js";
import { placeAsWritten } from "../../src/pay/placeRank.js";
import { whyNoPayBand } from "../../src/pay/whyNoPayBand.js";
import { Dice } from "../paths/randomGraph.js";

/** Places in the order in which one is chosen. */
const PLACES: readonly (readonly (string | null)[])[] = [
  [null],
  ["GB", "US"],
  ["DE-BY", "GB-LND", "US-CA"],
  ["Bay Area", "Leeds"],
];
const CURRENCIES = ["EUR", "GBP", "USD"];
const GROUPS = ["RANGE", "PERCENTILE_RANGE", "MEDIAN", "AVERAGE"].flatMap((statistic) =>
  ["UNSPECIFIED", "BASE", "TOTAL"].map((component) => `${statistic} ${component}`),
);

function claim(values: Partial<PayClaim>): PayClaim {
  return {
    ...{ id: "pay:test", label: "", originId: "dataset:test", citations: [], note: null },
    ...{ min: 100, max: 200, openEnded: false, currency: "USD", period: "YEAR", place: null },
    ...{ component: "UNSPECIFIED", statistic: "RANGE", lowerPercentile: null, upperPercentile: null },
    ...{ asOf: null, otherPopulation: null },
    ...values,
  };
}

/** Claims for few places and currencies, so that many have both in common. */
function drawnClaims(dice: Dice): PayClaim[] {
  const places = dice.some(PLACES.flat(), 1 + dice.below(3));
  const currencies = dice.some(CURRENCIES, 1 + dice.below(2));
  const count = dice.below(dice.chance(0.3) ? 2 : 16);
  return Array.from({ length: count }, () => drawnClaim(dice, places, currencies));
}

function drawnClaim(dice: Dice, places: readonly (string | null)[], currencies: readonly string[]): PayClaim {
  const statistic = dice.pick([
    ...(["RANGE", "PERCENTILE_RANGE", "PERCENTILE_RANGE", "MEDIAN", "AVERAGE", "SHARE_OF_ROLES", "FLOOR"] as const),
  ]);
  const min = 100 + dice.below(3);
  const [lower, upper] = dice.pick([
    [25, 75],
    [25, 75],
    [10, 90],
    [25, 90],
    [10, 75],
  ]);
  return claim({
    min: dice.chance(0.1) && statistic === "RANGE" ? null : min,
    max: statistic === "FLOOR" ? null : min + dice.below(3),
    openEnded: dice.chance(0.2),
    currency: dice.pick(currencies),
    period: dice.pick(["YEAR", "YEAR", "YEAR", "MONTH", "HOUR"]),
    place: dice.pick(places),
    component: dice.pick(["UNSPECIFIED", "UNSPECIFIED", "BASE", "TOTAL"]),
    statistic,
    ...(statistic === "PERCENTILE_RANGE" ? { lowerPercentile: lower!, upperPercentile: upper! } : {}),
    asOf: dice.pick([null, "2024", "2025"]),
    otherPopulation: dice.chance(0.1) ? "some" : null,
  });
}

/** The band as the design says: every rule is applied to every claim, and nothing is grouped or sorted beforehand. */
function bandByTheRules(claims: readonly PayClaim[], asked: BandAsked) {
  const enters = ({ period, otherPopulation, statistic, min, max, lowerPercentile, upperPercentile }: PayClaim) =>
    period === "YEAR" &&
    otherPopulation === null &&
    !["SHARE_OF_ROLES", "FLOOR"].includes(statistic) &&
    min !== null &&
    max !== null &&
    (statistic !== "PERCENTILE_RANGE" || (lowerPercentile === 25 && upperPercentile === 75));
  let best: { place: string | null; currency: string; members: PayClaim[]; rank: number } | null = null;
  for (const [rank, places] of PLACES.entries()) {
    for (const place of places) {
      for (const currency of CURRENCIES) {
        if (asked.place !== null && asked.place !== place) continue;
        if (asked.currency !== null && asked.currency !== currency) continue;
        const members = claims.filter((one) => one.place === place && one.currency === currency && enters(one));
        if (members.length === 0) continue;
        // Places and currencies are compared by code, so the first of equal ones is kept.
        if (best === null || (rank === best.rank && members.length > best.members.length))
          best = { place, currency, members, rank };
      }
    }
  }
  if (best === null) return null;
  const { place, currency, members } = best;
  const group = GROUPS.find((each) => members.some((one) => `${one.statistic} ${one.component}` === each))!;
  const inBand = members.filter((one) => `${one.statistic} ${one.component}` === group);
  const max = inBand.reduce((most, one) => Math.max(most, one.max!), 0);
  let disputed = false;
  for (const one of claims) {
    for (const other of claims) {
      const both = [one, other];
      if (both.some((each) => each.place !== place || each.currency !== currency || each.period !== "YEAR")) continue;
      if (both.some((each) => each.otherPopulation !== null || each.min === null || each.max === null)) continue;
      if (both.some((each) => each.statistic === "SHARE_OF_ROLES" || each.statistic === "FLOOR")) continue;
      if (one.component !== other.component || one.statistic !== other.statistic) continue;
      if (one.lowerPercentile !== other.lowerPercentile || one.upperPercentile !== other.upperPercentile) continue;
      if (one.asOf !== null && other.asOf !== null && one.asOf !== other.asOf) continue;
      if (one.min !== other.min || one.max !== other.max || one.openEnded !== other.openEnded) disputed = true;
    }
  }
  return {
    ...{ place, currency, disputed, max, claims: inBand },
    ...{ statistic: inBand[0]!.statistic, component: inBand[0]!.component },
    min: inBand.reduce((least, one) => Math.min(least, one.min!), Infinity),
    openEnded: inBand.some((one) => one.max === max && one.openEnded),
  };
}

describe("A pay band", () => {
  test("is what the rules say for random claims, for any requested place and currency", () => {
    const dice = new Dice(20_261_128);
    const seen = { none: 0, disputed: 0, undisputed: 0 };
    for (let round = 0; round < 3_000; round++) {
      const claims = drawnClaims(dice);
      const asked = {
        place: dice.chance(0.5) ? null : dice.pick(dice.pick(PLACES)),
        currency: dice.chance(0.5) ? null : dice.pick(CURRENCIES),
      };
      const expected = bandByTheRules(claims, asked);
      const found = payBandOf(claims, asked);
      if (expected === null) expect(found).toBeNull();
      else expect(found).toMatchObject(expected);
      expect(whyNoPayBand(claims, asked) === null).toBe(expected !== null || claims.length === 0);
      seen[expected === null ? "none" : expected.disputed ? "disputed" : "undisputed"]++;
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(40);
  });

  test("exists once for each place and currency, the first choice first", () => {
    const dice = new Dice(7);
    for (let round = 0; round < 300; round++) {
      const claims = drawnClaims(dice);
      const bands = payBandsOf(claims);
      expect(bands[0] ?? null).toEqual(payBandOf(claims));
      for (const band of bands) expect(payBandOf(claims, band)).toEqual(band);
      for (const place of PLACES.flat().filter((each) => each !== null))
        for (const currency of CURRENCIES)
          expect(bands.some((band) => band.place === place && band.currency === currency)).toBe(
            payBandOf(claims, { place, currency }) !== null,
          );
    }
  });

  test("spans the claims of one group, and is disputed if they differ", () => {
    expect(payBandOf([claim({ min: 100, max: 200 }), claim({ min: 150, max: 300, openEnded: true })])).toMatchObject({
      min: 100,
      max: 300,
      openEnded: true,
      disputed: true,
    });
    expect(payBandOf([claim({}), claim({})])).toMatchObject({ min: 100, max: 200, disputed: false });
    expect(payBandOf([claim({}), claim({ openEnded: true })])).toMatchObject({ openEnded: true, disputed: true });
  });

  test("lists the spans that its claims cover, without the gaps between them", () => {
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
      "two different claims of another component",
      [
        { component: "BASE", min: 1, max: 2 },
        { component: "BASE", min: 1, max: 3 },
      ],
      true,
    ],
    [
      "claims of two components",
      [
        { component: "BASE", min: 1, max: 2 },
        { component: "TOTAL", min: 1, max: 3 },
      ],
      false,
    ],
    [
      "claims of two statistics",
      [
        { statistic: "MEDIAN", min: 1, max: 1 },
        { statistic: "AVERAGE", min: 2, max: 2 },
      ],
      false,
    ],
    [
      "claims of two dates",
      [
        { asOf: "2024", component: "BASE" },
        { asOf: "2025", component: "BASE", max: 300 },
      ],
      false,
    ],
    ["two claims, one with a date", [{ component: "BASE" }, { asOf: "2025", component: "BASE", max: 300 }], true],
    [
      "claims about different shares of roles",
      [{ statistic: "SHARE_OF_ROLES", max: 150 }, { statistic: "SHARE_OF_ROLES" }],
      false,
    ],
    [
      "a claim about other people",
      [
        { component: "BASE", max: 150 },
        { component: "BASE", otherPopulation: "firms" },
      ],
      false,
    ],
  ] as const)("is disputed or not because of claims outside of it: %s", (_, others, disputed) => {
    expect(payBandOf([claim({}), ...others.map((values) => claim(values))])).toMatchObject({ max: 200, disputed });
  });

  test("prefers ranges to medians to averages, then unspecified pay to base to total pay", () => {
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
  ] as const)("never includes %s", (_, values) => {
    expect(payBandOf([claim(values)])).toBeNull();
    expect(payBandOf([claim(values), claim({ min: 120, max: 130 })])).toMatchObject({
      min: 120,
      max: 130,
      disputed: false,
    });
  });

  test("never combines currencies", () => {
    expect(payBandOf([claim({ currency: "EUR", min: 90, max: 95 }), claim({})])).toMatchObject({
      currency: "EUR",
      min: 90,
      max: 95,
    });
  });

  test("is not disputed by pay in other places", () => {
    const claims = [claim({ place: "US" }), claim({ place: "US-CA", min: 150 }), claim({ min: 50 })];
    for (const place of [null, "US", "US-CA"])
      expect(payBandOf(claims, { place, currency: null })).toMatchObject({ place, disputed: false });
  });

  test("includes only percentiles of the middle half, but is disputed by other percentiles too", () => {
    const percentiles = (lowerPercentile: number, upperPercentile: number, max: number) =>
      claim({ statistic: "PERCENTILE_RANGE", lowerPercentile, upperPercentile, max });
    expect(payBandOf([percentiles(10, 90, 300)])).toBeNull();
    const band = payBandOf([percentiles(10, 90, 300), percentiles(25, 75, 200)]);
    expect(band).toMatchObject({ statistic: "PERCENTILE_RANGE", max: 200, disputed: false });
    expect(payBandOf([percentiles(10, 90, 300), percentiles(10, 90, 310), percentiles(25, 75, 200)])?.disputed).toBe(
      true,
    );
  });

  test("is comparable between roles only if both are for one place, currency, component and statistic", () => {
    const here = [claim({ place: "US" })];
    expect(payChangeOf(here, here)?.comparable).toBe(true);
    for (const other of [
      ...([{ place: "GB" }, { place: "US", currency: "GBP" }] as const),
      ...([
        { place: "US", component: "BASE" },
        { place: "US", statistic: "MEDIAN" },
      ] as const),
    ]) {
      expect(payChangeOf(here, [claim(other)])?.comparable).toBe(false);
      expect(payChangeOf([claim(other)], here)?.comparable).toBe(false);
    }
    expect([payChangeOf(here, []), payChangeOf([], here), payChangeOf([], [])]).toEqual([null, null, null]);
  });

  test("says where there are bands if there is none for the place or the currency", () => {
    const claims = [claim({ place: "US" }), claim({ currency: "EUR" })];
    for (const [place, currency, wanted] of [
      ["GB", null, "any currency for GB"],
      [null, "CAD", "CAD"],
      ["GB", "CAD", "CAD for GB"],
    ] as const)
      expect(whyNoPayBand(claims, { place, currency })).toBe(
        `There is no pay band in ${wanted}. There are bands in EUR without a place; USD for US.`,
      );
    const places = Array.from({ length: 12 }, (_, index) => `Area ${index + 10}`);
    const missing = (count: number) =>
      whyNoPayBand(
        places.slice(0, count).map((place) => claim({ place })),
        { place: "GB", currency: null },
      );
    expect(missing(10)).toMatch(/ USD for Area 19\.$/);
    expect(missing(12)).toMatch(/ USD for Area 19; and 2 more\.$/);
  });

  test("says why there is none anywhere: the claims are about other people, or none gives yearly pay", () => {
    const ANY = { place: null, currency: null };
    const none = "No claim gives both ends of the yearly pay in this role.";
    expect(whyNoPayBand([claim({ period: "HOUR" }), claim({ max: null })], ANY)).toBe(none);
    expect(whyNoPayBand([claim({ period: "HOUR", otherPopulation: "interns" })], ANY)).toBe(none);
    const others = ["juniors", "partners", "juniors"].map((otherPopulation) => claim({ otherPopulation }));
    expect(whyNoPayBand([...others, claim({ period: "HOUR", otherPopulation: "interns" })], ANY)).toBe(
      "No claim that gives both ends of the yearly pay is about everyone in the role. Those in `pay` are about juniors; partners.",
    );
    expect(whyNoPayBand([...others, claim({ max: null })], ANY)).toMatch(/ are about juniors; partners\.$/);
    expect(whyNoPayBand([], ANY)).toBeNull();
  });
});

describe("A place", () => {
  test("is a code in capital letters, or the name of an area as written", () => {
    expect([" us ", "us-ca", " Bay Area ", "Gb-Lnd"].map(placeAsWritten)).toEqual([
      ...["US", "US-CA", "Bay Area", "GB-LND"],
    ]);
  });
});

describe("Employment", () => {
  const counted = (count: number, place: string | null, asOf: string | null): EmploymentClaim => ({
    ...{ id: "employment:test", label: "", originId: "dataset:test", citations: [], note: null },
    ...{ count, place, asOf },
  });

  test("is that of the widest place, then the newest, then the greatest count, and never a sum", () => {
    const claims = [
      counted(9, "Bay Area", "2026"),
      counted(8, "US-CA", "2026"),
      counted(5, "US", "2024"),
      counted(4, "US", "2025"),
      counted(6, "GB", "2025"),
    ];
    expect(employmentOf(claims)).toBe(6);
    expect(employmentOf(claims.slice(0, 4))).toBe(4);
    expect(employmentOf([...claims, counted(1, null, null)])).toBe(1);
    const dated = [counted(7, "US", null), counted(3, "US", "2020"), counted(2, "US", null)];
    expect([employmentOf(dated), employmentOf(dated.toReversed())]).toEqual([3, 3]);
    expect(employmentOf([])).toBeNull();
  });
});
