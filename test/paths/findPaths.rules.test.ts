import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../src/paths/findPaths.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import type { FoundPath, FoundPaths, FoundTotals } from "../../src/paths/answer/FoundPaths.js";
import type { Network } from "../../src/paths/network/Network.js";
import {
  type PathConstraints,
  type PathQuery,
  type RoleRecords,
  UNCONSTRAINED,
} from "../../src/paths/query/PathQuery.js";
import { expectSaying } from "../expectSaying.js";
import { ORDERS } from "../../src/paths/query/PathObjective.js";
import { type DrawnGraph, type DrawnRole, networkOf } from "./networkOf.js";
import { Dice } from "./randomGraph.js";

/** Rules that hold whatever the right answer is, on graphs that are too large to list all their paths. */

const OBJECTIVES = ["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING"] as const;
const TRACKS = ["ic", "management", "x"];
const SKILLS = Array.from({ length: 60 }, (_, i) => `s${i}`);

/** Hundreds of roles, with so few transitions that paths take several steps and constraints matter. */
function largeGraph(dice: Dice): DrawnGraph {
  const slugs = Array.from({ length: 200 + dice.below(800) }, (_, i) => `r${i}`);
  const graph: Record<string, DrawnRole> = {};
  for (const slug of slugs) {
    graph[slug] = {
      track: dice.pick(TRACKS),
      needs: dice.some(SKILLS, 3 + dice.below(6)),
      steps: dice.some(slugs, 2 + dice.below(4)).flatMap((to) => {
        const years = dice.chance(0.8) ? { years: dice.below(16) / 4 } : {};
        return to === slug
          ? []
          : [{ to, ...years, kind: "LATERAL", basis: dice.chance(0.3) ? "INFERRED" : "STATED" } as const];
      }),
    };
  }
  return graph;
}

function queryOn(dice: Dice, graph: DrawnGraph, objective: PathQuery["objective"]): PathQuery {
  const [from, to, ...others] = dice.some(Object.keys(graph), 5) as [string, string, ...string[]];
  const constraints: PathConstraints = {
    ...UNCONSTRAINED,
    avoid: dice.chance(0.4) ? others.slice(0, 2).map((slug) => [`role:${slug}`]) : [],
    via: dice.chance(0.2) ? [[`role:${others[2]}`]] : [],
    trackIds: dice.chance(0.3) ? ["track:ic", "track:management"] : null,
    basis: dice.chance(0.2) ? "STATED" : null,
    maxSteps: dice.chance(0.4) ? 5 + dice.below(5) : null,
    maxYears: dice.chance(0.3) ? 4 + dice.below(8) : null,
    maxTrackChanges: dice.chance(0.3) ? 1 + dice.below(4) : null,
  };
  return { fromId: `role:${from}`, toId: `role:${to}`, objective, limit: 3, constraints, heldSkillIds: [] };
}

/** A slightly wider value of constraints that have one; others are removed. */
const WIDER: {
  readonly [Key in keyof PathConstraints]?: (value: NonNullable<PathConstraints[Key]>) => PathConstraints[Key];
} = {
  avoid: (roles) => roles.slice(1),
  trackIds: () => TRACKS.map((track) => `track:${track}`),
  maxSteps: (most) => most + 1,
  maxYears: (most) => most + 1,
  maxTrackChanges: (most) => most + 1,
  maxPreparationRise: (most) => most + 1,
  minPay: (least) => ({ ...least, amount: least.amount - 1 }),
};

/** Each way to widen one constraint. */
function widened(constraints: PathConstraints): PathConstraints[] {
  const wider = <Key extends keyof PathConstraints>(key: Key): PathConstraints[] => {
    const value = constraints[key];
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [{ ...constraints, [key]: WIDER[key]?.(value!) ?? UNCONSTRAINED[key] }];
  };
  return (Object.keys(UNCONSTRAINED) as (keyof PathConstraints)[]).flatMap((key) => wider(key));
}

/** The figures by which an objective sorts before role ids. */
function costOf(
  { steps, years, skillsToLearn, inferredSteps }: FoundTotals,
  objective: PathQuery["objective"],
): number[] {
  const costs = { skills: skillsToLearn, steps, months: Math.round(years! * 12), inferred: inferredSteps };
  return ORDERS[objective].map((measure) => costs[measure]);
}

function expectNoWorse(answer: FoundPaths, before: FoundPaths, objective: PathQuery["objective"]): void {
  if (!answer.optimal || !before.optimal || before.paths.length === 0) return;
  expect(answer.paths.length).toBeGreaterThanOrEqual(before.paths.length);
  for (const [i, path] of before.paths.entries()) {
    const [now, then] = [costOf(answer.paths[i]!.totals, objective), costOf(path.totals, objective)];
    const at = now.findIndex((number, j) => number !== then[j]);
    expectSaying(at === -1 || now[at]! < then[at]!, `${now.join()} is no worse than ${then.join()}`).toBe(true);
  }
}

function rolesOf({ paths }: { readonly paths: readonly FoundPath[] }): string[] {
  return paths.map(({ roleIds }) => roleIds.join(" "));
}

