import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed } from "./seedService.js";

interface Link {
  readonly basis: string;
  readonly citations: readonly { readonly heading: string }[];
  readonly sources: readonly { readonly id: string }[];
}
interface Named {
  readonly id: string;
}

const LINK = "basis citations { heading } sources { id }";

describe("Links of the seed dataset", () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await askingSeed();
  });

  test("are listed in the order of the linked nodes, each with a basis and sources", async () => {
    const { data, errors } = await ask(`{
      certifications { nodes { skills { id } skillLinks { skill { id } ${LINK} } } }
      trends { skills { id } skillLinks { skill { id } ${LINK} } }
      phases { skills { id } skillLinks { skill { id } ${LINK} } }
      activities { skills { id } skillLinks { skill { id } ${LINK} } }
    }`);
    expect(errors).toBeUndefined();
    const owners = [...data.certifications.nodes, ...data.trends, ...data.phases, ...data.activities];
    expect(owners.length).toBe(17);
    for (const { skills, skillLinks } of owners) {
      expect(skillLinks.map(({ skill }: { skill: Named }) => skill)).toEqual(skills);
      for (const { citations, sources } of skillLinks as Link[]) {
        expect(citations.length).toBeGreaterThan(0);
        expect(sources.length).toBeGreaterThan(0);
      }
    }
    const bases = (list: { skillLinks: Link[] }[]) =>
      list.flatMap(({ skillLinks }) => skillLinks.map(({ basis }) => basis));
    expect(new Set(bases(data.certifications.nodes))).toEqual(new Set(["INFERRED"]));
    expect(new Set(bases(data.trends))).toEqual(new Set(["STATED", "INFERRED"]));
  });

  test("of skills say what they are inferred from", async () => {
    const { data } = await ask(`{
      skill(ref: "NLP") { buildsOn { id } buildsOnLinks { skill { id } ${LINK} } partOf { id } partOfLinks { skill { id } ${LINK} } }
      none: skill(ref: "Python") { buildsOnLinks { skill { id } } partOfLinks { skill { id } } }
    }`);
    const { skill } = data;
    expect(skill.buildsOnLinks.map((link: { skill: Named }) => link.skill)).toEqual(skill.buildsOn);
    expect(skill.partOfLinks.map((link: { skill: Named }) => link.skill)).toEqual(skill.partOf);
    expect(skill.buildsOnLinks.map(({ basis }: Link) => basis)).toEqual(["INFERRED"]);
    const partOf = skill.partOfLinks.map((link: Link & { skill: Named }) => [link.skill.id, link.basis]);
    expect(Object.fromEntries(partOf)).toEqual({
      "skill:domain-expertise": "STATED",
      "skill:nlp-or-computer-vision": "INFERRED",
    });
    expect(data.none).toEqual({ buildsOnLinks: [], partOfLinks: [] });
  });

  test("show whether a claim of growth is about the role itself, and list close matches at both roles", async () => {
    const { data } = await ask(`{
      engineer: role(ref: "MLE") { growth { id } growthLinks { claim { id } ${LINK} } }
      analyst: role(ref: "Data Scientist") { growthLinks { claim { id } basis } }
      architect: role(ref: "ML Architect") { closeMatches { id } closeMatchLinks { role { id } ${LINK} } }
      vp: role(ref: "VP of AI") { closeMatchLinks { role { id } basis } }
    }`);
    expect(data.engineer.growthLinks.map(({ claim }: { claim: Named }) => claim)).toEqual(data.engineer.growth);
    expect(data.engineer.growthLinks.map(({ basis }: Link) => basis)).toEqual(["INFERRED", "INFERRED"]);
    expect(data.analyst.growthLinks).toEqual([{ claim: { id: "growth:data-scientists" }, basis: "STATED" }]);
    expect(data.architect.closeMatchLinks.map(({ role }: { role: Named }) => role)).toEqual(
      data.architect.closeMatches,
    );
    expect(data.vp.closeMatchLinks).toEqual([{ role: { id: "role:ml-architect-head-of-ai" }, basis: "INFERRED" }]);
  });
});
