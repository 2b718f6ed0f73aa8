import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed } from "./seedService.js";

describe("A reference", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });
  const role = (ref: string) => ask("query ($ref: String!) { role(ref: $ref) { id } }", { ref });

  test("that nearly names a role is an error with the role as a suggestion", async () => {
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

  test("that many roles share a word of is never silently one of them", async () => {
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
  ])("made of %s is not found, and search takes it too", async (_, text) => {
    const { errors } = await role(text);
    expect(errors).toMatchObject([{ extensions: { code: "ROLE_NOT_FOUND" } }]);
    const found = await ask("query ($text: String!) { search(text: $text) { totalCount } }", { text });
    expect(found.errors).toBeUndefined();
  });

  test("of 100 KB is refused with its length", async () => {
    const text = "x".repeat(100_000);
    expect((await role(text)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "ref" } }]);
    const found = await ask("query ($text: String!) { search(text: $text) { totalCount } }", { text });
    expect(found.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "text" } }]);
    expect(JSON.stringify([found, await role(text)]).length).toBeLessThan(2_000);
  });

  test("list is refused beyond 100 entries", async () => {
    const { errors } = await ask(
      `query ($skills: [String!]) { paths(from: "Data Scientist", to: "Staff MLE", profile: { skills: $skills }) { outcome } }`,
      { skills: Array.from({ length: 101 }, () => "Python") },
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "profile.skills" } }]);
  });
});
