import { describe, expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf, type Draft, need } from "../dataset/datasetOf.js";
import { matchedGraph } from "../store/matchedGraph.js";
import { type Answer, type Ask, asking, askingSeed } from "./seedService.js";

/** Operations on the smallest datasets that distinguish a right answer from a wrong one. */
async function askingOf(drafts: Parameters<typeof datasetOf>[0]): Promise<Ask> {
  return asking(new EmbeddedStore(await datasetOf(drafts), new Date(0)));
}

function role(name: string, rest: Draft = {}): Draft {
  return { id: `role:${name}`, title: name.toUpperCase(), place: "UNPLACED", ...rest };
}

function skill(name: string, rest: Draft = {}): Draft {
  return { id: `skill:${name}`, name: name.toUpperCase(), ...rest };
}

function move(from: string, to: string, statedYears = 1): Draft {
  return { from: `role:${from}`, to: `role:${to}`, kind: "RELATED", basis: "STATED", statedYears };
}

describe("A skill to learn", () => {
  test("is essential if any role on the path needs it as ESSENTIAL", async () => {
    const ask = await askingOf({
      roles: [
        role("a"),
        role("b", { skills: [need("skill:x", "USEFUL")] }),
        role("c", { skills: [need("skill:x", "ESSENTIAL")] }),
      ],
      skills: [skill("x")],
      transitions: [move("a", "b"), move("b", "c")],
    });
    const totals = "totals { skillsToLearn essentialSkillsToLearn }";
    const { data } = await ask(`{
      paths(from: "a", to: "c") { paths { ${totals} } }
      reachableRoles(from: "a") { edges { node { id } ${totals} } }
    }`);
    expect(data.paths.paths).toEqual([{ totals: { skillsToLearn: 1, essentialSkillsToLearn: 1 } }]);
    expect(data.reachableRoles.edges).toEqual([
      { node: { id: "role:b" }, totals: { skillsToLearn: 1, essentialSkillsToLearn: 0 } },
      { node: { id: "role:c" }, totals: { skillsToLearn: 1, essentialSkillsToLearn: 1 } },
    ]);
  });

  test("counts once if a role needs a choice and one of its parts", async () => {
    const ask = await askingOf({
      roles: [role("a"), role("b", { skills: [need("skill:xy"), need("skill:x")] })],
      skills: [
        skill("xy", { offersChoice: true }),
        skill("x", { partOf: ["skill:xy"] }),
        skill("y", { partOf: ["skill:xy"] }),
      ],
      transitions: [move("a", "b")],
    });
    const { data } = await ask(`{
      paths(from: "a", to: "b") { paths { steps { skillsToLearn { skill { id } } } totals { skillsToLearn } } }
      skillGap(from: "a", to: "b") { missing { skill { id } } }
      roadmap(from: "a", to: "b") { stages { skills { skill { id } } } }
    }`);
    const x = { skill: { id: "skill:x" } };
    expect(data.paths.paths).toEqual([{ steps: [{ skillsToLearn: [x] }], totals: { skillsToLearn: 1 } }]);
    expect(data.skillGap.missing).toEqual([x]);
    expect(data.roadmap.stages).toEqual([{ skills: [x] }]);
  });
});

describe("Years", () => {
  test("are whole months in steps and limits alike: a limit equal to the time of a step admits it", async () => {
    const ask = await askingOf({ roles: [role("a"), role("b")], transitions: [move("a", "b", 1.3)] });
    const answer = async (maxYears: number): Promise<string> =>
      (await ask(`{ paths(from: "a", to: "b", where: { maxYears: ${maxYears} }) { outcome } }`)).data.paths.outcome;
    expect(await answer(1.3)).toBe("FOUND");
    expect(await answer(1.2)).toBe("NO_PATH");
  });

  test("of steps, totals and the summary are those by which paths are sorted", async () => {
    const ask = await askingOf({
      roles: [role("a"), role("b"), role("z")],
      transitions: [move("a", "b", 1.04), move("b", "z", 1.04), move("a", "z", 2.05)],
    });
    const { data } = await ask(`{
      paths(from: "a", to: "z", objective: LEAST_TIME, limit: 2) {
        paths { steps { years transition { statedYears } } totals { years } summary }
      }
    }`);
    const [short, long] = data.paths.paths;
    expect(short.steps).toEqual([
      { years: 1, transition: { statedYears: 1.04 } },
      { years: 1, transition: { statedYears: 1.04 } },
    ]);
    expect(short.totals.years).toBe(2);
    expect(short.summary).toContain("2 years");
    expect(Math.round(long.totals.years * 12)).toBe(25);
    expect(long.steps[0].years).toBe(long.totals.years);
    expect(long.steps[0].transition.statedYears).toBe(2.05);
  });
});

