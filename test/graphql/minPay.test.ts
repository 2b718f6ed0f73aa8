import { beforeAll, describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf, type Draft } from "../dataset/datasetOf.js";
import { expectSaying } from "../expectSaying.js";
import { payAsked } from "../../src/graphql/pay/payAsked.js";
import { type Ask, asking, askingSeed } from "./seedService.js";

function pay(role: string, min: number, currency: string, place: string | null = null, rest: Draft = {}): Draft {
  return {
    ...{
      id: `pay:${role}-${currency}-${place ?? "any"}`.toLowerCase(),
      about: [`role:${role}`],
      min,
      max: min + 10_000,
    },
    ...{ currency, period: "YEAR", component: "BASE", statistic: "RANGE", ...(place === null ? {} : { place }) },
    ...rest,
  };
}

/*
 *   intern ─► clerk ─► boss ─► chief          clerk ─► monk ─► chief
 *
 * The monk has no pay at all, the boss is paid only in euros, and the guard by the hour. More roles are paid in dollars than in euros.
 */
const DRAFTS = {
  roles: ["intern", "clerk", "boss", "chief", "monk", "guard", "page"].map((name) => ({
    ...{ id: `role:${name}`, title: name[0]!.toUpperCase() + name.slice(1), place: "UNPLACED" },
  })),
  pay: [
    pay("intern", 20_000, "USD"),
    pay("page", 25_000, "USD"),
    pay("clerk", 50_000, "USD"),
    pay("clerk", 70_000, "USD", "US-CA"),
    pay("clerk", 40_000, "EUR", "DE"),
    pay("boss", 90_000, "EUR"),
    pay("chief", 150_000, "USD", "US"),
    pay("chief", 190_000, "USD", "US-CA"),
    pay("chief", 120_000, "EUR"),
    pay("guard", 30, "USD", null, { period: "HOUR", max: 40 }),
  ],
  employment: [
    { id: "employment:clerk", about: ["role:clerk"], count: 900, place: "US-CA" },
    { id: "employment:clerk-us", about: ["role:clerk"], count: 5_000, place: "US" },
    { id: "employment:chief", about: ["role:chief"], count: 20, place: "US" },
    { id: "employment:monk", about: ["role:monk"], count: 20, place: "US" },
  ],
  transitions: [
    ["intern", "clerk"],
    ["clerk", "boss"],
    ["boss", "chief"],
    ["clerk", "monk"],
    ["monk", "chief"],
  ].map(([from, to]) => ({
    from: `role:${from}`,
    to: `role:${to}`,
    kind: "PROMOTION",
    basis: "STATED",
    statedYears: 1,
  })),
};

const ROLES =
  "query ($where: RoleFilter, $orderBy: RoleOrder, $direction: SortDirection) { roles(first: 100, where: $where, orderBy: $orderBy, direction: $direction) { nodes { id } } }";

