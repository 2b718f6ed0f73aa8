import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { errorsPage } from "../../src/graphql/errors/errorsPage.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf } from "../dataset/datasetOf.js";
import { type Ask, asking } from "./seedService.js";

test("docs/errors.md is up to date", () => {
  expect(readFileSync("docs/errors.md", "utf8")).toBe(errorsPage());
});

describe("An alias that several records share", () => {
  let ask: Ask;
  beforeAll(async () => {
    const aliases = ["Twin"];
    const role = { place: "UNPLACED" };
    const dataset = await datasetOf(
      {
        roles: [
          { id: "role:one", title: "Tailor", aliases, ...role },
          { id: "role:two", title: "Tinker", aliases, ...role },
        ],
        skills: ["one", "two"].map((id) => ({ id: `skill:${id}`, name: `Skill ${id}`, aliases })),
        tracks: ["one", "two"].map((id) => ({ id: `track:${id}`, name: `Track ${id}`, aliases })),
        degrees: ["one", "two"].map((id) => ({ id: `degree:${id}`, name: `Degree ${id}`, aliases, level: "MASTER" })),
        certifications: ["one", "two"].map((id) => ({
          ...{ id: `certification:${id}`, name: `Certificate ${id}`, aliases, issuer: "Guild" },
          certifies: [{ to: "skill:one" }],
        })),
      },
      { sharedAliases: true },
    );
    ask = await asking(new EmbeddedStore(dataset, new Date(0)));
  });

  test.each([
    ["role", `{ role(ref: "twin") { id } }`, "ref"],
    ["skill", `{ skill(ref: "twin") { id } }`, "ref"],
    ["track", `{ roles(where: { track: "twin" }) { totalCount } }`, "where.track"],
    [
      "certification",
      `{ skillGap(to: "Tailor", profile: { certifications: ["twin"] }) { coverage } }`,
      "profile.certifications[0]",
    ],
    ["degree", `{ roadmap(to: "Tailor", profile: { degrees: ["twin"] }) { stages { name } } }`, "profile.degrees[0]"],
  ])("is ambiguous for a %s, with its owners as candidates", async (kind, query, argument) => {
    const { errors } = await ask(query);
    expect(errors).toMatchObject([
      { extensions: { code: `AMBIGUOUS_${kind.toUpperCase()}`, argument, reference: "twin" } },
    ]);
    expect((errors?.[0]?.extensions.candidates as { id: string }[]).map(({ id }) => id)).toEqual([
      `${kind}:one`,
      `${kind}:two`,
    ]);
  });

  test("is ignored with `ignoreUnknown`, and listed with its code and its owners as nodes", async () => {
    const { data } = await ask(`{
      skillGap(to: "Tailor", profile: { skills: ["twin", "Skil one", "zzz"], ignoreUnknown: true }) {
        ignored { argument reference code suggestions { id label } }
      }
    }`);
    expect(data.skillGap.ignored).toEqual([
      {
        ...{ argument: "profile.skills[0]", reference: "twin", code: "AMBIGUOUS_SKILL" },
        suggestions: [
          { id: "skill:one", label: "Skill one" },
          { id: "skill:two", label: "Skill two" },
        ],
      },
      expect.objectContaining({ code: "SKILL_NOT_FOUND", reference: "Skil one" }),
      expect.objectContaining({ code: "SKILL_NOT_FOUND", reference: "zzz", suggestions: [] }),
    ]);
    expect(data.skillGap.ignored[1].suggestions[0]).toEqual({ id: "skill:one", label: "Skill one" });
  });

  test.each([
    [`{ roles(first: 0) { totalCount } }`, "OUT_OF_RANGE"],
    [`{ nodes(ids: [${Array(101).fill('"x"').join()}]) { id } }`, "OUT_OF_RANGE"],
    [`{ paths(from: "Tailor", to: "Tinker", limit: 99) { outcome } }`, "OUT_OF_RANGE"],
    [`{ paths(from: "Tailor", to: "Tinker", where: { avoid: ["Tailor"] }) { outcome } }`, "CONTRADICTION"],
    [`{ compareRoles(roles: ["Tailor", "Tailor"]) { shared { id } } }`, "CONTRADICTION"],
    [`{ role(ref: "Tailor") { payBand(currency: "dollars") { min } } }`, "MALFORMED"],
    [`{ reachableRoles { totalCount } }`, "MISSING"],
    [
      `{ skillGap(to: "Tailor", profile: { levels: [{ skill: "Skill one", level: 1 }] }) { coverage } }`,
      "NOT_APPLICABLE",
    ],
    [`{ role(ref: "Tailor") { payBand(currency: "ABC") { min } } }`, "UNKNOWN_NAME"],
    [`{ neighborhood(id: "role:nobody") { truncated } }`, "UNKNOWN_ID"],
    [`{ skills(where: { category: "none" }) { totalCount } }`, "UNKNOWN_NAME"],
    [`{ roles(after: "garbage") { totalCount } }`, "FOREIGN_CURSOR"],
  ])("does not matter for other invalid arguments, which have reasons of their own: %s", async (query, reason) => {
    const { errors } = await ask(query);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", reason } }]);
  });
});