describe("Phases", () => {
  test("are sorted by their years, whatever their order in the file", async () => {
    const ask = await askingOf({
      roles: [role("a"), role("b", { skills: [need("skill:x"), need("skill:y")] })],
      skills: [skill("x"), skill("y")],
      phases: [
        { id: "phase:late", name: "Late", years: { from: 5, to: 9 }, develops: ["skill:x"] },
        { id: "phase:long", name: "Long", years: { from: 0 }, develops: [] },
        { id: "phase:early", name: "Early", years: { from: 0, to: 2 }, develops: ["skill:x", "skill:y"] },
        { id: "phase:also-early", name: "Also early", years: { from: 0, to: 2 }, develops: [] },
      ],
      transitions: [move("a", "b")],
    });
    const { data } = await ask(`{
      phases { name }
      skill(ref: "x") { phases { name } }
      roadmap(from: "a", to: "b") { stages { name skills { skill { id } placement } } }
      late: roadmap(from: "a", to: "b", profile: { years: 6 }) { stages { name skills { skill { id } placement } } }
    }`);
    expect(data.phases.map(({ name }: { name: string }) => name)).toEqual(["Also early", "Early", "Long", "Late"]);
    expect(data.skill.phases).toEqual([{ name: "Early" }, { name: "Late" }]);
    const [x, y] = ["skill:x", "skill:y"].map((id) => ({ skill: { id } }));
    const stated = { placement: "STATED" };
    expect(data.roadmap.stages).toEqual([
      {
        name: "Early",
        skills: [
          { ...x, ...stated },
          { ...y, ...stated },
        ],
      },
    ]);
    expect(data.late.stages).toEqual([
      {
        name: "Late",
        skills: [
          { ...x, ...stated },
          { ...y, placement: "INFERRED" },
        ],
      },
    ]);
  });
});

