import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed } from "./seedService.js";

describe("A profile with unknown references", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  const IGNORED = "ignored { argument reference message }";
  const profile = { skills: ["Python", "Pyton", "Underwater Basketry"], degrees: ["Knighthood"], ignoreUnknown: true };

  test.each([
    ["paths", `paths(from: "Data Scientist", to: "Staff MLE", profile: $profile) { ${IGNORED} }`],
    ["tradeoffs", `tradeoffs(from: "Data Scientist", to: "Staff MLE", profile: $profile) { ${IGNORED} }`],
    ["reachableRoles", `reachableRoles(from: "Data Scientist", profile: $profile) { ${IGNORED} }`],
    ["matchingRoles", `matchingRoles(profile: $profile) { ${IGNORED} }`],
    ["skillGap", `skillGap(to: "Staff MLE", profile: $profile) { ${IGNORED} }`],
    ["roadmap", `roadmap(to: "Staff MLE", profile: $profile) { ${IGNORED} }`],
    ["alternativePaths", `alternativePaths(profile: $profile) { ${IGNORED} }`],
  ])("has them listed by %s instead of refused", async (field, query) => {
    const { data, errors } = await ask(`query ($profile: ProfileInput!) { ${query} }`, { profile });
    expect(errors).toBeUndefined();
    const [answer] = [data[field]].flat();
    expect(answer.ignored).toMatchObject([
      { argument: "profile.skills[1]", reference: "Pyton", message: expect.stringContaining("“Python”") },
      { argument: "profile.skills[2]", reference: "Underwater Basketry" },
      { argument: "profile.degrees[0]", reference: "Knighthood" },
    ]);
  });

  test("still counts its known references", async () => {
    const gap = async (given: object) =>
      (
        await ask(
          'query ($profile: ProfileInput) { skillGap(to: "Junior MLE", profile: $profile) { coverage matched { skill { name } } } }',
          { profile: given },
        )
      ).data.skillGap;
    expect(await gap(profile)).toEqual(await gap({ skills: ["Python"] }));
    expect((await gap(profile)).matched).toEqual([{ skill: { name: "Python" } }]);
  });

  test("is refused with `ignoreUnknown`, too, if a list is too long or the roles are unknown", async () => {
    const query = "query ($to: String!, $profile: ProfileInput) { skillGap(to: $to, profile: $profile) { coverage } }";
    const long = { skills: Array(101).fill("x"), ignoreUnknown: true };
    expect((await ask(query, { to: "Staff MLE", profile: long })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", argument: "profile.skills" } },
    ]);
    expect((await ask(query, { to: "Nobody", profile })).errors).toMatchObject([
      { extensions: { code: "ROLE_NOT_FOUND" } },
    ]);
  });

  test.each([-1, 101])("may have 0 to 100 years of experience, not %s", async (years) => {
    const query = 'query ($profile: ProfileInput) { skillGap(to: "Staff MLE", profile: $profile) { coverage } }';
    expect((await ask(query, { profile: { years } })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", argument: "profile.years", reason: "OUT_OF_RANGE" } },
    ]);
  });

  test("lists no ignored references without `ignoreUnknown`", async () => {
    const { data } = await ask(`{ skillGap(to: "Staff MLE", profile: { skills: ["Python"] }) { ${IGNORED} } }`);
    expect(data.skillGap.ignored).toEqual([]);
  });
});

describe("the degrees of the seed", () => {
  test.each([
    [["Bachelor's", "bachelors", "BA", "B.A.", "BSc", "B.S.", "Bachelor of Science"], "degree:bachelors-degree"],
    [["Master's", "masters", "master's degree", "MA", "M.Sc.", "MEng"], "degree:masters-degree"],
    [["PhD", "Ph.D.", "phd", "doctorate", "DPhil", "Doctor's degree"], "degree:phd"],
  ])("are found by common spellings: %j", async (names, id) => {
    const askSeed = await askingSeed();
    for (const name of names) {
      const { data, errors } = await askSeed(
        `query ($name: String!) { search(text: $name, kinds: [DEGREE], first: 1) { nodes { id } }
          skillGap(to: "Staff MLE", profile: { degrees: [$name] }) { ignored { reference } } }`,
        { name },
      );
      expect(errors).toBeUndefined();
      expect(data.search.nodes).toEqual([{ id }]);
    }
  });
});
