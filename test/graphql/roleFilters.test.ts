import { beforeAll, describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { expectSaying } from "../expectSaying.js";
import { Dice } from "../paths/randomGraph.js";
import { matchedGraph } from "../store/matchedGraph.js";
import { type Ask, asking, askingSeed } from "./seedService.js";

interface Role {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly seniority: number | null;
  readonly preparation: { readonly level: number } | null;
  readonly track: { readonly id: string } | null;
  readonly skills: readonly { readonly skill: { readonly id: string; readonly name: string } }[];
}

type Where = Readonly<Record<string, unknown>>;

const WANTED = "id title place seniority preparation { level } track { id } skills { skill { id name } }";
const IDS =
  "query ($where: RoleFilter, $orderBy: RoleOrder, $direction: SortDirection) { roles(first: 100, where: $where, orderBy: $orderBy, direction: $direction) { totalCount nodes { id } } }";

describe("A filter of roles", () => {
  let ask: Ask;
  let all: readonly Role[];
  /** Skills that satisfy a choice, by the name of the choice. */
  const offers = (need: string, name: string) => need === name || need.split("/").includes(name);
  beforeAll(async () => {
    ask = await askingSeed();
    all = (await ask(`{ roles(first: 100) { nodes { ${WANTED} } } }`)).data.roles.nodes;
  });

  const idsOf = async (where: Where, rest: object = {}): Promise<string[]> => {
    const { data, errors } = await ask(IDS, { where, ...rest });
    expectSaying(errors, JSON.stringify(where)).toBeUndefined();
    expect(data.roles.totalCount).toBe(data.roles.nodes.length);
    return data.roles.nodes.map(({ id }: { id: string }) => id);
  };

  /** The meaning of each condition, according to its description. */
  const RULES: Readonly<Record<string, (role: Role, value: never) => boolean>> = {
    track: ({ track }, value: string) => track?.id === value,
    place: ({ place }, value: string) => place === value,
    requires: ({ skills }, value: string) => skills.some(({ skill }) => offers(skill.name, value)),
    requiresAll: ({ skills }, values: readonly string[]) =>
      values.every((value) => skills.some(({ skill }) => offers(skill.name, value))),
    requiresAny: ({ skills }, values: readonly string[]) =>
      values.length === 0 || values.some((value) => skills.some(({ skill }) => offers(skill.name, value))),
    seniority: ({ seniority }, { from, to }: { from?: number; to?: number }) =>
      (from === undefined && to === undefined) ||
      (seniority !== null && seniority >= (from ?? -99) && seniority <= (to ?? 99)),
    dataset: (_role, value: string) => value === "seed",
    ids: ({ id }, values: readonly string[]) => values.length === 0 || values.includes(id),
    text: ({ title }, value: string) => title.toLowerCase().includes(value.trim()),
  };

  test("accepts the roles that meet every condition, for any combination of conditions", async () => {
    let [some, none] = [0, 0];
    for (let seed = 1; seed <= 150; seed++) {
      const dice = new Dice(seed);
      const skills = ["Python", "PyTorch", "Kubernetes", "SQL", "Team Mentoring", "Executive Leadership"];
      const drawn: Readonly<Record<string, () => unknown>> = {
        track: () => dice.pick(["track:ic", "track:management"]),
        place: () => dice.pick(["LADDER", "ENTRY", "ALTERNATIVE"]),
        requires: () => dice.pick(skills),
        requiresAll: () => dice.some(skills, dice.below(3)),
        requiresAny: () => dice.some(skills, dice.below(4)),
        seniority: () => ({
          ...(dice.chance(0.7) ? { from: dice.below(5) } : {}),
          ...(dice.chance(0.7) ? { to: 4 + dice.below(5) } : {}),
        }),
        dataset: () => "seed",
        ids: () =>
          dice.some(
            all.map(({ id }) => id),
            dice.below(9),
          ),
        text: () => dice.pick(["engineer", " ", "director"]),
      };
      const where = Object.fromEntries(
        Object.entries(drawn).flatMap(([key, draw]) => (dice.chance(0.25) ? [[key, draw()]] : [])),
      );
      const expected = all.filter((role) =>
        Object.entries(where).every(([key, value]) => RULES[key]!(role, value as never)),
      );
      const found = await idsOf(where);
      expectSaying(found, JSON.stringify(where)).toEqual(expected.map(({ id }) => id));
      if (found.length > 0 && found.length < all.length) some++;
      else if (found.length === 0) none++;
    }
    expect(Math.min(some, none)).toBeGreaterThan(20);
  });

  test("accepts a dataset by id, slug or name, and checks preparation and EXACT skills across datasets", async () => {
    const both = await asking(new EmbeddedStore(await matchedGraph(), new Date(0)));
    const found = async (where: Where) =>
      (await both(IDS, { where })).data.roles.nodes.map(({ id }: { id: string }) => id);
    const works = ["role:bricklayer", "role:builder", "role:foreman"];
    for (const dataset of ["works", "dataset:works", "Works", " WORKS "])
      expect(await found({ dataset })).toEqual(works);
    expect(await found({ requiresAll: ["skill:masonry"] })).toEqual(["role:bricklayer", "role:mason"]);
    expect(await found({ requiresAll: ["skill:masonry", "skill:works-masonry"], dataset: "guild" })).toEqual([
      "role:mason",
    ]);
    const { errors } = await both(IDS, { where: { dataset: "wroks" } });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^“wroks” names no dataset\. Give “dataset:guild”, .*“dataset:works” or /),
        extensions: {
          ...{ code: "BAD_USER_INPUT", reason: "UNKNOWN_NAME", argument: "where.dataset" },
          suggestions: expect.arrayContaining([{ id: "dataset:works", name: "Works" }]),
        },
      },
    ]);
  });

  test("reports all its errors together, each with its path", async () => {
    const { errors, data } = await ask(IDS, {
      where: {
        track: "nowhere",
        requires: "Pyton",
        requiresAll: ["Python", "Kubernets"],
        requiresAny: ["PyTorch", "x".repeat(301)],
        ids: ["role:ml-engineer", "role:nobody"],
        dataset: "no such",
        seniority: { from: 5, to: 2 },
        preparation: { from: 1, to: 0 },
        text: "x".repeat(301),
      },
    });
    expect(data.roles).toBeNull();
    expect(errors?.map(({ extensions }) => [extensions.argument, extensions.code]).sort()).toEqual([
      ["where.dataset", "BAD_USER_INPUT"],
      ["where.ids[1]", "ROLE_NOT_FOUND"],
      ["where.preparation", "BAD_USER_INPUT"],
      ["where.requires", "SKILL_NOT_FOUND"],
      ["where.requiresAll[1]", "SKILL_NOT_FOUND"],
      ["where.requiresAny[1]", "BAD_USER_INPUT"],
      ["where.seniority", "BAD_USER_INPUT"],
      ["where.text", "BAD_USER_INPUT"],
      ["where.track", "TRACK_NOT_FOUND"],
    ]);
  });

  test("also filters the roles that match a profile, and keeps their order", async () => {
    const query =
      'query ($where: RoleFilter) { matchingRoles(profile: { skills: ["Python", "SQL"] }, where: $where, first: 100) { totalCount nodes { id } } }';
    const idsOfMatches = async (where: Where | null): Promise<string[]> =>
      (await ask(query, { where })).data.matchingRoles.nodes.map(({ id }: { id: string }) => id);
    const every = await idsOfMatches(null);
    for (const where of [{ track: "ic" }, { seniority: { to: 3 } }, { text: "engineer", requiresAny: ["Python"] }]) {
      const passing = await idsOf(where);
      const narrowed = await idsOfMatches(where);
      expect(narrowed).toEqual(every.filter((id) => passing.includes(id)));
      expect(narrowed.length).toBeGreaterThan(0);
      expect(narrowed.length).toBeLessThan(every.length);
    }
    const { errors } = await ask(query, { where: { track: "nowhere" } });
    expect(errors).toMatchObject([{ extensions: { argument: "where.track" } }]);
  });

  test("is sorted in the requested order and direction, with nulls last and ties by title", async () => {
    const ids = (roles: readonly Role[]) => roles.map(({ id }) => id);
    expect(await idsOf({})).toEqual(ids(all));
    expect(await idsOf({}, { direction: null, orderBy: null })).toEqual(ids(all));
    expect(await idsOf({}, { direction: "DESC" })).toEqual(ids(all.toReversed()));
    for (const [direction, sign] of [
      ["ASC", 1],
      ["DESC", -1],
    ] as const) {
      const ranked = all.toSorted(
        (left, right) =>
          Number(left.seniority === null) - Number(right.seniority === null) ||
          sign * ((left.seniority ?? 0) - (right.seniority ?? 0)),
      );
      expect(await idsOf({}, { orderBy: "SENIORITY", direction })).toEqual(ids(ranked));
    }
  });

  test("refuses a cursor of the other direction", async () => {
    const { data } = await ask("{ roles(first: 1) { pageInfo { endCursor } } }");
    const { errors } = await ask("query ($after: String) { roles(direction: DESC, after: $after) { totalCount } }", {
      after: data.roles.pageInfo.endCursor,
    });
    expect(errors).toMatchObject([{ extensions: { reason: "FOREIGN_CURSOR", argument: "after" } }]);
  });
});