describe("A roadmap", () => {
  test("sorts a stage by id, unless a skill of the same stage builds on another", async () => {
    const ask = await askingOf({
      roles: [role("a"), role("b", { skills: ["d", "p", "z", "m", "n"].map((id) => need(`skill:${id}`)) })],
      skills: [
        skill("z"),
        skill("p"),
        skill("d", { buildsOn: ["skill:z"] }),
        skill("m", { buildsOn: ["skill:n"] }),
        skill("n"),
      ],
      phases: [
        { id: "phase:one", name: "One", years: { from: 0, to: 2 }, develops: ["skill:z"] },
        { id: "phase:two", name: "Two", years: { from: 2, to: 4 }, develops: ["skill:d", "skill:p", "skill:m"] },
      ],
      transitions: [move("a", "b")],
    });
    const { data } = await ask(`{
      roadmap(from: "a", to: "b") { stages { phase { id } skills { skill { id } placement } } }
    }`);
    const placed = data.roadmap.stages.map(
      ({ phase, skills }: { phase: { id: string }; skills: { skill: { id: string }; placement: string }[] }) => [
        phase.id,
        skills.map(({ skill: { id }, placement }) => `${id} ${placement}`),
      ],
    );
    expect(placed).toEqual([
      ["phase:one", ["skill:n INFERRED", "skill:z STATED"]],
      ["phase:two", ["skill:d STATED", "skill:m STATED", "skill:p STATED"]],
    ]);
  });

  test("lists at most one degree, the one of the lowest level, and none if it is held", async () => {
    const asks = (...ids: string[]): Draft => ({
      degrees: ids.map((id) => ({ degree: `degree:${id}`, necessity: "MINIMUM", cites: [{ source: "source:guide" }] })),
    });
    const ask = await askingOf({
      roles: [
        role("a", asks("bachelor")),
        role("b", asks("master", "other-bachelor", "bachelor")),
        role("c", asks("doctor")),
      ],
      degrees: [
        { id: "degree:master", name: "Master", level: "MASTER" },
        { id: "degree:bachelor", name: "Bachelor", level: "BACHELOR" },
        { id: "degree:other-bachelor", name: "Other bachelor", level: "BACHELOR" },
        { id: "degree:doctor", name: "Doctor", level: "DOCTORATE" },
      ],
      transitions: [move("a", "b"), move("b", "c")],
    });
    const degreesOf = async (args: string): Promise<string[]> => {
      const { data } = await ask(`{ roadmap(${args}) { stages { degrees { id } } } }`);
      return data.roadmap.stages.flatMap(({ degrees }: { degrees: { id: string }[] }) => degrees.map(({ id }) => id));
    };
    expect(await degreesOf('to: "b"')).toEqual(["degree:bachelor"]);
    expect(await degreesOf('from: "a", to: "b"')).toEqual([]);
    expect(await degreesOf('to: "b", profile: { degrees: ["Master"] }')).toEqual([]);
    expect(await degreesOf('to: "b", profile: { degrees: ["Other bachelor"] }')).toEqual(["degree:bachelor"]);
    expect(await degreesOf('from: "a", to: "c"')).toEqual(["degree:doctor"]);
  });
});

describe("Titles", () => {
  test("are sorted in one way wherever roles are listed", async () => {
    const titles = ["zeta", "Éclair chef", "Beta", "alpha"];
    const ask = await askingOf({
      roles: [role("start"), ...titles.map((title, index) => role(`r${index}`, { title }))],
      transitions: titles.map((_, index) => move("start", `r${index}`)),
    });
    const { data } = await ask(`{ reachableRoles(from: "start") { nodes { title } } roles { nodes { title } } }`);
    expect(data.reachableRoles.nodes.map(({ title }: { title: string }) => title)).toEqual([
      "alpha",
      "Beta",
      "Éclair chef",
      "zeta",
    ]);
    expect(data.roles.nodes.filter(({ title }: { title: string }) => title !== "START")).toEqual(
      data.reachableRoles.nodes,
    );
  });
});

test("Skills that match EXACT are one skill in gap, comparison, similarity, roadmap and filter; each role shows its own", async () => {
  const ask = await asking(new EmbeddedStore(await matchedGraph(), new Date(0)));
  const { data } = await ask(`{
    skillGap(from: "Mason", to: "role:bricklayer") { coverage matched { skill { id } } missing { skill { id } } }
    compareRoles(roles: ["Mason", "role:bricklayer"]) { shared { id } roles { distinct { id } } }
    role(ref: "role:bricklayer") { similar(first: 5) { role { id } sharedSkills { id } } }
    roadmap(from: "Mason", to: "role:bricklayer") { stages { skills { skill { id } } } }
    roles(where: { requires: "skill:works-masonry" }) { nodes { id } }
    skill(ref: "skill:works-masonry") { roles { nodes { role { id } } } }
  }`);
  const [own, others] = [{ id: "skill:masonry" }, { id: "skill:works-masonry" }];
  expect(data.skillGap).toEqual({ coverage: 1, matched: [{ skill: others }], missing: [] });
  expect(data.compareRoles).toEqual({ shared: [own], roles: [{ distinct: [] }, { distinct: [] }] });
  expect(data.role.similar).toEqual([{ role: { id: "role:mason" }, sharedSkills: [others] }]);
  expect(data.roadmap.stages).toEqual([]);
  expect(data.roles.nodes).toEqual([{ id: "role:bricklayer" }, { id: "role:mason" }]);
  // The roles of a skill are those of its own dataset.
  expect(data.skill.roles.nodes).toEqual([{ role: { id: "role:bricklayer" } }]);
});