interface Drawn {
  readonly dice: Dice;
  readonly graph: DrawnGraph;
  readonly network: Network;
}

/** Checks a rule on a dozen large graphs; reports the seed of a graph that breaks it. */
async function onLargeGraphs(rule: (drawn: Drawn) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const dice = new Dice(seed);
      const graph = largeGraph(dice);
      await rule({ dice, graph, network: await networkOf(graph) });
    }),
    { numRuns: 12 },
  );
}

describe.each(OBJECTIVES)("paths by %s on large graphs", (objective) => {
  test("are not worse if a constraint is widened", async () => {
    await onLargeGraphs(async ({ dice, graph, network }) => {
      for (let i = 0; i < 4; i++) {
        const asked = queryOn(dice, graph, objective);
        // The constraints affect the maximum steps of searches by skills; searches are comparable only with a fixed maximum.
        const query = { ...asked, constraints: { ...asked.constraints, maxSteps: asked.constraints.maxSteps ?? 8 } };
        const before = await findPaths(network, query);
        for (const constraints of widened(query.constraints)) {
          expectNoWorse(await findPaths(network, { ...query, constraints }), before, objective);
        }
      }
    });
  });

  test("do not change if a role that is on none of them is avoided", async () => {
    await onLargeGraphs(async ({ dice, graph, network }) => {
      const query = queryOn(dice, graph, objective);
      const { constraints, fromId, toId } = query;
      const before = await findPaths(network, query);
      const on = new Set([fromId, toId, ...constraints.via.flat(), ...constraints.avoid.flat()]);
      for (const path of before.paths) for (const id of path.roleIds) on.add(id);
      const off = network.columns.roleIds.filter((id) => !on.has(id));
      const avoid = [...constraints.avoid, ...dice.some(off, 20).map((id): RoleRecords => [id])];
      const after = await findPaths(network, { ...query, constraints: { ...constraints, avoid } });
      if (before.optimal && after.optimal) expect(rolesOf(after)).toEqual(rolesOf(before));
    });
  });

  test("are not worse with one more transition", async () => {
    await onLargeGraphs(async ({ dice, graph, network }) => {
      const asked = queryOn(dice, graph, objective);
      const query = { ...asked, constraints: { ...asked.constraints, maxSteps: asked.constraints.maxSteps ?? 8 } };
      const before = await findPaths(network, query);
      // It starts at a role near the first one, so that paths use it; it takes the median time, so that the assumed time does not change.
      const near = graph[query.fromId.slice(5)]!.steps![0]?.to ?? query.fromId.slice(5);
      const taken = new Set([near, ...graph[near]!.steps!.map(({ to }) => to)]);
      const into = Object.keys(graph).filter((slug) =>
        graph[slug]!.steps!.some(({ to }) => `role:${to}` === query.toId),
      );
      const to = dice.pick([query.toId.slice(5), ...into].filter((slug) => !taken.has(slug)));
      if (to === undefined) return;
      const known = network.columns.assumptions[0]!.level!.months / 12;
      const role: DrawnRole = {
        ...graph[near]!,
        steps: [...graph[near]!.steps!, { to, years: known, kind: "LATERAL" }],
      };
      const after = await findPaths(await networkOf({ ...graph, [near]: role }), query);
      expectNoWorse(after, before, objective);
    });
  });
});

describe("skills to learn on large graphs", () => {
  test("are not more for people who know more", async () => {
    await onLargeGraphs(async ({ dice, graph, network }) => {
      for (let i = 0; i < 4; i++) {
        const query = { ...queryOn(dice, graph, "LEAST_LEARNING"), limit: 1 };
        const before = await findPaths(network, query);
        const heldSkillIds = dice.some(SKILLS, 1 + dice.below(50)).map((skill) => `skill:${skill}`);
        const after = await findPaths(network, { ...query, heldSkillIds });
        // A search that used up its budget proves nothing.
        if (!before.optimal || !after.optimal) continue;
        expect(after.paths.length).toBe(before.paths.length);
        if (before.paths.length === 0) continue;
        expect(after.paths[0]!.totals.skillsToLearn).toBeLessThanOrEqual(before.paths[0]!.totals.skillsToLearn);
      }
    });
  });

  test("trade-offs include one with the fewest steps, one with the least time and one with the least to learn", async () => {
    await onLargeGraphs(async ({ dice, graph, network }) => {
      const asked = queryOn(dice, graph, "FEWEST_STEPS");
      const maxSteps = asked.constraints.maxSteps ?? 8;
      const query = { ...asked, limit: 20, constraints: { ...asked.constraints, maxSteps } };
      const tradeoffs = await findTradeoffs(network, query);
      if (!tradeoffs.optimal || tradeoffs.paths.length === 20) return;
      for (const objective of OBJECTIVES) {
        const { paths, optimal } = await findPaths(network, { ...query, objective, limit: 1 });
        if (!optimal) continue;
        const costs = tradeoffs.paths.map(({ totals }) => costOf(totals, objective)[0]!);
        const least = paths.length === 0 ? Infinity : costOf(paths[0]!.totals, objective)[0]!;
        expect(Math.min(...costs)).toBe(least);
      }
    });
  });
});
