import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed, operation } from "./seedService.js";

interface Totals {
  readonly steps: number;
  readonly years: number;
  readonly skillsToLearn: number;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe("On the seed dataset", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });
  const answer = async (name: string, variables: object) => {
    const { data, errors } = await ask(operation(name), { ...variables });
    expect(errors).toBeUndefined();
    return data;
  };

  test("least learning never learns more than fewest steps", async () => {
    const variables = { from: "Data Scientist", to: "VP of AI", limit: 1, profile: { skills: ["Python"] } };
    const [fewest] = (await answer("paths", variables)).paths.paths;
    const least = (await answer("paths", { ...variables, objective: "LEAST_LEARNING" })).paths;
    expect(least.optimal).toBe(true);
    expect(least.maxSteps).toBe(fewest.totals.steps + 3);
    expect(least.paths[0].totals.skillsToLearn).toBeLessThanOrEqual(fewest.totals.skillsToLearn);
  });

  test("reachable roles meet both limits, are sorted nearest first, and do not include the start", async () => {
    const { reachableRoles } = await answer("reachable-roles", {
      from: "Senior MLE",
      maxSteps: 2,
      maxYears: 6,
      first: 100,
    });
    expect(reachableRoles.outcome).toBe("FOUND");
    const steps = reachableRoles.edges.map((edge: { totals: Totals }) => edge.totals.steps);
    expect(steps).toEqual([...steps].sort((a: number, b: number) => a - b));
    for (const { node, totals } of reachableRoles.edges) {
      expect(totals.steps).toBeLessThanOrEqual(2);
      expect(totals.years).toBeLessThanOrEqual(6);
      expect(node.id).not.toBe("role:senior-ml-engineer");
    }
    expect(ids(reachableRoles.edges.map((edge: { node: { id: string } }) => edge.node))).toContain(
      "role:staff-ml-engineer",
    );
    expect((await answer("reachable-roles", { from: "VP of AI" })).reachableRoles).toMatchObject({
      outcome: "NO_PATH",
      totalCount: 0,
    });
  });

  test("the path of a reachable role has the listed totals", async () => {
    const { data } = await ask(
      `{ reachableRoles(from: "Junior MLE", maxSteps: 3) { edges { node { id } totals { steps years } path { roles { id } totals { steps years } } } } }`,
    );
    expect(data.reachableRoles.edges.length).toBeGreaterThan(5);
    for (const { node, totals, path } of data.reachableRoles.edges) {
      expect(path.totals).toEqual(totals);
      expect(path.roles.at(-1).id).toBe(node.id);
    }
  });

  test("the roles from which a role can be reached are those with a path to it within the limits, nearest first", async () => {
    const { data } = await ask(
      `{ reachableRoles(to: "Staff MLE", maxYears: 8, first: 100) { outcome edges { node { id } totals { steps years } path { roles { id } } } } }`,
    );
    expect(data.reachableRoles.outcome).toBe("FOUND");
    const found = data.reachableRoles.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(found).toContain("role:data-scientist");
    for (const { node, totals, path } of data.reachableRoles.edges) {
      const roles = path.roles.map(({ id }: { id: string }) => id);
      expect([roles[0], roles.at(-1)]).toEqual([node.id, "role:staff-ml-engineer"]);
      const { data: best } = await ask(
        'query ($from: String!) { shortestPath(from: $from, to: "Staff MLE") { roles { id } totals { steps years } } }',
        { from: node.id },
      );
      expect(best.shortestPath.totals.steps).toBeLessThanOrEqual(totals.steps);
    }
    // The other roles have no path of 8 years or less.
    const { data: all } = await ask("{ roles(first: 100) { nodes { id } } }");
    for (const { id } of all.roles.nodes.filter((role: { id: string }) => !found.includes(role.id))) {
      const { data: none } = await ask(
        'query ($from: String!) { paths(from: $from, to: "Staff MLE", where: { maxYears: 8, maxSteps: 12 }) { outcome } }',
        { from: id },
      );
      if (id !== "role:staff-ml-engineer") expect({ id, ...none.paths }).toEqual({ id, outcome: "NO_PATH" });
    }
  });

  test("reachableRoles needs one end, not both", async () => {
    const { errors: none } = await ask("{ reachableRoles { totalCount } }");
    expect(none).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", reason: "MISSING", argument: "from" } }]);
    const { errors: both } = await ask(`{ reachableRoles(from: "Nobody", to: "Staff MLE") { totalCount } }`);
    expect(both).toMatchObject([
      { extensions: { code: "ROLE_NOT_FOUND", argument: "from" } },
      { extensions: { code: "BAD_USER_INPUT", reason: "CONTRADICTION", argument: "to" } },
    ]);
    expect((await ask(`{ reachableRoles(from: null, to: "Staff MLE") { totalCount } }`)).errors).toBeUndefined();
  });

  test("invalid limits are refused together with an invalid reference", async () => {
    const { errors } = await ask(operation("reachable-roles"), { from: "Nobody", maxSteps: -1, maxYears: -2 });
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
      ["ROLE_NOT_FOUND", "from"],
      ["BAD_USER_INPUT", "maxSteps"],
      ["BAD_USER_INPUT", "maxYears"],
    ]);
  });

  test("a matching role has the figures of its skill gap, and needs a skill of the profile", async () => {
    const profile = { skills: ["Python", "Kubernetes"], certifications: ["Deep Learning Specialization"] };
    const { matchingRoles } = await answer("matching-roles", { profile, first: 100 });
    expect(matchingRoles.totalCount).toBeGreaterThan(5);
    for (const edge of matchingRoles.edges) {
      const { data } = await ask(
        `query ($to: String!, $profile: ProfileInput) {
          skillGap(to: $to, profile: $profile) {
            coverage weightedCoverage matched { id } missing { id } toRaise { heldLevel }
          }
        }`,
        { to: edge.node.id, profile },
      );
      const { coverage, weightedCoverage, matched, missing, toRaise } = data.skillGap;
      expect(edge).toMatchObject({
        ...{ coverage, weightedCoverage, matchedCount: matched.length, missingCount: missing.length },
        toRaiseCount: toRaise.length,
      });
      expect(matched.length).toBeGreaterThan(0);
    }
  });

  test("a skill gap splits the needs of a role into held and missing skills", async () => {
    const { role } = await answer("role", { ref: "Machine Learning Engineer" });
    const { skillGap } = await answer("skill-gap", {
      from: "Junior MLE",
      to: "Machine Learning Engineer",
      profile: { skills: ["PyTorch"] },
    });
    // A domain is learned together with the choice of two domains that the same role needs, so it is not missing in addition.
    const along = "requirement:ml-engineer--domain-expertise";
    expect([...ids(skillGap.matched), ...ids(skillGap.missing), along].sort()).toEqual(ids(role.skills).sort());
    const essential = (list: { importance: string }[]) =>
      list.filter(({ importance }) => importance === "ESSENTIAL").length;
    expect(skillGap.coverage).toBeCloseTo(essential(skillGap.matched) / essential(role.skills));
    const complete = (await answer("skill-gap", { from: "Staff MLE", to: "Senior MLE" })).skillGap;
    expect(complete).toMatchObject({ coverage: 1, missing: [] });
    expect((await answer("skill-gap", { to: "MLOps Engineer" })).skillGap.from).toBeNull();
  });

  test("certifications count as the skills that they prove", async () => {
    const without = (await answer("skill-gap", { from: "Data Scientist", to: "Machine Learning Engineer" })).skillGap;
    const certifications = ["AWS Certified Machine Learning – Specialty"];
    const held = (
      await answer("skill-gap", {
        from: "Data Scientist",
        to: "Machine Learning Engineer",
        profile: { certifications },
      })
    ).skillGap;
    expect(held.matched.length).toBeGreaterThan(without.matched.length);
  });

  test("a roadmap never lists a skill before one that it builds on, and lists each skill once", async () => {
    const { roadmap } = await answer("roadmap", { from: "Data Scientist", to: "Staff MLE" });
    const order: string[] = roadmap.stages.flatMap((stage: { skills: { skill: Named }[] }) =>
      stage.skills.map(({ skill }) => skill.id),
    );
    expect(new Set(order).size).toBe(order.length);
    for (const stage of roadmap.stages) {
      for (const { skill, buildsOn, neededBy } of stage.skills) {
        for (const foundation of buildsOn) expect(order.indexOf(foundation.id)).toBeLessThan(order.indexOf(skill.id));
        expect(neededBy.length).toBeGreaterThan(0);
      }
    }
    const { skillGap } = await answer("skill-gap", { from: "Data Scientist", to: "Staff MLE" });
    for (const { skill } of skillGap.missing) expect(order).toContain(skill.id);
    const starts = roadmap.stages.map((stage: { years: { from: number } }) => stage.years.from);
    expect(starts).toEqual([...starts].sort((a: number, b: number) => a - b));
  });

  test("a roadmap begins at the phase of the person's years and omits degrees that are held", async () => {
    const roadmap = async (profile: object) => (await answer("roadmap", { to: "Junior MLE", profile })).roadmap.stages;
    const [first] = await roadmap({});
    expect(first).toMatchObject({ name: "Foundation" });
    expect(first.degrees.length).toBeGreaterThan(0);
    const [later] = await roadmap({ years: 5 });
    expect(later).toMatchObject({ name: "Systems Thinking" });
    const educated = await roadmap({ degrees: ["PhD"] });
    expect(educated.flatMap((stage: { degrees: unknown[] }) => stage.degrees)).toEqual([]);
  });

  test("a roadmap needs no path", async () => {
    const ends = { from: "VP of AI", to: "Data Scientist" };
    expect((await answer("shortest-path", ends)).shortestPath).toBeNull();
    const { roadmap } = await answer("roadmap", ends);
    const skills = roadmap.stages.flatMap((stage: { skills: unknown[] }) => stage.skills) as { neededBy: Named[] }[];
    expect(skills.length).toBeGreaterThan(0);
    for (const { neededBy } of skills) expect(ids(neededBy)).toEqual(["role:data-scientist"]);
  });

  test("a comparison of roles lists the skills that all need and those that only one needs", async () => {
    const refs = ["Junior MLE", "Machine Learning Engineer", "Staff MLE"];
    const { compareRoles } = await answer("compare-roles", { roles: refs });
    const needs: Set<string>[] = [];
    for (const ref of refs) {
      const { role } = await answer("role", { ref });
      needs.push(new Set(role.skills.map(({ skill }: { skill: Named }) => skill.id)));
    }
    const all = [...(needs[0] as Set<string>)].filter((id) => needs.every((set) => set.has(id)));
    expect(ids(compareRoles.shared).sort()).toEqual(all.sort());
    for (const [index, { distinct }] of compareRoles.roles.entries()) {
      const alone = [...(needs[index] as Set<string>)].filter((id) =>
        needs.every((set, other) => other === index || !set.has(id)),
      );
      expect(ids(distinct).sort()).toEqual(alone.sort());
    }
  });

  test.each([
    ["roles", ["Staff MLE"]],
    ["roles", ["Staff MLE", "Junior MLE", "Senior MLE", "VP of AI", "Data Engineer", "AI Consultant"]],
    ["roles[1]", ["Staff MLE", "staff ml engineer"]],
  ])("refuses to compare %s of %j", async (argument, roles) => {
    const { errors } = await ask(operation("compare-roles"), { roles });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  test("a comparison reports a repeated role together with invalid references", async () => {
    const { errors } = await ask(operation("compare-roles"), { roles: ["Nobody", "DS", "Nobody", "Data Scientist"] });
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
      ["ROLE_NOT_FOUND", "roles[0]"],
      ["ROLE_NOT_FOUND", "roles[2]"],
      ["BAD_USER_INPUT", "roles[3]"],
    ]);
  });

  test("a comparison of tracks groups roles by seniority and lists the switches", async () => {
    const { compareTracks } = await answer("compare-tracks", {});
    const rungs = Object.fromEntries(
      compareTracks.rungs.map((rung: { seniority: number; roles: { title: string }[] }) => [
        rung.seniority,
        rung.roles.map(({ title }) => title),
      ]),
    );
    expect(rungs).toEqual({
      1: ["Junior ML Engineer"],
      2: ["Machine Learning Engineer"],
      3: ["Senior ML Engineer"],
      4: ["Staff ML Engineer", "ML Engineering Manager"],
      5: ["Principal ML Engineer", "Director of Machine Learning"],
      6: ["VP of AI"],
    });
    expect(compareTracks.switches.map(({ kind }: { kind: string }) => kind)).toEqual(Array(5).fill("TRACK_CHANGE"));
    expect((await ask(operation("compare-tracks"), { tracks: ["ic", "IC"] })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", argument: "tracks[1]" } },
    ]);
  });

  test("alternatives are the roles that one transition reaches from the given role, or all of them", async () => {
    const from = (await answer("alternative-paths", { from: "Machine Learning Engineer" })).alternativePaths;
    expect(from.length).toBe(4);
    for (const { departsFrom } of from) expect(departsFrom).toMatchObject([{ from: { id: "role:ml-engineer" } }]);
    const all = (await answer("alternative-paths", {})).alternativePaths;
    expect(all.length).toBe(5);
    expect((await answer("alternative-paths", { from: "VP of AI" })).alternativePaths).toEqual([]);
  });
});