describe("Roles that EXACT matches join", () => {
  const match = (one: string, other: string) => {
    return { from: `role:${one}`, to: `role:${other}`, kind: "EXACT", basis: "INFERRED", note: "The same work." };
  };
  // In the guild, a leads to d through b or c. In the works, b is called ob.
  const served = async (): Promise<Ask> => {
    const own = {
      roles: ["a", "b", "c", "d"].map((name) => role(name)),
      transitions: [move("a", "b"), move("b", "d"), move("a", "c", 2), move("c", "d", 2)],
    };
    const other = {
      roles: ["oa", "ob", "oc", "od"].map((name) => role(name)),
      transitions: [move("oa", "ob", 2), move("ob", "od", 2), move("oa", "oc"), move("oc", "od")],
    };
    const dataset = await datasetOf(own, { id: "guild", name: "Guild" }, [
      { head: { id: "works", name: "Works" }, drafts: other },
      { head: { id: "between", name: "Both" }, drafts: { matches: [match("b", "ob")] } },
    ]);
    return asking(new EmbeddedStore(dataset, new Date(0)));
  };
  const roads = async (from: string, to: string, where: string): Promise<string[]> => {
    const ask = await served();
    const asked = `{ paths(from: "${from}", to: "${to}", objective: LEAST_TIME, where: { ${where} }) { paths { roles { title } } } }`;
    const { data } = await ask(asked);
    const { paths } = data.paths as { paths: { roles: { title: string }[] }[] };
    return paths.map(({ roles }) => roles.map(({ title }) => title).join(" "));
  };

  test("are avoided together, whichever is named", async () => {
    expect(await roads("A", "D", "maxSteps: 2")).toEqual(["A B D", "A C D"]);
    expect(await roads("A", "D", 'avoid: ["OB"]')).toEqual(["A C D"]);
    expect(await roads("OA", "OD", 'avoid: ["B"]')).toEqual(["OA OC OD"]);
  });

  test("are one via: any of them is enough, and paths within a dataset stay in it", async () => {
    expect(await roads("A", "D", 'via: ["OB"]')).toEqual(["A B D"]);
    expect(await roads("OA", "OD", 'via: ["B"]')).toEqual(["OA OB OD"]);
    expect(await roads("A", "OD", 'via: ["B"]')).toEqual(["A B OB OD"]);
    // If both are named by their ids, the path passes through both.
    expect(await roads("A", "OD", 'via: ["role:b", "role:ob"]')).toEqual(["A B OB OD"]);
    expect(await roads("A", "D", 'via: ["role:b", "role:ob"]')).toEqual([]);
  });

  test("are one role in errors, too", async () => {
    const ask = await served();
    const { errors } = await ask('{ paths(from: "B", to: "OD", where: { via: ["OB"], avoid: ["OB"] }) { outcome } }');
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: "BAD_USER_INPUT", argument: "where.avoid[0]", reason: "CONTRADICTION" },
      { code: "BAD_USER_INPUT", argument: "where.via[0]", reason: "CONTRADICTION" },
      { code: "BAD_USER_INPUT", argument: "where.via[0]", reason: "CONTRADICTION" },
    ]);
  });
});

