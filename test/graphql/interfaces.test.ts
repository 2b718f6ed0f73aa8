import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed } from "./seedService.js";

describe("The common fields of nodes", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test("every claim has its subjects and citations, whether it is about pay or growth", async () => {
    const { data, errors } = await ask(`{
      role(ref: "role:data-scientist") { pay { ...claim } growth { ...claim } }
    }
    fragment claim on Claim { __typename id kind label note about { id } sources { id } }`);
    expect(errors).toBeUndefined();
    const claims = [...data.role.pay, ...data.role.growth];
    expect(new Set(claims.map(({ __typename }) => __typename))).toEqual(new Set(["PayClaim", "GrowthClaim"]));
    for (const { kind, about, sources } of claims) {
      expect(kind).toBe("CLAIM");
      expect(about).toContainEqual({ id: "role:data-scientist" });
      expect(sources).not.toEqual([]);
    }
  });

  test("the kind of an entity is a value that search and neighborhood accept", async () => {
    const ids = ["role:staff-ml-engineer", "track:ic", "skill:pytorch"];
    const { data } = await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id label kind } } }`, {
      ids,
    });
    expect(data.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(["ROLE", "TRACK", "SKILL"]);
    for (const { id, label, kind } of data.nodes) {
      const { data: found } = await ask(
        `query ($text: String!, $kinds: [NodeKind!]) { search(text: $text, kinds: $kinds) { nodes { id } } }`,
        { text: label, kinds: [kind] },
      );
      expect(found.search.nodes).toContainEqual({ id });
    }
  });
});
