import { describe, expect, test } from "@jest/globals";
import { matchingRoles } from "../../src/paths/matchingRoles.js";
import { buildNetwork } from "../../src/paths/network/buildNetwork.js";
import type { HeldLevel } from "../../src/paths/query/HeldLevel.js";
import { skillGap } from "../../src/paths/skillGap.js";
import { expectSaying } from "../expectSaying.js";
import { type DrawnGraph, levelOfNeed, networkOf, roleRowsOf, skillRowsOf, skillSlug } from "./networkOf.js";
import { Dice } from "./randomGraph.js";

const SKILLS = ["tf", "torch", "deep", "sql", "stats", "lead", "cloud", "etl", "go", "git"];
/** "lead" is held by a person who holds "deep" or "stats", and "deep" by one who holds "tf" or "torch". */
const CHOICES = { deep: ["tf", "torch"], lead: ["deep", "stats"] };
/** Skills that have other ids in the second dataset: each matches the first one EXACT. */
const TWINS = ["sql", "stats", "tf"];

/** The name under which the design counts a skill: that of the skills that match it EXACT. */
const classOf = (slug: string) => slug.replace(/2$/, "");

/** The skills of which one satisfies a skill: itself, and the parts of a choice and of the choices among those. */
function satisfiers(slug: string): string[] {
  const parts = (CHOICES as Readonly<Record<string, readonly string[]>>)[slug] ?? [];
  return [slug, ...parts.flatMap(satisfiers)];
}

/** Roles of two datasets, most with many needs; each dataset has its own ids for the skills of TWINS. */
function drawnGraph(dice: Dice): DrawnGraph {
  return Object.fromEntries(
    Array.from({ length: 3 + dice.below(10) }, (_, i) => {
      const part = dice.below(2);
      const needs = dice.some(SKILLS, dice.below(SKILLS.length)).map((slug) => {
        const named = part === 1 && TWINS.includes(slug) ? `${slug}2` : slug;
        const level = slug in CHOICES || dice.chance(0.4) ? "" : `@${dice.below(7) / 2}`;
        return `${named}${level}${dice.chance(0.4) ? "?" : ""}`;
      });
      return [`r${i}`, { part, needs, title: dice.pick(["Émile", "emil", "Zoo", "Ant", `T${i}`]) }];
    }),
  );
}

/** The rows of the design, written without code of the planner. */
function expectedMatches(graph: DrawnGraph, heldSlugs: readonly string[], levels: readonly HeldLevel[]) {
  const levelOf = new Map(levels.map(({ skillId, part, level }) => [classOf(skillId.slice(6)), { part, level }]));
  const held = new Set([...heldSlugs.map(classOf), ...levelOf.keys()]);
  const rows = Object.entries(graph).flatMap(([slug, role]) => {
    const needs = (role.needs ?? []).map((need) => {
      const skill = classOf(skillSlug(need));
      const heldAt = levelOf.get(skill);
      const needed = levelOfNeed(need);
      const low = heldAt?.part === role.part && needed !== null && heldAt!.level <= needed - 0.5;
      const isHeld = satisfiers(skill).some((one) => held.has(one));
      return { skill, weight: need.endsWith("?") ? 1 : 2, matched: isHeld && !low, low, isHeld };
    });
    const sum = (some: typeof needs) => some.reduce((total, { weight }) => total + weight, 0);
    const matched = needs.filter((need) => need.matched);
    const essential = needs.filter(({ weight }) => weight === 2);
    // Learning a part also learns the choice.
    const missing = needs.filter(
      ({ skill, isHeld }) =>
        !isHeld && !needs.some((other) => other.skill !== skill && satisfiers(skill).includes(other.skill)),
    );
    if (matched.length === 0) return [];
    return {
      roleId: `role:${slug}`,
      weight: sum(matched),
      fewNeeds: needs.length < 5,
      coverage: essential.length === 0 ? null : essential.filter((need) => need.matched).length / essential.length,
      weightedCoverage: sum(matched) / sum(needs),
      matchedCount: matched.length,
      missingCount: missing.length,
      toRaiseCount: needs.filter(({ low }) => low).length,
    };
  });
  const titleOf = ({ roleId }: { roleId: string }) => graph[roleId.slice(5)]!.title!.toLowerCase().replace("é", "e");
  return rows.sort(
    (left, right) =>
      Number(left.fewNeeds) - Number(right.fewNeeds) ||
      right.weight - left.weight ||
      right.weightedCoverage - left.weightedCoverage ||
      (titleOf(left) < titleOf(right) ? -1 : titleOf(left) > titleOf(right) ? 1 : 0) ||
      (left.roleId < right.roleId ? -1 : 1),
  );
}