describe("A minimum pay", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await asking(new EmbeddedStore(await datasetOf(DRAFTS), new Date(0)));
  });

  const listed = async (variables: object): Promise<string> => {
    const { data, errors } = await ask(ROLES, { ...variables });
    expectSaying(errors, JSON.stringify(variables)).toBeUndefined();
    return data.roles.nodes.map(({ id }: { id: string }) => id.replace("role:", "")).join(" ");
  };

  test.each(["seed", "drawn"])(
    "is compared with the lower end of a role's band in the currency and place: %s",
    async (of) => {
      const asked = of === "seed" ? await askingSeed() : ask;
      let [some, all] = [0, 0];
      for (const currency of ["USD", "EUR"]) {
        for (const place of [null, "US", "US-CA", "DE"]) {
          const { data } = await asked(
            "query ($currency: String, $place: String) { roles(first: 100) { nodes { id payBand(currency: $currency, place: $place) { min } } } }",
            { currency, place },
          );
          const bands = data.roles.nodes as { id: string; payBand: { min: number } | null }[];
          for (const minPay of [0, 1, ...new Set(bands.flatMap(({ payBand }) => payBand?.min ?? []))].flatMap((min) => [
            min,
            min + 1,
          ])) {
            const expected = bands.filter(({ payBand }) => payBand !== null && payBand.min >= minPay);
            const answer = await asked(ROLES, { where: { minPay, currency, payPlace: place } });
            expectSaying(answer.data.roles.nodes, `${minPay} ${currency} ${place}`).toEqual(
              expected.map(({ id }) => ({ id })),
            );
            if (expected.length > 0) some++;
            if (expected.length < bands.length) all++;
          }
        }
      }
      expect(Math.min(some, all)).toBeGreaterThan(5);
    },
  );

  test("is a constraint on every role of a path after the first, including the last", async () => {
    const PATHS =
      "query ($from: String!, $to: String!, $where: PathConstraints) { paths(from: $from, to: $to, where: $where) { outcome noPathReason paths { roles { id } } whyNot { constraints reasons path { roles { id } } } } }";
    const ways = async (from: string, to: string, where: object) => {
      const { data, errors } = await ask(PATHS, { from, to, where });
      expect(errors).toBeUndefined();
      return data.paths;
    };
    const told = (path: { roles: { id: string }[] }) => path.roles.map(({ id }) => id.replace("role:", "")).join(" ");
    // The pay of the first role does not matter.
    const euros = await ways("Clerk", "Chief", { minPay: 90_000, currency: "EUR" });
    expect(euros.paths.map(told)).toEqual(["clerk boss chief"]);
    const few = await ways("Clerk", "Chief", { minPay: 90_001, currency: "eur" });
    expect(few).toMatchObject({
      ...{ outcome: "NO_PATH", noPathReason: "CONSTRAINED", paths: [] },
      whyNot: { constraints: ["where.minPay"], reasons: ["The pay band of Boss begins at 90,000 EUR."] },
    });
    expect(told(few.whyNot.path)).toBe("clerk boss chief");
    // The last role counts, and so does the place: it pays more in California than in the whole country.
    expect(await ways("Boss", "Chief", { minPay: 180_000, currency: "USD" })).toMatchObject({
      outcome: "NO_PATH",
      whyNot: { reasons: ["The pay band of Chief begins at 150,000 USD."] },
    });
    expect(await ways("Boss", "Chief", { minPay: 180_000, currency: "USD", place: "us-ca" })).toMatchObject({
      outcome: "FOUND",
    });
    // A role without a known band is excluded.
    expect(await ways("Clerk", "Monk", { minPay: 0, currency: "USD" })).toMatchObject({
      outcome: "NO_PATH",
      whyNot: { constraints: ["where.minPay"], reasons: ["Monk has no pay band in USD."] },
    });
    expect(await ways("Clerk", "Boss", { minPay: 0, currency: "EUR", place: "US" })).toMatchObject({
      whyNot: { reasons: ["Boss has no pay band in EUR in US."] },
    });
    // If there is no path, no constraint can be removed; a path of one role has no role that must meet the minimum.
    expect(await ways("Chief", "Intern", { minPay: 1, currency: "USD" })).toMatchObject({
      noPathReason: "NOT_CONNECTED",
    });
    expect(await ways("Monk", "Monk", { minPay: 1, currency: "USD" })).toMatchObject({ outcome: "FOUND" });
    expect(await ways("Clerk", "Monk", { currency: null, place: null })).toMatchObject({ outcome: "FOUND" });
    // A currency and a place belong to the minimum pay, so they have no effect without it.
    for (const [where, message] of [
      [{ currency: "USD" }, "`currency` needs `minPay`. Give `minPay`, or omit `currency`."],
      [{ place: "US" }, "`place` needs `minPay`. Give `minPay`, or omit `place`."],
      [
        { currency: "USD", place: "US", minPay: null },
        "`currency` and `place` need `minPay`. Give `minPay`, or omit `currency` and `place`.",
      ],
    ] as const) {
      const { errors } = await ask(PATHS, { from: "Clerk", to: "Monk", where });
      const extensions = { code: "BAD_USER_INPUT", argument: "where.minPay", reason: "MISSING" };
      expect(errors).toMatchObject([{ message, extensions }]);
    }
  });

  test("needs a currency, and all invalid values are reported together with their arguments", async () => {
    const query = `query ($list: RoleFilter, $path: PathConstraints) {
      roles(where: $list) { totalCount }
      matchingRoles(profile: {}, where: $list) { totalCount }
      paths(from: "Clerk", to: "Chief", where: $path) { outcome }
      tradeoffs(from: "Clerk", to: "Chief", where: $path) { outcome }
    }`;
    const wrong = async (list: object, path: object) => {
      const { errors } = await ask(query, { list, path });
      return errors
        ?.map(({ path: at, extensions }) => `${at?.[0]} ${extensions.argument} ${extensions["reason"]}`)
        .sort();
    };
    const each =
      (...problems: string[]) =>
      (fields: string[]) =>
        fields.flatMap((field) => problems.map((problem) => `${field} ${problem}`));
    const fields = { lists: ["matchingRoles", "roles"], paths: ["paths", "tradeoffs"] };
    const missing = each("where.currency MISSING");
    expect(await wrong({ minPay: 1 }, { minPay: 1 })).toEqual(
      [...missing(fields.lists), ...missing(fields.paths)].sort(),
    );
    expect(
      await wrong({ minPay: -1, currency: "dollars", payPlace: " " }, { minPay: -1, currency: "$", place: "" }),
    ).toEqual(
      [
        ...each("where.currency MALFORMED", "where.minPay OUT_OF_RANGE", "where.payPlace MALFORMED")(fields.lists),
        ...each("where.currency MALFORMED", "where.minPay OUT_OF_RANGE", "where.place MALFORMED")(fields.paths),
      ].sort(),
    );
    const [unknown, dated] = [
      { minPay: 1, currency: "ABC" },
      { minPay: 1, currency: "DEM" },
    ];
    expect(await wrong(unknown, unknown)).toEqual(
      [...fields.lists, ...fields.paths].sort().map((field) => `${field} where.currency UNKNOWN_NAME`),
    );
    expect(await wrong(dated, dated)).toBeUndefined();
  });

  test("requires an amount beside its currency and place, unless they choose the pay of an order", async () => {
    const query = `query ($where: RoleFilter) {
      roles(where: $where) { totalCount }
      matchingRoles(profile: {}, where: $where) { totalCount }
    }`;
    for (const [where, message] of [
      [{ currency: "USD" }, "`currency` needs `minPay`. Give `minPay`, or omit `currency`."],
      [{ payPlace: "US" }, "`payPlace` needs `minPay`. Give `minPay`, or omit `payPlace`."],
      [
        { currency: "USD", payPlace: "US" },
        "`currency` and `payPlace` need `minPay`. Give `minPay`, or omit `currency` and `payPlace`.",
      ],
    ] as const) {
      const { errors } = await ask(query, { where });
      const extensions = { code: "BAD_USER_INPUT", argument: "where.minPay", reason: "MISSING" };
      expect(errors).toMatchObject([{ path: ["matchingRoles"], message, extensions }]);
      expect(errors).toHaveLength(1);
    }
  });

  test("can be combined with the orders PAY and EMPLOYMENT, in which roles without a value come last in both directions", async () => {
    expect(await listed({ orderBy: "PAY" })).toBe("intern page clerk chief boss guard monk");
    expect(await listed({ orderBy: "PAY", direction: "DESC" })).toBe("chief clerk page intern boss guard monk");
    expect(await listed({ orderBy: "PAY", where: { currency: "EUR" } })).toBe(
      "clerk boss chief guard intern monk page",
    );
    expect(await listed({ orderBy: "PAY", direction: "DESC", where: { payPlace: "US-CA" } })).toBe(
      "chief clerk boss guard intern monk page",
    );
    expect(await listed({ orderBy: "PAY", direction: "DESC", where: { minPay: 50_000, currency: "USD" } })).toBe(
      "chief clerk",
    );
    // The claim for the widest place counts; ties are sorted by title in both directions.
    expect(await listed({ orderBy: "EMPLOYMENT" })).toBe("chief monk clerk boss guard intern page");
    expect(await listed({ orderBy: "EMPLOYMENT", direction: "DESC" })).toBe("clerk chief monk boss guard intern page");
  });

  test.each(["PAY", "EMPLOYMENT"])("pages by %s contain each role once, forward and backward", async (orderBy) => {
    for (const direction of ["ASC", "DESC"]) {
      const whole = await listed({ orderBy, direction });
      for (const [size, cursor, from, more] of [
        ["first", "after", "endCursor", "hasNextPage"],
        ["last", "before", "startCursor", "hasPreviousPage"],
      ] as const) {
        const seen: string[] = [];
        for (let at: string | null = null, pages = 0; pages === 0 || (at !== null && pages < 9); pages++) {
          const { data }: Awaited<ReturnType<Ask>> = await ask(
            `query ($at: String, $orderBy: RoleOrder, $direction: SortDirection) { roles(${size}: 2, ${cursor}: $at, orderBy: $orderBy, direction: $direction) { nodes { id } pageInfo { ${from} ${more} } } }`,
            { at, orderBy, direction },
          );
          const ids: string[] = data.roles.nodes.map(({ id }: { id: string }) => id.replace("role:", ""));
          if (size === "first") seen.push(...ids);
          else seen.unshift(...ids);
          at = data.roles.pageInfo[more] ? data.roles.pageInfo[from] : null;
        }
        expect(seen.join(" ")).toBe(whole);
      }
    }
  });

  test("a cursor is refused in another currency", async () => {
    const { data } = await ask(
      '{ roles(first: 1, orderBy: PAY, where: { currency: "USD" }) { pageInfo { endCursor } } }',
    );
    const { errors } = await ask(
      'query ($after: String) { roles(after: $after, orderBy: PAY, where: { currency: "EUR" }) { totalCount } }',
      { after: data.roles.pageInfo.endCursor },
    );
    expect(errors).toMatchObject([{ extensions: { reason: "FOREIGN_CURSOR" } }]);
  });
});

test("An invalid minimum is reported and not used", () => {
  const reported: unknown[] = [];
  const { minPay, band } = payAsked(
    { minPay: -5, currency: "USD" },
    (argument, reason) => void reported.push([argument, reason]),
    { nameOfPlace: "place", mayLackMinimum: false },
  );
  expect(reported).toEqual([["where.minPay", "OUT_OF_RANGE"]]);
  expect([minPay, band.currency]).toEqual([null, "USD"]);
});
