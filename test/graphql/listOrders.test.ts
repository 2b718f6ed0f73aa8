import { beforeAll, describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf, type Draft, need } from "../dataset/datasetOf.js";
import { type Ask, asking } from "./seedService.js";

function role(title: string, seniority: number | null, preparation: number | null, rest: Draft = {}): Draft {
  return {
    ...{ id: `role:${title.toLowerCase()}`, title, ...rest },
    ...(seniority === null ? { place: "UNPLACED" } : { place: "LADDER", track: "track:ic", seniority }),
    ...(preparation === null
      ? {}
      : { preparation: { scale: "Zones", level: preparation, label: `Zone ${preparation}` } }),
  };
}

const needs = (...slugs: readonly string[]): Draft => ({ skills: slugs.map((slug) => need(`skill:${slug}`)) });

const head = (id: string) => ({ id, name: id });

describe("A list", () => {
  let ask: Ask;
  beforeAll(async () => {
    const drafts = {
      tracks: [{ id: "track:ic", name: "IC" }],
      roles: [
        role("Amber", 1, 2, needs("z")),
        role("Bronze", 3, 0, needs("y", "z")),
        role("Copper", 1, null),
        role("Dust", null, 5),
      ],
      skills: ["z", "y", "x"].map((slug, place) => ({ id: `skill:${slug}`, name: "abc"[place] })),
      employment: [
        { id: "employment:none", about: ["role:amber"], count: 0 },
        { id: "employment:some", about: ["role:bronze"], count: 7 },
      ],
    };
    // Neither first nor last by title and name.
    const beside = {
      head: head("beside"),
      drafts: { roles: [role("Brass", null, 2)], skills: [{ id: "skill:beside", name: "ab" }] },
    };
    ask = await asking(new EmbeddedStore(await datasetOf(drafts, head("first"), [beside]), new Date(0)));
    // The orders are made before the first list is read.
    await ask("{ __typename }");
  });

  const ids = async (list: string, args: string): Promise<string> => {
    const { data, errors } = await ask(`{ ${list}(${args}) { totalCount nodes { id } } }`);
    expect(errors).toBeUndefined();
    return data[list].nodes.map(({ id }: { id: string }) => id.replace(/^.*:/, "")).join(" ");
  };

  /** The same list, read in pages of one item. */
  const paged = async (list: string, args: string): Promise<string> => {
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages === 0 || (after !== null && pages < 9); pages++) {
      const query = `query ($after: String) { ${list}(first: 1, after: $after${args === "" ? "" : `, ${args}`}) { nodes { id } pageInfo { endCursor hasNextPage } } }`;
      const { data }: Awaited<ReturnType<Ask>> = await ask(query, { after });
      seen.push(...data[list].nodes.map(({ id }: { id: string }) => id.replace(/^.*:/, "")));
      after = data[list].pageInfo.hasNextPage ? data[list].pageInfo.endCursor : null;
    }
    return seen.join(" ");
  };

  test.each([
    ["roles", "", "amber brass bronze copper dust"],
    ["roles", "direction: DESC", "dust copper bronze brass amber"],
    ["roles", "orderBy: SENIORITY", "amber copper bronze brass dust"],
    ["roles", "orderBy: SENIORITY, direction: DESC", "bronze amber copper brass dust"],
    ["roles", "orderBy: EMPLOYMENT", "amber bronze brass copper dust"],
    ["roles", "orderBy: EMPLOYMENT, direction: DESC", "bronze amber brass copper dust"],
    // No role has known pay.
    ["roles", "orderBy: PAY, direction: DESC", "amber brass bronze copper dust"],
    ["roles", 'orderBy: PAY, where: { currency: "USD" }', "amber brass bronze copper dust"],
    ["skills", "", "z beside y x"],
  ])("of %s with %j has one order, whole and in pages", async (list, args, expected) => {
    expect(await ids(list, args === "" ? "first: 9" : args)).toBe(expected);
    expect(await paged(list, args)).toBe(expected);
  });

  test("of roles contains those that match every condition; both bounds are included, and roles without a figure are not", async () => {
    for (const [where, expected] of [
      ["preparation: { from: 0, to: 2 }", "amber brass bronze"],
      ["preparation: { from: 2 }", "amber brass dust"],
      ["preparation: { from: 3, to: 4 }", ""],
      ["preparation: { to: 0 }", "bronze"],
      ["preparation: {}", "amber brass bronze copper dust"],
      ["seniority: { from: 1, to: 1 }", "amber copper"],
      ["seniority: { from: 2 }, preparation: { to: 5 }", "bronze"],
      ['dataset: "beside"', "brass"],
      ['track: "IC"', "amber bronze copper"],
      ["place: UNPLACED", "brass dust"],
      ['requires: "skill:z"', "amber bronze"],
      ['requiresAll: ["skill:z", "skill:y"]', "bronze"],
      ['requiresAny: ["skill:x", "skill:y"]', "bronze"],
      ['ids: ["role:dust", "role:amber"], requiresAny: ["skill:z"]', "amber"],
      ['dataset: "first", preparation: { from: 2, to: 2 }', "amber"],
    ] as const)
      expect([where, await ids("roles", `where: { ${where} }`)]).toEqual([where, expected]);
  });
});
