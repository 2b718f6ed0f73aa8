import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../../src/paths/findPaths.js";
import { findTradeoffs } from "../../../src/paths/findTradeoffs.js";
import type { Network } from "../../../src/paths/network/Network.js";
import { type PathQuery, UNCONSTRAINED } from "../../../src/paths/query/PathQuery.js";
import { expectSaying } from "../../expectSaying.js";
import { BruteForce } from "../bruteForce.js";
import { type DrawnGraph, networkOf } from "../networkOf.js";
import { Dice } from "../randomGraph.js";

interface Layers {
  /** The skills that each role needs. */
  readonly needs: readonly (readonly number[])[];
  /** The roles that each role leads to, with the years of the step. */
  readonly steps: readonly (readonly (readonly [number, number])[])[];
}

/** Layers of roles, each leading to all roles of the next layer, with random skills; the name gives their width and number. */
function layersOf(name: "q4x12" | "q10x8"): Layers {
  return JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), "utf8")) as Layers;
}

function roleOf(index: number): string {
  return `n${String(index).padStart(5, "0")}`;
}

function graphOf({ needs, steps }: Layers): DrawnGraph {
  return Object.fromEntries(
    needs.map((skills, role) => [
      roleOf(role),
      {
        needs: skills.map((skill) => `s${skill}`),
        steps: steps[role]!.map(([to, years]) => ({ to: roleOf(to), years })),
      },
    ]),
  );
}

function drawnLayers(dice: Dice, width: number, count: number, needs: number, skills: number): Layers {
  const last = width * count + 1;
  const roles = Array.from({ length: last + 1 }, (_, role) => role);
  const layerOf = (role: number): number => Math.ceil(role / width);
  return {
    needs: roles.map(() =>
      dice.some(
        Array.from({ length: skills }, (_, skill) => skill),
        needs,
      ),
    ),
    steps: roles.map((role) =>
      roles.filter((to) => layerOf(to) === layerOf(role) + 1).map((to): [number, number] => [to, 1 + dice.below(4)]),
    ),
  };
}

function queryOf({ needs }: Layers, limit: number): PathQuery {
  return {
    fromId: `role:${roleOf(0)}`,
    toId: `role:${roleOf(needs.length - 1)}`,
    objective: "LEAST_LEARNING",
    limit,
    constraints: UNCONSTRAINED,
    heldSkillIds: [],
    heldDegrees: [],
  };
}

/** The fewest skills that a beam search finds if it keeps the partial paths with the fewest skills of each layer. */
function beamOf({ needs, steps }: Layers, width: number): number {
  const held = new Set(needs[0]);
  const last = needs.length - 1;
  let beam = [{ role: 0, learned: new Set<number>() }];
  let fewest = Infinity;
  while (beam.length > 0) {
    const longer = beam.flatMap(({ role, learned }) =>
      steps[role]!.map(([to]) => ({
        role: to,
        learned: new Set([...learned, ...needs[to]!.filter((skill) => !held.has(skill))]),
      })),
    );
    for (const { role, learned } of longer) if (role === last) fewest = Math.min(fewest, learned.size);
    beam = longer.sort((left, right) => left.learned.size - right.learned.size).slice(0, width);
  }
  return fewest;
}

function skillsOf(answer: { readonly paths: readonly { readonly totals: { readonly skillsToLearn: number } }[] }) {
  return answer.paths.map(({ totals }) => totals.skillsToLearn);
}

