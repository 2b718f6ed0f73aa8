import { beforeAll, describe, expect, test } from "@jest/globals";
import { readDataset } from "../../src/dataset/readDataset.js";
import type { Role } from "../../src/model/Role.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { expectSaying } from "../expectSaying.js";
import { Dice } from "../paths/randomGraph.js";
import { type Ask, asking, askingSeed } from "./seedService.js";

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE =
  "totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

describe("A list in pages", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  const LISTS = {
    roles: (args: string) => `roles(${args}) { ${PAGE} }`,
    "roles by seniority": (args: string) => `roles(${args}, orderBy: SENIORITY) { ${PAGE} }`,
    "roles from Z to A": (args: string) => `roles(${args}, direction: DESC) { ${PAGE} }`,
    "roles by seniority, senior first": (args: string) =>
      `roles(${args}, orderBy: SENIORITY, direction: DESC) { ${PAGE} }`,
    "roles by pay, the best paid first": (args: string) =>
      `roles(${args}, orderBy: PAY, direction: DESC, where: { currency: "USD" }) { ${PAGE} }`,
    "roles by employment": (args: string) => `roles(${args}, orderBy: EMPLOYMENT) { ${PAGE} }`,
    "roles that a filter lets pass": (args: string) =>
      `roles(${args}, where: { requiresAny: ["Python"], seniority: { from: 1 }, text: "engineer" }) { ${PAGE} }`,
    "roles of a track": (args: string) => `roles(${args}, where: { track: "ic" }) { ${PAGE} }`,
    skills: (args: string) => `skills(${args}) { ${PAGE} }`,
    certifications: (args: string) => `certifications(${args}) { ${PAGE} }`,
    questions: (args: string) => `questions(${args}) { ${PAGE} }`,
    sources: (args: string) => `sources(${args}) { ${PAGE} }`,
    "roles of a skill": (args: string) => `skill(ref: "Python") { roles(${args}) { ${PAGE} } }`,
    "reachable roles": (args: string) => `reachableRoles(from: "Junior MLE", ${args}) { ${PAGE} }`,
    "roles that lead to one": (args: string) => `reachableRoles(to: "VP of AI", ${args}) { ${PAGE} }`,
    "roles that match": (args: string) => `matchingRoles(profile: { skills: ["Python", "SQL"] }, ${args}) { ${PAGE} }`,
    "roles of a track, by the track": (args: string) =>
      `node(id: "track:ic") { ... on Track { roles(${args}) { ${PAGE} } } }`,
    "roles of a certification": (args: string) =>
      `node(id: "certification:deep-learning-specialization") { ... on Certification { roles(${args}) { ${PAGE} } } }`,
    "roles of a degree": (args: string) =>
      `node(id: "degree:masters-degree") { ... on Degree { roles(${args}) { ${PAGE} } } }`,
    "skills that build on one": (args: string) => `skill(ref: "Python") { buildsInto(${args}) { ${PAGE} } }`,
    search: (args: string) => `search(text: "engineer", ${args}) { ${PAGE} }`,
  } as const;

  async function page(list: keyof typeof LISTS, args: string): Promise<Page> {
    const { data, errors } = await ask(`{ ${LISTS[list](args)} }`);
    expect(errors).toBeUndefined();
    const [top] = Object.values(data as Record<string, Page & { roles?: Page; buildsInto?: Page }>);
    return (top?.roles ?? top?.buildsInto ?? top) as Page;
  }

  test.each(Object.keys(LISTS) as (keyof typeof LISTS)[])(
    "%s returns each item once, whatever the size of the page",
    async (list) => {
      const whole = await page(list, "first: 100");
      expect(whole.totalCount).toBeGreaterThan(1);
      const ids: string[] = [];
      for (let after: string | null = null, pages = 0; pages < 100; pages++) {
        const part: Page = await page(list, `first: 2${after === null ? "" : `, after: "${after}"`}`);
        expect(part.totalCount).toBe(whole.totalCount);
        expect(part.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(part.pageInfo.startCursor).toBe(part.edges[0]?.cursor);
        ids.push(...part.nodes.map(({ id }) => id));
        after = part.pageInfo.endCursor;
        if (!part.pageInfo.hasNextPage) break;
      }
      expect(ids.slice(0, 100)).toEqual(whole.nodes.map(({ id }) => id));
      expect(ids.length).toBe(whole.totalCount);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test.each(Object.keys(LISTS) as (keyof typeof LISTS)[])(
    "%s returns each item once when it is read backward",
    async (list) => {
      const whole = await page(list, "last: 100");
      let ids: string[] = [];
      for (let before: string | null = null, pages = 0; pages < 100; pages++) {
        const part: Page = await page(list, `last: 3${before === null ? "" : `, before: "${before}"`}`);
        expect(part.totalCount).toBe(whole.totalCount);
        expect(part.pageInfo.hasNextPage).toBe(before !== null);
        ids = [...part.nodes.map(({ id }) => id), ...ids];
        before = part.pageInfo.startCursor;
        if (!part.pageInfo.hasPreviousPage) break;
      }
      expect(ids.slice(-100)).toEqual(whole.nodes.map(({ id }) => id));
      expect(new Set(ids).size).toBe(whole.totalCount);
      expect(ids).toHaveLength(whole.totalCount);
    },
  );

  test("continues after the cursor's item when a new revision has another order", async () => {
    const { dataset } = await readDataset(["seed"]);
    if (dataset === null) throw new Error("The seed dataset has problems.");
    // The last role and the role of the cursor move to the front.
    const [first, second, ...others] = dataset.roles;
    const [last, moved] = [others.at(-1) as Role, second as Role];
    const roles = [
      ...[
        { ...last, title: "0 a", label: "0 a" },
        { ...moved, title: "0 b", label: "0 b" },
      ],
      ...[first as Role, ...others.slice(0, -1)],
    ];
    const askNext = await asking(new EmbeddedStore({ ...dataset, roles, revision: "next" }, new Date(0)));
    const { endCursor } = (await page("roles", "first: 2")).pageInfo;
    const { data: forward, errors } = await askNext(`{ roles(first: 100, after: "${endCursor}") { nodes { id } } }`);
    expect(errors).toBeUndefined();
    expect(forward.roles.nodes).toEqual(others.slice(0, -1).map(({ id }) => ({ id })));
    const { data: backward } = await askNext(`{ roles(last: 100, before: "${endCursor}") { nodes { id } } }`);
    expect(backward.roles.nodes).toEqual([last, moved, first].map((role) => ({ id: role?.id })));
  });

  test("returns the items between two cursors, counted from either end", async () => {
    const whole = await page("roles", "first: 100");
    const { edges } = whole;
    const dice = new Dice(28);
    for (let round = 0; round < 60; round++) {
      const [after, before] = [0, 1].map(() => (dice.chance(0.3) ? null : dice.below(edges.length)));
      const [size, backward] = [1 + dice.below(8), dice.chance(0.5)];
      const given = [
        `${backward ? "last" : "first"}: ${size}`,
        ...(after === null ? [] : [`after: "${edges[after!]!.cursor}"`]),
        ...(before === null ? [] : [`before: "${edges[before!]!.cursor}"`]),
      ];
      const low = after === null ? 0 : after! + 1;
      const between = edges.slice(low, before ?? undefined);
      const expected = backward ? between.slice(-size) : between.slice(0, size);
      const start = backward ? low + between.length - expected.length : low;
      expect(await page("roles", given.join(", "))).toEqual({
        totalCount: edges.length,
        nodes: expected.map(({ node }) => node),
        edges: expected,
        pageInfo: {
          hasNextPage: start + expected.length < edges.length,
          hasPreviousPage: start > 0,
          startCursor: expected[0]?.cursor ?? null,
          endCursor: expected.at(-1)?.cursor ?? null,
        },
      });
    }
  });

  test("treats a size of null as omitted", async () => {
    const { nodes } = await page("roles", "first: 100");
    expect((await page("roles", "first: null, last: 2")).nodes).toEqual(nodes.slice(-2));
    expect((await page("roles", "first: 2, last: null")).nodes).toEqual(nodes.slice(0, 2));
    expect((await page("roles", "first: null")).nodes).toEqual((await page("roles", "last: null")).nodes);
    const query = "query ($first: Int) { roles(first: $first, last: 2) { nodes { id } } }";
    expect((await ask(query)).data.roles.nodes).toEqual(nodes.slice(-2));
    expect((await ask(query, { first: null })).data.roles.nodes).toEqual(nodes.slice(-2));
    expect((await ask(query, { first: 2 })).errors).toMatchObject([{ extensions: { argument: "last" } }]);
  });

  test("is empty after a cursor of an earlier revision if no items are left", async () => {
    const { endCursor } = (await page("roles", "first: 1")).pageInfo;
    const { dataset } = await readDataset(["seed"]);
    const askNone = await asking(
      new EmbeddedStore({ ...dataset!, roles: [], transitions: [], revision: "none" }, new Date(0)),
    );
    const { data, errors } = await askNone(`{ roles(after: "${endCursor}") { totalCount nodes { id } } }`);
    expect(errors).toBeUndefined();
    expect(data.roles).toEqual({ totalCount: 0, nodes: [] });
  });

  test("accepts `first` or `last`, not both, and `last` from 1 to 100", async () => {
    const both = await ask("{ roles(first: 2, last: 2) { totalCount } }");
    expect(both.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "last" });
    for (const size of [0, -1, 101]) {
      const { errors } = await ask(`{ roles(last: ${size}) { totalCount } }`);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        reason: "OUT_OF_RANGE",
        argument: "last",
      });
    }
  });

  test("is empty after its last item, with null cursors", async () => {
    const whole = await page("roles", "first: 100");
    expect(await page("roles", `first: 5, after: "${whole.pageInfo.endCursor}"`)).toEqual({
      totalCount: whole.totalCount,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test.each([
    "garbage",
    "",
    "e30",
    Buffer.from("roles|other-revision|3").toString("base64url"),
    Buffer.from("roles|x|-1").toString("base64url"),
  ])("refuses the cursor %j", async (after) => {
    const { errors } = await ask("query ($after: String) { roles(after: $after) { totalCount } }", { after });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "after" } }]);
  });

  test("refuses a cursor that was changed", async () => {
    const cursorOf = async (args: string): Promise<readonly unknown[]> => {
      const { data } = await ask(`{ roles(first: 1, ${args}) { pageInfo { endCursor } } }`);
      return JSON.parse(Buffer.from(data.roles.pageInfo.endCursor as string, "base64url").toString()) as unknown[];
    };
    const refused = async (args: string, parts: string): Promise<void> => {
      const after = Buffer.from(parts).toString("base64url");
      const { errors } = await ask(`query ($after: String) { roles(${args} after: $after) { totalCount } }`, { after });
      expectSaying(errors, parts).toMatchObject([{ extensions: { reason: "FOREIGN_CURSOR", argument: "after" } }]);
    };
    const byTitle = "direction: ASC";
    const [name, title, id] = await cursorOf(byTitle);
    for (const parts of [
      ...[[], [name], [name, title], [name, title, id, id], [name, 1, id], [name, title, 1], [name, title, null]],
      ...[[name, null, id], [name, [title], id], [id, title, id], { 0: name }, name, null, 1],
    ])
      await refused(byTitle, JSON.stringify(parts));
    const bySeniority = "orderBy: SENIORITY";
    const [list, ...key] = await cursorOf(bySeniority);
    expect(key).toHaveLength(4);
    for (const [place, value] of key.entries())
      await refused(bySeniority, JSON.stringify([list, ...key.with(place, typeof value === "number" ? "1" : 1)]));
    await refused(bySeniority, JSON.stringify([list, ...key]).replace(/\d+(?=,)/, "1e999"));
  });

  test("refuses the cursor of another list", async () => {
    const skills = await page("skills", "first: 1");
    const { errors } = await ask("query ($after: String) { roles(after: $after) { totalCount } }", {
      after: skills.pageInfo.endCursor,
    });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "after" } }]);
  });

  test.each([0, -1, 101])("refuses a page size of %i", async (first) => {
    for (const field of ["roles(first: $first) { totalCount }", `search(text: "a", first: $first) { totalCount }`]) {
      const { errors } = await ask(`query ($first: Int) { ${field} }`, { first });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "first" } }]);
    }
  });

  test("of roles is filtered by every condition", async () => {
    const { data } = await ask(
      `{ roles(first: 100, where: { track: "IC", place: LADDER, requires: "Python" }) { nodes { id place track { id } skills { skill { name } } } } }`,
    );
    expect(data.roles.nodes.length).toBeGreaterThan(0);
    for (const role of data.roles.nodes) {
      expect(role).toMatchObject({ place: "LADDER", track: { id: "track:ic" } });
      expect(role.skills.map(({ skill }: { skill: { name: string } }) => skill.name)).toContain("Python");
    }
  });

  test("of roles that need a skill contains those that need a choice that the skill satisfies", async () => {
    const { data } = await ask(
      `{ roles(first: 100, where: { requires: "PyTorch" }) { totalCount nodes { skills { skill { name } } } } }`,
    );
    const needs: string[][] = data.roles.nodes.map(({ skills }: { skills: { skill: { name: string } }[] }) =>
      skills.map(({ skill }) => skill.name).filter((name) => name.includes("PyTorch")),
    );
    expect(needs.length).toBeGreaterThan(0);
    expect(needs.filter((names) => names.length === 0)).toEqual([]);
  });

  test("of skills contains those of a category, in any case", async () => {
    const names = async (category: string): Promise<string[]> => {
      const { data } = await ask(
        "query ($where: SkillFilter) { skills(first: 100, where: $where) { nodes { category } } }",
        { where: { category } },
      );
      return data.skills.nodes.map((skill: { category: string }) => skill.category);
    };
    const found = await names("MLOps and infrastructure");
    expect(new Set(found)).toEqual(new Set(["MLOps and infrastructure"]));
    expect(await names("mlops & INFRASTRUCTURE!")).toEqual(found);
  });

  test("of skills of an unknown category is an error that suggests the most similar existing ones", async () => {
    const asked = async (category: string) => {
      const query = "query ($where: SkillFilter) { skills(where: $where) { totalCount } }";
      const { errors } = await ask(query, { where: { category } });
      return errors?.[0];
    };
    expect(await asked("Machine Lerning")).toEqual(
      expect.objectContaining({
        message: "No category of skills is named “Machine Lerning”. Write “Machine learning”.",
        extensions: {
          ...{
            code: "BAD_USER_INPUT",
            reason: "UNKNOWN_NAME",
            argument: "where.category",
            reference: "Machine Lerning",
          },
          suggestions: [{ name: "Machine learning" }],
        },
      }),
    );
    for (const nonsense of ["", "!!!", "Basket weaving", "x".repeat(100_000)]) {
      expect((await asked(nonsense))?.message).toMatch(/`dataset \{ skillCategories \}` lists them all\.$/);
    }
    const { data } = await ask("{ dataset { skillCategories } skills(first: 100) { nodes { category } } }");
    const categories: string[] = data.skills.nodes.flatMap(
      (skill: { category: string | null }) => skill.category ?? [],
    );
    expect(data.dataset.skillCategories).toEqual([...new Set(data.dataset.skillCategories as string[])].sort());
    expect(categories.filter((category) => !data.dataset.skillCategories.includes(category))).toEqual([]);
  });

  test("of roles by seniority begins with the junior roles and ends with roles off the ladder", async () => {
    const { data } = await ask(`{ roles(first: 100, orderBy: SENIORITY) { nodes { title seniority } } }`);
    const levels = data.roles.nodes.map(({ seniority }: { seniority: number | null }) => seniority ?? 99);
    expect(levels[0]).toBe(1);
    expect(levels).toEqual([...levels].sort((a: number, b: number) => a - b));
  });
});
