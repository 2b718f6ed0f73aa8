import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed, operation } from "./seedService.js";

describe("paths", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test("says that the roles are not connected", async () => {
    const { data } = await ask(operation("paths"), { from: "VP of AI", to: "Data Scientist" });
    expect(data.paths).toMatchObject({ outcome: "NO_PATH", noPathReason: "NOT_CONNECTED", optimal: true, paths: [] });
  });

  test("says that the constraints exclude every path", async () => {
    const { data } = await ask(operation("paths"), {
      from: "Data Scientist",
      to: "Staff MLE",
      where: { avoid: ["Senior MLE"] },
    });
    expect(data.paths).toMatchObject({ outcome: "NO_PATH", noPathReason: "CONSTRAINED", paths: [] });
  });

  test("names the smallest set of constraints to remove, and the path that exists without them", async () => {
    const query = `query ($where: PathConstraints) { paths(from: "Data Scientist", to: "Staff MLE", where: $where) { noPathReason whyNot { constraints path { roles { id } summary } } } }`;
    const whyNot = async (where: object) => (await ask(query, { where })).data.paths.whyNot;
    const one = await whyNot({ avoid: ["VP of AI", "Senior MLE"], maxSteps: 5 });
    expect(one.constraints).toEqual(["where.avoid[1]"]);
    expect(one.path.roles.map(({ id }: { id: string }) => id)).toEqual([
      "role:data-scientist",
      "role:ml-engineer",
      "role:senior-ml-engineer",
      "role:staff-ml-engineer",
    ]);
    const two = await whyNot({ avoid: ["Senior MLE"], maxSteps: 2 });
    expect(two.constraints).toEqual(["where.avoid[0]", "where.maxSteps"]);
    expect(await whyNot({ maxSteps: 3 })).toBeNull();
  });

  test("lists the best paths in order, each different", async () => {
    const { data } = await ask(operation("paths"), { from: "Data Scientist", to: "VP of AI", limit: 5 });
    const { paths, optimal } = data.paths;
    expect(optimal).toBe(true);
    expect(paths.length).toBeGreaterThan(1);
    const lengths = paths.map((path: { totals: { steps: number } }) => path.totals.steps);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(paths.map((path: { roles: { id: string }[] }) => path.roles.map(({ id }) => id).join())).size).toBe(
      paths.length,
    );
  });

  test("lists paths that differ if `differ` is true; null means false", async () => {
    const roles = async (differ: boolean | null) => {
      const { data } = await ask(
        `query ($differ: Boolean) {
          paths(from: "Data Scientist", to: "VP of AI", differ: $differ) { outcome optimal paths { roles { id } } }
        }`,
        { differ },
      );
      expect(data.paths).toMatchObject({ outcome: "FOUND", optimal: true });
      return data.paths.paths.map(({ roles }: { roles: { id: string }[] }) => roles.map(({ id }) => id));
    };
    const alike = await roles(null);
    const [first, second, ...others] = await roles(true);
    expect(alike.length).toBe(3);
    expect(first).toEqual(alike[0]);
    expect(alike).not.toContainEqual(second);
    expect(others).toEqual([]);
    const own = second.slice(1, -1);
    expect(own.filter((id: string) => first.includes(id)).length * 2).toBeLessThanOrEqual(own.length);
  });

  test("does not list skills of the profile and of its certifications as skills to learn", async () => {
    const skills = async (profile: object | null) => {
      const { data } = await ask(operation("paths"), {
        from: "Data Scientist",
        to: "Machine Learning Engineer",
        limit: 1,
        profile,
      });
      return data.paths.paths[0].steps[0].skillsToLearn.map(
        (requirement: { skill: { name: string } }) => requirement.skill.name,
      ) as string[];
    };
    const nothing = await skills(null);
    expect(nothing).toContain("Python");
    expect(await skills({ skills: ["python"] })).toEqual(nothing.filter((name) => name !== "Python"));
    expect(nothing).toContain("TensorFlow/PyTorch");
    expect(await skills({ skills: ["PyTorch"] })).not.toContain("TensorFlow/PyTorch");
  });

  test("counts as many skills in the totals as the steps list", async () => {
    const { data } = await ask(operation("paths"), { from: "Junior MLE", to: "VP of AI", limit: 1 });
    const [path] = data.paths.paths;
    const listed = path.steps.flatMap((step: { skillsToLearn: { skill: { id: string } }[] }) =>
      step.skillsToLearn.map(({ skill }) => skill.id),
    );
    expect(path.totals.skillsToLearn).toBe(listed.length);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("takes null for every argument that has a default", async () => {
    const query = `query ($n: Int, $o: PathObjective) { paths(from: "Junior MLE", to: "Staff MLE", limit: $n, objective: $o) { paths { roles { id } } } }`;
    const { data, errors } = await ask(query, { n: null, o: null });
    expect(errors).toBeUndefined();
    expect(data).toEqual((await ask(`{ paths(from: "Junior MLE", to: "Staff MLE") { paths { roles { id } } } }`)).data);
  });

  test("reports all invalid references together, each with its argument path and code", async () => {
    const { data, errors } = await ask(operation("paths"), {
      from: "Nobody Anywhere",
      to: "Staf MLE",
      profile: { skills: ["Python", "Pyton"], certifications: ["No such certificate"], degrees: ["No such degree"] },
      where: { avoid: ["Senior MLE", "Nonsense"], tracks: ["upward"] },
    });
    expect(data).toEqual({ paths: null });
    expect(errors?.map(({ extensions }) => [extensions.argument, extensions.code])).toEqual([
      ["from", "ROLE_NOT_FOUND"],
      ["to", "ROLE_NOT_FOUND"],
      ["profile.skills[1]", "SKILL_NOT_FOUND"],
      ["profile.certifications[0]", "CERTIFICATION_NOT_FOUND"],
      ["profile.degrees[0]", "DEGREE_NOT_FOUND"],
      ["where.avoid[1]", "ROLE_NOT_FOUND"],
      ["where.tracks[0]", "TRACK_NOT_FOUND"],
    ]);
    expect(errors?.[1]?.extensions.suggestions).toContainEqual({
      id: "role:staff-ml-engineer",
      name: "Staff ML Engineer",
      matchedName: "Staff ML Engineer",
    });
    expect(errors?.[1]?.message).toContain("Did you mean “Staff ML Engineer”");
    expect(errors?.[2]?.message).toContain("“Python”");
  });

  test("reports values out of range and contradictions with invalid references, one error per argument", async () => {
    const { errors } = await ask(operation("paths"), {
      ...{ from: "Nobody Anywhere", to: "Staff MLE", limit: 21 },
      where: { via: ["Nonsense", "Nonsense", "Senior MLE"], avoid: ["Senior MLE", "Staff MLE"], maxSteps: -1 },
    });
    expect(errors?.map(({ extensions }) => [extensions.argument, extensions.code])).toEqual([
      ["from", "ROLE_NOT_FOUND"],
      ["where.via[0]", "ROLE_NOT_FOUND"],
      ["where.via[1]", "ROLE_NOT_FOUND"],
      ["limit", "BAD_USER_INPUT"],
      ["where.avoid[1]", "BAD_USER_INPUT"],
      ["where.via[2]", "BAD_USER_INPUT"],
      ["where.maxSteps", "BAD_USER_INPUT"],
    ]);
  });

  test.each([
    ["limit", { limit: 0 }],
    ["limit", { limit: 21 }],
    ["limit", { limit: 1_000_000 }],
    ["where.via[0]", { where: { via: ["Data Scientist"] } }],
    ["where.via[0]", { where: { via: ["Staff MLE"] } }],
    ["where.via[1]", { where: { via: ["Senior MLE", "role:senior-ml-engineer"] } }],
    ["where.via[0]", { where: { via: ["Senior MLE"], avoid: ["Senior MLE"] } }],
    ["where.avoid[0]", { where: { avoid: ["Data Scientist"] } }],
    ["where.maxSteps", { where: { maxSteps: -1 } }],
    ["where.maxYears", { where: { maxYears: -0.5 } }],
    ["where.maxTrackChanges", { where: { maxTrackChanges: -1 } }],
    ["profile.years", { profile: { years: -1 } }],
  ])("refuses an invalid %s: %o", async (argument, variables) => {
    const { errors } = await ask(operation("paths"), { from: "Data Scientist", to: "Staff MLE", ...variables });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  test.each([
    ["where.maxYears", `paths(from: "DS", to: "EM", where: { maxYears: 1e400 }) { outcome }`],
    ["profile.years", `paths(from: "DS", to: "EM", profile: { years: 1e400 }) { outcome }`],
    ["maxYears", `reachableRoles(from: "DS", maxYears: 1e400) { totalCount }`],
  ])("refuses a number larger than any float as %s", async (argument, field) => {
    const { errors } = await ask(`{ ${field} }`);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });
});
