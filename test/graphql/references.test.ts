import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed } from "./seedService.js";

describe("A reference", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });
  const role = (ref: string) => ask("query ($ref: String!) { role(ref: $ref) { id } }", { ref });

  test("that is similar to a role's name is an error with the role as a suggestion", async () => {
    const { data, errors } = await role("Staf MLE");
    expect(data).toEqual({ role: null });
    expect(errors).toMatchObject([
      { path: ["role"], extensions: { code: "ROLE_NOT_FOUND", argument: "ref", reference: "Staf MLE" } },
    ]);
    expect(errors?.[0]?.extensions.suggestions).toContainEqual({
      id: "role:staff-ml-engineer",
      name: "Staff ML Engineer",
      matchedName: "Staff ML Engineer",
    });
  });

  test("that is a word of several roles never means one of them", async () => {
    const { data, errors } = await role("Engineer");
    expect(data).toEqual({ role: null });
    const extensions = errors?.[0]?.extensions;
    expect(["ROLE_NOT_FOUND", "AMBIGUOUS_ROLE"]).toContain(extensions?.code);
    expect(((extensions?.candidates ?? extensions?.suggestions) as unknown[]).length).toBeGreaterThan(1);
  });

  test.each([
    ["quotes and braces", `"}) { id } } #`],
    ["backslashes", "\\\\\\"],
    ["Lucene operators", "*:* OR title:/.*/ AND -a~2 ^4 [a TO b] && || !"],
    ["Cypher", "') MATCH (n) DETACH DELETE n //"],
    ["NUL", "a\u0000b"],
    ["lone surrogates", "a\ud800b\udfff"],
    ["nothing", ""],
    ["blanks", " \t\n"],
    ["a known property of objects", "__proto__"],
    ["an id of another kind", "skill:python"],
  ])("made of %s is not found, and search accepts it", async (_, text) => {
    const { errors } = await role(text);
    expect(errors).toMatchObject([{ extensions: { code: "ROLE_NOT_FOUND" } }]);
    const found = await ask("query ($text: String!) { search(text: $text) { totalCount } }", { text });
    expect(found.errors).toBeUndefined();
  });

  test.each([
    ['role(ref: "skill:python") { id }', "ref", "“skill:python” refers to a skill, but a role is needed."],
    ['skillGap(to: "skill:python") { coverage }', "to", "“skill:python” refers to a skill, but a role is needed."],
    ['skill(ref: "employer:x") { id }', "ref", "“employer:x” refers to an employer, but a skill is needed."],
    ['role(ref: "role:nobody") { id }', "ref", "No role is named “role:nobody”."],
    ['role(ref: "skill: Python") { id }', "ref", "No role is named “skill: Python”."],
  ])("that is an id of another kind gets an error that says so: %s", async (field, argument, message) => {
    const { errors } = await ask(`{ ${field} }`);
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { argument } }]);
  });

  test("for the root of a neighborhood must be an id, and the error says how to find one", async () => {
    const messageFor = async (id: string) =>
      (await ask("query ($id: ID!) { neighborhood(id: $id) { truncated } }", { id })).errors?.[0]?.message;
    for (const text of ["Staff MLE", "", "role:Staff MLE", "job:x"]) {
      expect(await messageFor(text)).toContain(
        "is not an id. Give an id such as role:staff-ml-engineer. `search` finds",
      );
    }
    expect(await messageFor("role:nobody")).toContain("There is no node with this id.");
  });

  test("of 100 KB is refused with its length", async () => {
    const text = "x".repeat(100_000);
    expect((await role(text)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "ref" } }]);
    const found = await ask("query ($text: String!) { search(text: $text) { totalCount } }", { text });
    expect(found.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "text" } }]);
    expect(JSON.stringify([found, await role(text)]).length).toBeLessThan(2_000);
  });

  test("list is refused if it has more than 100 entries", async () => {
    const { errors } = await ask(
      `query ($skills: [String!]) { paths(from: "Data Scientist", to: "Staff MLE", profile: { skills: $skills }) { outcome } }`,
      { skills: Array.from({ length: 101 }, () => "Python") },
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "profile.skills" } }]);
  });
});