test("Pages of reachable roles list those of the own dataset before those of others, even if the others are nearer", async () => {
  const ask = await asking(new EmbeddedStore(await matchedGraph(), new Date(0)));
  const found: (readonly [id: string, steps: number, years: number])[] = [];
  for (let after: string | null = null, pages = 0; pages === 0 || (after !== null && pages < 9); pages++) {
    const query =
      'query ($after: String) { reachableRoles(from: "Mason", first: 1, after: $after) { edges { node { id } totals { steps yearsAtLeast } } pageInfo { hasNextPage endCursor } } }';
    const answer: Answer = await ask(query, { after });
    const { edges, pageInfo } = answer.data.reachableRoles;
    for (const { node, totals } of edges) found.push([node.id, totals.steps, totals.yearsAtLeast]);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  expect(found).toEqual([
    ["role:master", 1, 3],
    ["role:bricklayer", 1, 0],
    ["role:foreman", 2, 3],
  ]);
});

describe("Close matches", () => {
  test("cite the match if another dataset has the role, and their own source within a dataset", async () => {
    const ask = await asking(new EmbeddedStore(await matchedGraph(), new Date(0)));
    const { data } = await ask(`{
      mason: role(ref: "Mason") { closeMatches { id } closeMatchLinks { role { id } basis citations { source { id } } } }
      master: role(ref: "Master") { closeMatchLinks { role { id } basis } }
      builder: role(ref: "Builder") { closeMatchLinks { role { id } } }
    }`);
    const bricklayer = { id: "role:bricklayer" };
    expect(data.mason).toEqual({
      closeMatches: [bricklayer],
      closeMatchLinks: [{ role: bricklayer, basis: "INFERRED", citations: [{ source: { id: "source:guide" } }] }],
    });
    expect(data.master.closeMatchLinks).toEqual([{ role: { id: "role:foreman" }, basis: "STATED" }]);
    expect(data.builder.closeMatchLinks).toEqual([]);
  });
});

describe("An empty list", () => {
  test("has no effect in any list that filters an answer", async () => {
    const ask = await askingSeed();
    const { data } = await ask(`{
      search: search(text: "ml") { totalCount } searchNone: search(text: "ml", kinds: []) { totalCount }
      statements { id } statementsNone: statements(topics: []) { id }
      around: neighborhood(id: "role:ml-engineer") { nodes { id } }
      aroundNone: neighborhood(id: "role:ml-engineer", kinds: [], relations: []) { nodes { id } }
    }`);
    expect(data.searchNone).toEqual(data.search);
    expect(data.statementsNone).toEqual(data.statements);
    expect(data.aroundNone).toEqual(data.around);
  });
});

describe("Trade-offs", () => {
  test("are sorted by steps, years and skills, and no path is dominated by another", async () => {
    const ask = await askingOf({
      roles: [role("s"), role("a", { skills: [need("skill:x")] }), role("b"), role("c"), role("d"), role("t")],
      skills: [skill("x")],
      transitions: [
        move("s", "t", 10),
        ...[move("s", "a", 1), move("a", "t", 2)],
        // As many years as the path through D, whose id comes later.
        ...[move("s", "d", 1), move("d", "t", 5), move("s", "b", 4), move("b", "t", 2)],
        // Dominated by the path through A: more years and as many steps, with nothing to learn; also by the path through B.
        ...[move("s", "c", 5), move("c", "t", 3)],
      ],
    });
    const { data } = await ask(
      '{ tradeoffs(from: "s", to: "t") { optimal paths { roles { title } totals { steps years skillsToLearn } } } }',
    );
    const [steps, years] = [2, 3];
    expect(data.tradeoffs).toEqual({
      optimal: true,
      paths: [
        { roles: titled("S", "T"), totals: { steps: 1, years: 10, skillsToLearn: 0 } },
        { roles: titled("S", "A", "T"), totals: { steps, years, skillsToLearn: 1 } },
        { roles: titled("S", "B", "T"), totals: { steps, years: 6, skillsToLearn: 0 } },
      ],
    });
  });

  test("contain only the first by role ids of equal paths, however their times are split over the steps", async () => {
    const ask = await askingOf({
      roles: [role("s"), role("a"), role("b"), role("t")],
      transitions: [move("s", "t", 10), move("s", "a", 2), move("a", "t", 1), move("s", "b", 1), move("b", "t", 2)],
    });
    const { data } = await ask('{ tradeoffs(from: "s", to: "t") { optimal paths { roles { title } } } }');
    expect(data.tradeoffs).toEqual({
      optimal: true,
      paths: [{ roles: titled("S", "T") }, { roles: titled("S", "A", "T") }],
    });
  });
});

function titled(...titles: string[]) {
  return titles.map((title) => ({ title }));
}
