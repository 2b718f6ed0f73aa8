import { readdirSync } from "node:fs";
import { type GraphQLObjectType, parse } from "graphql";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { LIMITS, SEARCH_COST } from "../../src/graphql/limits/LIMITS.js";
import { operationCost, SEARCHES } from "../../src/graphql/limits/operationCost.js";
import { careerSchema } from "../../src/graphql/schema.js";
import { expectSaying } from "../expectSaying.js";
import { OPERATION_VARIABLES } from "./operationVariables.js";
import { type Ask, askingSeed, operation } from "./seedService.js";

/** The longest lists of the seed. */
const SEED_LISTS = { SkillRequirement: 55, Transition: 10 };

/** Milliseconds of CPU time that this process has used since then; other work of the machine does not count. */
function cpuSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe("An operation", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  const nested = (depth: number): string =>
    `{ role(ref: "Staff MLE") { ${"transitions { from { ".repeat((depth - 2) / 2)} id ${"} }".repeat((depth - 2) / 2)} } }`;

  test("that nests too deeply is refused before anything is resolved", async () => {
    expect((await ask(nested(LIMITS.depth))).errors).toBeUndefined();
    expect((await ask(nested(LIMITS.depth + 2))).errors).toMatchObject([
      { extensions: { code: "QUERY_TOO_DEEP", depth: LIMITS.depth + 2, limit: LIMITS.depth } },
    ]);
  });

  test("cannot hide its depth in fragments, or stop the check with fragments that spread each other", async () => {
    const deep = `{ role(ref: "Staff MLE") { ...A } }
      fragment A on Role { transitions { to { ...B } } } fragment B on Role { transitions { to { ...C } } }
      fragment C on Role { transitions { to { ...D } } } fragment D on Role { transitions { to { ... on Role { transitions { to { id } } } } } }`;
    expect((await ask(deep)).errors).toMatchObject([{ extensions: { code: "QUERY_TOO_DEEP" } }]);
    const circle = `{ role(ref: "x") { ...A } } fragment A on Role { closeMatches { ...B } } fragment B on Role { closeMatches { ...A } }`;
    expect((await ask(circle)).errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    const wide = `{ role(ref: "x") { ...F0 } } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Role { ${i < 59 ? `...F${i + 1} ...F${i + 1}` : "id"} }`).join(" ")}`;
    const begun = process.cpuUsage();
    expect((await ask(wide)).errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COMPLEX" } }]);
    expect(cpuSince(begun)).toBeLessThan(2_000);
  });

  test("that may resolve too many fields is refused with its cost", async () => {
    const costly = `{ roles(first: 100) { nodes { transitions { to { transitions { to { skills { certifications { name } } } } } } } } }`;
    const { errors } = await ask(costly);
    expect(errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COMPLEX", limit: LIMITS.estimatedCost } }]);
    expect(errors?.[0]?.extensions.cost).toBeGreaterThan(LIMITS.estimatedCost);
  });

  test("that was cheap with some variables is estimated again with others", async () => {
    const query = `query ($ids: [ID!]!, $first: Int) {
      nodes(ids: $ids) { ... on Role { title transitions { to { skills { id } } } } } roles(first: $first) { nodes { id } }
    }`;
    const few = { ids: ["role:staff-ml-engineer"], first: 1 };
    expect((await ask(query, few)).errors).toBeUndefined();
    expect((await ask(query, { ...few, ids: ["role:ml-engineer"] })).errors).toBeUndefined();
    const many = { ids: Array.from({ length: 100 }, () => "role:staff-ml-engineer"), first: 100 };
    const cost = operationCost(await careerSchema(), parse(query), null, many, SEED_LISTS);
    const costOfFew = operationCost(await careerSchema(), parse(query), null, few, SEED_LISTS);
    expect(cost).toBeGreaterThan(50 * (costOfFew as number));
    const document = parse(query);
    const schema = await careerSchema();
    expect([few, many, few].map((variables) => operationCost(schema, document, null, variables, SEED_LISTS))).toEqual([
      costOfFew,
      cost,
      costOfFew,
    ]);
  });

  test("with too many tokens is refused while it is parsed", async () => {
    const { errors } = await ask(`{ ${"__typename ".repeat(LIMITS.tokens)} }`);
    expect(errors).toMatchObject([{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }]);
  });

  test("of the contract has an estimate within the limit, whatever its arguments", async () => {
    const schema = await careerSchema();
    // The figures of O*NET and ESCO.
    const longest = { SkillRequirement: 340, Transition: 150 };
    for (const file of readdirSync("schema/operations")) {
      const name = file.replace(/\.graphql$/, "");
      for (const variables of OPERATION_VARIABLES[name] ?? []) {
        const cost = operationCost(schema, parse(operation(name)), null, variables, longest);
        expectSaying(cost, `${name} is estimated at ${cost}`).toBeLessThan(LIMITS.estimatedCost / 2);
      }
    }
  });

  test("has the cost of a search wherever it searches, also where a text filters a list", async () => {
    const schema = await careerSchema();
    for (const name of SEARCHES) {
      const [type, field] = name.split(".") as [string, string];
      expect((schema.getType(type) as GraphQLObjectType).getFields()).toHaveProperty(field);
    }
    const costOf = (query: string) => operationCost(schema, parse(query), null, {}, {});
    const [all, found] = [
      costOf("{ roles { totalCount } }"),
      costOf('{ roles(where: { text: "data" }) { totalCount } }'),
    ];
    expect(found! - all!).toBe(SEARCH_COST);
  });

  test("with long lists of references is refused, however little it resolves", async () => {
    const query = `query ($s: [String!]) { ${Array.from({ length: 220 }, (_, i) => `a${i}: skillGap(to: "Staff MLE", profile: { skills: $s, ignoreUnknown: true }) { coverage }`).join(" ")} }`;
    const begun = process.cpuUsage();
    const { errors } = await ask(query, { s: Array.from({ length: 100 }, (_, i) => `Mashine Lerning Enginer ${i}`) });
    expect(errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COMPLEX", reason: "COST" } }]);
    expect(cpuSince(begun)).toBeLessThan(2_000);
  });

  test("with a page size out of range is told the range, whatever the cost would be", async () => {
    const required: Readonly<Record<string, string>> = {
      ...{ paths: 'from: "DS", to: "EM",', tradeoffs: 'from: "DS", to: "EM",', reachableRoles: 'from: "DS",' },
      ...{
        matchingRoles: 'profile: { skills: ["Python"] },',
        neighborhood: 'id: "role:staff-ml-engineer",',
        search: 'text: "a",',
      },
    };
    const schema = await careerSchema();
    const boundedFields = (type: string): (readonly [field: string, bound: string])[] =>
      Object.values((schema.getType(type) as GraphQLObjectType).getFields()).flatMap(({ name, args }) =>
        args.filter((arg) => ["first", "limit"].includes(arg.name)).map((arg) => [name, arg.name] as const),
      );
    const asked = [
      ...boundedFields("Query").map(
        ([name, bound]) => [bound, `${name}(${required[name] ?? ""} ${bound}: 1000000) { __typename }`] as const,
      ),
      ...boundedFields("Role").map(
        ([name, bound]) => [bound, `role(ref: "DS") { ${name}(${bound}: 1000000) { __typename } }`] as const,
      ),
    ];
    expect(asked.length).toBeGreaterThan(8);
    for (const [bound, field] of asked) {
      const { errors } = await ask(`{ ${field} }`);
      expectSaying(errors, field).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: bound } }]);
      expectSaying(errors?.[0]?.message, field).toMatch(/1000000.* 1 to (20|100|500)/);
    }
  });

  test("costs the same with null as with the default", async () => {
    const schema = await careerSchema();
    const cost = (text: string): number | null => operationCost(schema, parse(text), null, {}, SEED_LISTS);
    for (const [field, rest, name] of [
      ["roles", "{ nodes { id } }", "first"],
      ["search", "{ nodes { id } }", "first"],
      ["neighborhood", "{ nodes { id } }", "limit"],
      ["tradeoffs", "{ paths { summary } }", "limit"],
      ["paths", "{ paths { summary } }", "limit"],
    ] as const) {
      const args = {
        search: 'text: "a"',
        neighborhood: 'id: "role:x"',
        roles: "",
        tradeoffs: 'from: "a", to: "b"',
        paths: 'from: "a", to: "b"',
      }[field];
      const given = args === "" ? "" : `(${args})`;
      expectSaying(cost(`{ ${field}(${args} ${name}: null) ${rest} }`), field).toBe(
        cost(`{ ${field}${given} ${rest} }`),
      );
    }
  });

  test("may request the schema", async () => {
    expect(
      (await ask("{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }")).errors,
    ).toBeUndefined();
  });
});
