import { beforeAll, describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { smallGraph } from "../store/smallGraph.js";
import { type Ask, asking, askingSeed } from "./seedService.js";

interface Named {
  readonly id: string;
}

/** Pairs of ids, sorted, so that equal sets are equal. */
function sorted(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map((pair) => pair.join(" ")).sort();
}

describe.each(["the seed", "a graph drawn for tests"])("In %s, a link can be followed backwards", (name) => {
  let ask: Ask;
  beforeAll(async () => {
    ask = name === "the seed" ? await askingSeed() : await asking(new EmbeddedStore(await smallGraph(), new Date(0)));
  });

  const data = async (query: string) => {
    const answer = await ask(query);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };

  test("from a track to its roles, junior first", async () => {
    const forward = await data("{ roles(first: 100) { nodes { id seniority track { id } } } }");
    const pairs = (forward.roles.nodes as (Named & { readonly track: Named | null })[]).flatMap(({ id, track }) =>
      track === null ? [] : [[track.id, id] as const],
    );
    const { tracks } = await data("{ tracks { id roles(first: 100) { totalCount nodes { id title seniority } } } }");
    const back = (tracks as (Named & { roles: { nodes: Named[] } })[]).flatMap(({ id, roles }) =>
      roles.nodes.map((role) => [id, role.id] as const),
    );
    expect(pairs.length).toBeGreaterThan(1);
    expect(sorted(back)).toEqual(sorted(pairs));
    for (const { roles } of tracks) {
      const levels = roles.nodes.map(({ seniority }: { seniority: number | null }) => seniority ?? Infinity);
      expect(levels).toEqual(levels.toSorted((left: number, right: number) => left - right));
      expect(roles.totalCount).toBe(levels.length);
    }
  });

  test("from a certification to the roles whose skills it proves, by title", async () => {
    const forward = await data("{ roles(first: 100) { nodes { id certifications { id } } } }");
    const pairs = (forward.roles.nodes as (Named & { certifications: Named[] })[]).flatMap(({ id, certifications }) =>
      certifications.map((certification) => [certification.id, id] as const),
    );
    const back = await data("{ certifications(first: 100) { nodes { id roles(first: 100) { nodes { id } } } } }");
    const places = (forward.roles.nodes as Named[]).map(({ id }) => id);
    const reverse = (back.certifications.nodes as (Named & { roles: { nodes: Named[] } })[]).flatMap(
      ({ id, roles }) => {
        const order = roles.nodes.map((role) => places.indexOf(role.id));
        expect(order).toEqual(order.toSorted((left, right) => left - right));
        return roles.nodes.map((role) => [id, role.id] as const);
      },
    );
    expect(pairs.length).toBeGreaterThan(1);
    expect(sorted(reverse)).toEqual(sorted(pairs));
  });

  test("from a degree to the requests for it, by necessity", async () => {
    const forward = await data("{ roles(first: 100) { nodes { id degrees { id degree { id } } } } }");
    const pairs = (forward.roles.nodes as (Named & { degrees: (Named & { readonly degree: Named })[] })[]).flatMap(
      ({ degrees }) => degrees.map(({ id, degree }) => [degree.id, id] as const),
    );
    const back = await data(
      "{ degrees { id roles(first: 100) { nodes { id necessity degree { id } role { id degrees { id } } } } } }",
    );
    const reverse = (back.degrees as (Named & { roles: { nodes: never[] } })[]).flatMap(({ id, roles }) => {
      const ranks = roles.nodes.map(({ necessity }) => ["MINIMUM", "STANDARD", "ADVANTAGE"].indexOf(necessity));
      expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
      return roles.nodes.map((request: Named & { degree: Named; role: { degrees: Named[] } }) => {
        expect(request.degree.id).toBe(id);
        expect(request.role.degrees.map((degree) => degree.id)).toContain(request.id);
        return [id, request.id] as const;
      });
    });
    expect(pairs.length).toBeGreaterThan(1);
    expect(sorted(reverse)).toEqual(sorted(pairs));
  });

  test("from an employer to the roles that it is named for", async () => {
    const forward = await data("{ roles(first: 100) { nodes { id employers { id } } } }");
    const pairs = (forward.roles.nodes as (Named & { employers: Named[] })[]).flatMap(({ id, employers }) =>
      employers.map((employer) => [employer.id, id] as const),
    );
    const ids = [...new Set(pairs.map(([id]) => id))];
    const back = await ask(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Employer { roles { nodes { id } } } } }",
      { ids },
    );
    const reverse = (back.data.nodes as (Named & { roles: { nodes: Named[] } })[]).flatMap(({ id, roles }) =>
      roles.nodes.map((role) => [id, role.id] as const),
    );
    expect(pairs.length).toBeGreaterThan(1);
    expect(sorted(reverse)).toEqual(sorted(pairs));
  });

  test("from a skill to those that build on it, by name", async () => {
    const forward = await data("{ skills(first: 100) { nodes { id buildsOn { id } } } }");
    const pairs = (forward.skills.nodes as (Named & { buildsOn: Named[] })[]).flatMap(({ id, buildsOn }) =>
      buildsOn.map((below) => [below.id, id] as const),
    );
    const { skills } = await data("{ skills(first: 100) { nodes { id buildsInto(first: 100) { nodes { id } } } } }");
    const places = (forward.skills.nodes as Named[]).map(({ id }) => id);
    const reverse = (skills.nodes as (Named & { buildsInto: { nodes: Named[] } })[]).flatMap(({ id, buildsInto }) => {
      const order = buildsInto.nodes.flatMap(({ id: above }) => (places.includes(above) ? places.indexOf(above) : []));
      expect(order).toEqual(order.toSorted((left, right) => left - right));
      return buildsInto.nodes.map((above) => [id, above.id] as const);
    });
    expect(pairs.length).toBeGreaterThan(0);
    // The seed has more skills than the hundred of one page.
    const listed = new Set(places);
    expect(sorted(reverse.filter(([, above]) => listed.has(above)))).toEqual(
      sorted(pairs.filter(([below]) => listed.has(below))),
    );
  });

  test("in pages; an invalid page argument makes only its own list null", async () => {
    const bad = await ask(`{
      tracks { id roles(first: 0) { totalCount } }
      certifications(first: 1) { nodes { id roles(last: 101) { totalCount } } }
      degrees { id roles(after: "x") { totalCount } }
      skills(first: 1) { nodes { id buildsInto(before: "x") { totalCount } } }
    }`);
    expect(bad.data.tracks[0]).toMatchObject({ roles: null });
    expect(bad.data.certifications.nodes).toMatchObject([{ roles: null }]);
    expect(bad.data.degrees[0]).toMatchObject({ roles: null });
    expect(bad.data.skills.nodes).toMatchObject([{ buildsInto: null }]);
    const seen = new Set(bad.errors?.map(({ extensions }) => extensions.argument));
    expect(seen).toEqual(new Set(["first", "last", "after", "before"]));
  });
});

test("An employer's roles can be read in pages, forward and backward", async () => {
  const ask = await asking(new EmbeddedStore(await smallGraph(), new Date(0)));
  const page = async (args: string) => {
    const { data, errors } = await ask(
      `{ node(id: "employer:acme") { ... on Employer { roles(${args}) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
    );
    expect(errors).toBeUndefined();
    return data.node.roles;
  };
  const first = await page("first: 1");
  expect(first).toMatchObject({ totalCount: 2, nodes: [{ id: "role:junior" }], pageInfo: { hasNextPage: true } });
  expect(await page(`first: 1, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
    nodes: [{ id: "role:senior" }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
  const last = await page("last: 1");
  expect(await page(`last: 1, before: "${last.pageInfo.startCursor}"`)).toMatchObject({ nodes: first.nodes });
});