describe("the path with the least to learn, if it is too hard to prove", () => {
  test.each([
    { name: "q4x12", most: 35 },
    { name: "q10x8", most: 28 },
  ] as const)(
    "is as good as the best known path, with other paths found: $name",
    async ({ name, most }) => {
      const layers = layersOf(name);
      const network = await networkOf(graphOf(layers));
      // Limited only by expansions, so that a busy machine does not matter.
      const budget = { expansions: 10_000, milliseconds: Infinity };
      const one = await findPaths(network, { ...queryOf(layers, 1), budget });
      expect(skillsOf(one)[0]).toBeLessThanOrEqual(most);
      expect(one.lowerBound).toBeLessThanOrEqual(skillsOf(one)[0]!);
      expect(one.lowerBound).toBeGreaterThan(0);
      const many = await findPaths(network, { ...queryOf(layers, 20), budget });
      expect(skillsOf(many)[0]).toBeLessThanOrEqual(most);
      expect(many.paths.length).toBeGreaterThan(5);
      expect(skillsOf(many)).toEqual(skillsOf(many).sort((left, right) => left - right));
      const tradeoffs = await findTradeoffs(network, { ...queryOf(layers, 20), budget });
      expect(skillsOf(one)[0]).toBeLessThanOrEqual(Math.min(...skillsOf(tradeoffs)));
    },
    60_000,
  );

  test("is not worse than a beam of 200, the path of fewest steps and the trade-offs", async () => {
    let cut = 0;
    for (let seed = 1; seed <= 3; seed++) {
      const layers = drawnLayers(new Dice(seed), 5, 10, 4, 60);
      const network = await networkOf(graphOf(layers));
      const query = { ...queryOf(layers, 1), budget: { expansions: 8_000, milliseconds: Infinity } };
      const answer = await findPaths(network, query);
      const [fewest] = skillsOf(answer) as [number];
      expectSaying(fewest, `seed ${seed}`).toBeLessThanOrEqual(beamOf(layers, 200));
      const first = await findPaths(network, { ...query, objective: "FEWEST_STEPS" });
      expectSaying(fewest, `seed ${seed}`).toBeLessThanOrEqual(skillsOf(first)[0]!);
      const tradeoffs = await findTradeoffs(network, { ...query, limit: 20 });
      expectSaying(fewest, `seed ${seed}`).toBeLessThanOrEqual(Math.min(...skillsOf(tradeoffs)));
      if (answer.outcome === "LIMIT_REACHED") cut++;
    }
    expect(cut).toBeGreaterThan(1);
  }, 120_000);

  test("never needs fewer skills than the lower bound says, whatever the budget", async () => {
    let cut = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const layers = drawnLayers(new Dice(seed), 3, 5, 3, 14);
      const graph = graphOf(layers);
      const network = await networkOf(graph);
      const [best] = new BruteForce(graph, {}).paths(queryOf(layers, 1));
      for (const expansions of [0, 10, 30, 60, 100, 200, 100_000]) {
        const query = { ...queryOf(layers, 3), budget: { expansions } };
        const answer = await findPaths(network, query);
        expectSaying(answer.lowerBound, `seed ${seed}, ${expansions} expansions`).toBeLessThanOrEqual(best!.skills);
        if (answer.optimal) expect(answer.lowerBound).toBe(best!.skills);
        if (answer.outcome === "LIMIT_REACHED") cut++;
        expect(await findPaths(network, query)).toEqual(answer);
      }
    }
    expect(cut).toBeGreaterThan(100);
  }, 60_000);
});

describe("the lower bound", () => {
  const graph: DrawnGraph = {
    a: { needs: ["p"], steps: [{ to: "b", years: 1.5 }] },
    b: { needs: ["q", "r"], steps: [{ to: "c", years: 2 }] },
    c: { needs: ["q"] },
    d: {},
  };
  const ask = async (objective: PathQuery["objective"], toId: string) =>
    findPaths(await networkOf(graph), { ...queryOf({ needs: [], steps: [] }, 1), objective, fromId: "role:a", toId });

  test("is the figure of the first path in the unit of the objective, and null if there is none", async () => {
    expect((await ask("FEWEST_STEPS", "role:c")).lowerBound).toBe(2);
    expect((await ask("LEAST_TIME", "role:c")).lowerBound).toBe(3.5);
    expect((await ask("LEAST_LEARNING", "role:c")).lowerBound).toBe(2);
    expect((await ask("LEAST_LEARNING", "role:a")).lowerBound).toBe(0);
    expect((await ask("LEAST_LEARNING", "role:d")).lowerBound).toBe(null);
  });
});

describe("paths that differ only in role ids", () => {
  /** Layers in which all roles of a layer need the same: many paths, of which one is first by ids. */
  const ladder = (width: number, count: number, needs: (layer: number) => number[]): Layers => {
    const drawn = drawnLayers(new Dice(1), width, count, 0, 0);
    return {
      needs: drawn.needs.map((_, role) => needs(Math.ceil(role / width))),
      steps: drawn.steps.map((steps) => steps.map(([to]): [number, number] => [to, 1])),
    };
  };
  const cases: [string, Layers][] = [
    ["20 layers of 3 roles without skills", ladder(3, 20, () => [])],
    ["10 layers of 30 roles without skills", ladder(30, 10, () => [])],
    ["30 layers of 10 roles without skills", ladder(10, 30, () => [])],
    ["30 layers of 10 roles with skills of their own", ladder(10, 30, (layer) => [layer % 7, 10 + (layer % 5)])],
  ];

  test.each(cases)(
    "do not take long: %s",
    async (_name, layers) => {
      const network: Network = await networkOf(graphOf(layers));
      const budget = { expansions: 20_000, milliseconds: Infinity };
      const answer = await findPaths(network, { ...queryOf(layers, 1), budget });
      expect(answer).toMatchObject({ outcome: "FOUND", optimal: true });
      const first = await findPaths(network, { ...queryOf(layers, 1), objective: "FEWEST_STEPS" });
      expect(answer.paths[0]!.roleIds).toEqual(first.paths[0]!.roleIds);
      const five = await findPaths(network, { ...queryOf(layers, 5), budget });
      const firstFive = await findPaths(network, { ...queryOf(layers, 5), objective: "FEWEST_STEPS" });
      expect(five).toMatchObject({ outcome: "FOUND", optimal: true });
      expect(five.paths.map(({ roleIds }) => roleIds)).toEqual(firstFive.paths.map(({ roleIds }) => roleIds));
      const tradeoffs = await findTradeoffs(network, { ...queryOf(layers, 5), budget });
      expect(tradeoffs).toMatchObject({ outcome: "FOUND", optimal: true });
      expect(tradeoffs.paths.map(({ roleIds }) => roleIds)).toEqual([first.paths[0]!.roleIds]);
    },
    60_000,
  );
});