describe("matching roles", () => {
  test("are those of the design, for random needs with levels, choices and EXACT matches; the gap of each agrees", async () => {
    let [rows, few, raised, uncovered] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 400; seed++) {
      const dice = new Dice(seed);
      const graph = drawnGraph(dice);
      // Both datasets have every skill, so that the ids that a person gives are known.
      const all = { ...graph, none: { needs: [] } };
      const skills = skillRowsOf({ ...all, x: { needs: [...SKILLS, ...TWINS.map((slug) => `${slug}2`)] } }, CHOICES);
      const twin = (id: string) => (id.endsWith("2") ? id.slice(0, -1) : `${id}2`);
      const ids = new Set(skills.map(({ id }) => id));
      const network = await buildNetwork(
        "test",
        [roleRowsIn(all, skills)],
        [skills.map((row) => ({ ...row, sameAsIds: ids.has(twin(row.id)) ? [twin(row.id)] : [] }))],
      );
      const heldSlugs = dice.some([...SKILLS, "sql2"], dice.below(5));
      const levels = dice
        .some(["tf", "sql2", "go", "git"], dice.below(3))
        .map((slug) => ({ skillId: `skill:${slug}`, part: slug.endsWith("2") ? 1 : 0, level: dice.below(7) / 2 }));
      const heldIds = heldSlugs.map((slug) => `skill:${slug}`);
      const found = await matchingRoles(network, heldIds, levels);
      const expected = expectedMatches(all, heldSlugs, levels);
      expectSaying(found, `seed ${seed}`).toMatchObject(expected);
      expect(found).toHaveLength(expected.length);
      for (const { roleId, coverage, weightedCoverage, missingCount, toRaiseCount } of found) {
        const gap = skillGap(network, roleId, null, heldIds, levels);
        expect([coverage, weightedCoverage]).toEqual([gap.coverage, gap.weightedCoverage]);
        expect([missingCount, toRaiseCount]).toEqual([gap.missingSkillIds.length, gap.toRaise.length]);
      }
      rows += found.length;
      few += found.filter(({ fewNeeds }) => fewNeeds).length;
      raised += found.filter(({ toRaiseCount }) => toRaiseCount > 0).length;
      uncovered += found.filter(({ coverage }) => coverage === null).length;
    }
    expect(rows).toBeGreaterThan(1500);
    expect(Math.min(few, raised, uncovered)).toBeGreaterThan(50);
  });

  test("are empty for a person without known skills", async () => {
    const network = await networkOf({ a: { needs: ["sql"] } });
    expect(await matchingRoles(network, [])).toEqual([]);
    expect(await matchingRoles(network, ["skill:unknown"])).toEqual([]);
    expect(await matchingRoles(network, ["skill:sql"])).toMatchObject([{ roleId: "role:a", fewNeeds: true }]);
  });
});

/** The rows of roles whose skills are given by their index among more skills than the roles need. */
function roleRowsIn(graph: DrawnGraph, skills: readonly { readonly id: string }[]) {
  const places = new Map(skills.map(({ id }, place) => [id, place]));
  return roleRowsOf(graph, CHOICES).map((row) => ({
    ...row,
    skillOrdinals: (graph[row.id.slice(5)]!.needs ?? []).map((need) => places.get(`skill:${skillSlug(need)}`)!),
  }));
}
