import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../src/paths/findPaths.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import type { FoundPaths } from "../../src/paths/answer/FoundPaths.js";
import { type PathConstraints, type PathQuery, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { expectSaying } from "../expectSaying.js";
import { BruteForce } from "./bruteForce.js";
import { denseNetwork } from "./denseNetwork.js";
import { type DrawnGraph, networkOf } from "./networkOf.js";
import { Dice, randomGraph, randomQuery } from "./randomGraph.js";

type Asked = Omit<Partial<PathQuery>, "constraints"> & { readonly constraints?: Partial<PathConstraints> };

function queryOf(from: string, to: string, { constraints, ...asked }: Asked = {}): PathQuery {
  return {
    fromId: `role:${from}`,
    toId: `role:${to}`,
    objective: "FEWEST_STEPS",
    limit: 1,
    heldSkillIds: [],
    ...asked,
    constraints: { ...UNCONSTRAINED, ...constraints },
  };
}

async function ask(graph: DrawnGraph, from: string, to: string, asked?: Asked): Promise<FoundPaths> {
  return findPaths(await networkOf(graph), queryOf(from, to, asked));
}

describe("a path", () => {
  // Data Scientist -> ML Engineer (2 years) -> Senior ML Engineer (unknown) -> Staff ML Engineer (inferred, 3 years, other track).
  const ladder: DrawnGraph = {
    ds: { title: "Data Scientist", needs: ["stats", "sql"], steps: [{ to: "mle", years: 2, kind: "LATERAL" }] },
    mle: {
      title: "ML Engineer",
      track: "ic",
      needs: ["ml", "sql", "cloud?"],
      steps: [{ to: "senior", kind: "PROMOTION" }],
    },
    senior: {
      title: "Senior ML Engineer",
      track: "ic",
      seniority: 3,
      needs: ["ml", "lead?", "design"],
      steps: [{ to: "staff", years: 3, kind: "TRACK_CHANGE", basis: "INFERRED" }],
    },
    staff: { title: "Staff ML Engineer", track: "management", seniority: 4, needs: ["lead", "ml", "strategy"] },
  };

  test("has its steps, what to learn at each, totals, and what was assumed", async () => {
    const answer = await ask(ladder, "ds", "staff", { heldSkillIds: ["skill:cloud", "skill:unheard-of"] });
    expect(answer).toEqual({
      outcome: "FOUND",
      noPathReason: null,
      optimal: true,
      lowerBound: 3,
      maxSteps: null,
      paths: [
        {
          roleIds: ["role:ds", "role:mle", "role:senior", "role:staff"],
          steps: [
            {
              position: 1,
              fromId: "role:ds",
              toId: "role:mle",
              transitionId: "transition:ds--mle",
              years: 2,
              yearsAssumed: null,
              kind: "LATERAL",
              basis: "STATED",
              degreeIdsNeeded: [],
              skillIdsToLearn: ["skill:ml"],
              toRaise: [],
            },
            {
              position: 2,
              fromId: "role:mle",
              toId: "role:senior",
              transitionId: "transition:mle--senior",
              years: null,
              yearsAssumed: 3,
              kind: "PROMOTION",
              basis: "STATED",
              degreeIdsNeeded: [],
              skillIdsToLearn: ["skill:design", "skill:lead"],
              toRaise: [],
            },
            {
              position: 3,
              fromId: "role:senior",
              toId: "role:staff",
              transitionId: "transition:senior--staff",
              years: 3,
              yearsAssumed: null,
              kind: "TRACK_CHANGE",
              basis: "INFERRED",
              degreeIdsNeeded: [],
              skillIdsToLearn: ["skill:strategy"],
              toRaise: [],
            },
          ],
          totals: {
            steps: 3,
            years: 8,
            yearsAtLeast: 8,
            yearsAssumed: 3,
            untimedSteps: 0,
            skillsToLearn: 4,
            skillsToRaise: 0,
            essentialSkillsToLearn: 4,
            trackChanges: 1,
            statedSteps: 2,
            inferredSteps: 1,
          },
          summary:
            "From Data Scientist to Staff ML Engineer in 3 steps, about 8 years (3 of them assumed): via ML Engineer and Senior ML Engineer.",
          assumptions: [
            "Step 2, ML Engineer to Senior ML Engineer, is assumed to take 3 years, the median of the steps up whose years are known.",
          ],
          cautions: [
            {
              kind: "FEW_SKILLS_KNOWN",
              message:
                "The dataset lists only 2 skills of Data Scientist. A person in that role may already have some of the skills that this path lists.",
              position: null,
            },
          ],
        },
      ],
    });
  });

  test("from a role to itself has no steps, whatever the constraints except a via", async () => {
    const answer = await ask(ladder, "ds", "ds", { limit: 5, constraints: { maxSteps: 0, trackIds: [] } });
    expect(answer.paths).toMatchObject([
      {
        roleIds: ["role:ds"],
        steps: [],
        totals: { steps: 0, years: 0, yearsAssumed: 0, skillsToLearn: 0 },
        summary: "The start and the target are both Data Scientist: no steps are needed.",
        assumptions: [],
      },
    ]);
    const through = await ask(ladder, "ds", "ds", { constraints: { via: [["role:mle"]] } });
    expect(through).toMatchObject({ outcome: "NO_PATH", noPathReason: "CONSTRAINED", paths: [] });
  });

  test("has no total of years if a step is untimed, and counts that step as a year", async () => {
    const unknown: DrawnGraph = { a: { steps: [{ to: "b" }] }, b: { steps: [{ to: "c" }] }, c: {} };
    const { paths } = await ask(unknown, "a", "c", { objective: "LEAST_TIME" });
    expect(paths[0]).toMatchObject({
      totals: { years: null, yearsAtLeast: 0, yearsAssumed: 0, untimedSteps: 2 },
      steps: [
        { years: null, yearsAssumed: null },
        { years: null, yearsAssumed: null },
      ],
      summary: "From A to C in 2 steps, time unknown: via B.",
      assumptions: [
        "Step 1, A to B: no source says how long it takes, and the dataset has no figure for steps at about the same level; when paths are compared, it counts as 1 year.",
        "Step 2, B to C: no source says how long it takes, and the dataset has no figure for steps at about the same level; when paths are compared, it counts as 1 year.",
      ],
    });
    expect((await ask(unknown, "a", "a")).paths[0]!.totals).toMatchObject({ years: 0, untimedSteps: 0 });
    expect((await ask(unknown, "a", "c", { constraints: { maxYears: 2 } })).outcome).toBe("FOUND");
    expect((await ask(unknown, "a", "c", { constraints: { maxYears: 1.9 } })).outcome).toBe("NO_PATH");
  });

  // Steps up take 3 years if a source says so; no source times a step at about the same level.
  const halfTimed: DrawnGraph = {
    a: { seniority: 1, steps: [{ to: "b", kind: "LATERAL" }] },
    b: { seniority: 1, steps: [{ to: "c", kind: "TRACK_CHANGE" }] },
    c: { seniority: 2, steps: [{ to: "d", years: 3, kind: "PROMOTION" }] },
    d: {},
  };

  test("distinguishes timed and untimed steps if it has both", async () => {
    const { paths } = await ask(halfTimed, "a", "d");
    expect(paths[0]).toMatchObject({
      totals: { years: null, yearsAtLeast: 6, yearsAssumed: 3, untimedSteps: 1 },
      summary: "From A to D in 3 steps, at least 6 years (3 of them assumed) and 1 step of unknown time: via B and C.",
    });
  });

  test("uses what the dataset declares for a kind of step before the median of the known ones", async () => {
    const declared = { rising: null, level: 0.5, note: "So we count." };
    const { paths } = await findPaths(await networkOf(halfTimed, {}, declared), queryOf("a", "d"));
    expect(paths[0]).toMatchObject({
      totals: { years: 6.5, yearsAtLeast: 6.5, yearsAssumed: 3.5, untimedSteps: 0 },
      summary: "From A to D in 3 steps, about 6 years and 6 months (3 years and 6 months of it assumed): via B and C.",
      assumptions: [
        "Step 1, A to B, is assumed to take 6 months, as the dataset declares. So we count.",
        "Step 2, B to C, is assumed to take 3 years, the median of the steps up whose years are known.",
      ],
    });
  });

  test("of less than a year is given in months", async () => {
    const { paths } = await ask({ a: { steps: [{ to: "b", years: 0.5 }] }, b: {} }, "a", "b");
    expect(paths[0]!.summary).toBe("From A to B in 1 step, 6 months.");
  });

  test("counts a choice as held if one of its parts is held, but not the reverse", async () => {
    const graph: DrawnGraph = {
      a: { steps: [{ to: "b" }], needs: ["tf"] },
      b: { needs: ["deep", "sql"], steps: [{ to: "c" }] },
      c: { needs: ["torch"] },
    };
    const network = await networkOf(graph, { deep: ["tf", "torch"] });
    const { paths } = await findPaths(network, queryOf("a", "c"));
    expect(paths[0]!.steps.map((step) => step.skillIdsToLearn)).toEqual([["skill:sql"], ["skill:torch"]]);
    const withoutParts = await findPaths(network, queryOf("b", "c"));
    expect(withoutParts.paths[0]!.steps[0]!.skillIdsToLearn).toEqual(["skill:torch"]);
  });
});

describe("ties", () => {
  // Four paths from s to t have two steps and two years: through m (inferred), b, a.1 and a-1. A shorter one goes through q.
  const graph: DrawnGraph = {
    s: { steps: ["m", "b", "a.1", "a-1"].map((to) => ({ to, years: 1, basis: to === "m" ? "INFERRED" : "STATED" })) },
    m: { steps: [{ to: "t", years: 1 }] },
    b: { steps: [{ to: "t", years: 1 }] },
    "a.1": { steps: [{ to: "t", years: 1 }] },
    "a-1": { steps: [{ to: "t", years: 1 }] },
    t: {},
  };

  test.each(["FEWEST_STEPS", "LEAST_TIME"] as const)(
    "by %s are broken by inferred steps, then by ids in code unit order",
    async (objective) => {
      const { paths } = await ask(graph, "s", "t", { objective, limit: 20 });
      expect(paths.map((path) => path.roleIds[1])).toEqual(["role:a-1", "role:a.1", "role:b", "role:m"]);
      const single = await ask(graph, "s", "t", { objective });
      expect(single.paths[0]).toEqual(paths[0]);
    },
  );
});

describe("learning", () => {
  test("may first be more than on another path, if it satisfies a choice later", async () => {
    // Through x, one skill is learned before m; through y, two. But y's second one is a part of the choice at r, and t needs it anyway.
    const graph: DrawnGraph = {
      s: { steps: [{ to: "x" }, { to: "y" }] },
      x: { needs: ["sql"], steps: [{ to: "m" }] },
      y: { needs: ["sql", "tf"], steps: [{ to: "m" }] },
      m: { steps: [{ to: "r" }] },
      r: { needs: ["deep"], steps: [{ to: "t" }] },
      t: { needs: ["tf"] },
    };
    const network = await networkOf(graph, { deep: ["tf", "torch"] });
    const { paths } = await findPaths(network, queryOf("s", "t", { objective: "LEAST_LEARNING", limit: 2 }));
    expect(paths.map((path) => [path.roleIds[1], path.totals.skillsToLearn])).toEqual([
      ["role:y", 2],
      ["role:x", 3],
    ]);
    const tradeoffs = await findTradeoffs(network, queryOf("s", "t", { limit: 20 }));
    expect(tradeoffs.paths.map((path) => path.roleIds[1])).toEqual(["role:y"]);
  });

  test("of equal trade-offs keeps the first by role ids, however their times add up", async () => {
    const graph: DrawnGraph = {
      s: {
        steps: [
          { to: "t", years: 10 },
          { to: "a", years: 2 },
          { to: "b", years: 1 },
        ],
      },
      a: { steps: [{ to: "t", years: 1 }] },
      b: { steps: [{ to: "t", years: 2 }] },
      t: {},
    };
    const { paths } = await findTradeoffs(await networkOf(graph), queryOf("s", "t", { limit: 20 }));
    expect(paths.map((path) => path.roleIds)).toEqual([
      ["role:s", "role:t"],
      ["role:s", "role:a", "role:t"],
    ]);
  });

  test("of equal trade-offs keeps the one with fewer inferred steps, whichever is found first", async () => {
    for (const inferred of ["a", "b"]) {
      const graph: DrawnGraph = {
        s: { steps: [{ to: "t", years: 10 }, ...["a", "b"].map((to) => ({ to, years: 1 }))] },
        a: { steps: [{ to: "t", years: 1, basis: inferred === "a" ? "INFERRED" : "STATED" }] },
        b: { steps: [{ to: "t", years: 1, basis: inferred === "b" ? "INFERRED" : "STATED" }] },
        t: {},
      };
      const { paths } = await findTradeoffs(await networkOf(graph), queryOf("s", "t", { limit: 20 }));
      const other = inferred === "a" ? "role:b" : "role:a";
      expect(paths.map((path) => path.roleIds)).toEqual([
        ["role:s", "role:t"],
        ["role:s", other, "role:t"],
      ]);
    }
  });
});

describe("paths that differ", () => {
  /** This many paths that have two of their three roles between the ends in common, then one with one more step and none in common. */
  function bundle(alike: number): DrawnGraph {
    const middles = Array.from({ length: alike }, (_, i) => `m${i}`);
    return {
      s: { steps: [{ to: "a" }, { to: "p" }] },
      a: { steps: [{ to: "b" }] },
      b: { steps: middles.map((to) => ({ to })) },
      ...Object.fromEntries(middles.map((middle): [string, DrawnGraph[string]] => [middle, { steps: [{ to: "t" }] }])),
      p: { steps: [{ to: "q" }] },
      q: { steps: [{ to: "r" }] },
      r: { steps: [{ to: "u" }] },
      u: { steps: [{ to: "t" }] },
      t: {},
    };
  }

  test.each([
    ["FEWEST_STEPS", 100],
    ["LEAST_TIME", 100],
    ["LEAST_LEARNING", 20],
  ] as const)("by %s are chosen from the first %d", async (objective, among) => {
    const asked = { objective, limit: 2, differ: true } as const;
    const last = await ask(bundle(among - 1), "s", "t", asked);
    expect(last.paths.map(({ roleIds }) => roleIds.slice(1, -1).join())).toEqual([
      "role:a,role:b,role:m0",
      "role:p,role:q,role:r,role:u",
    ]);
    const tooLate = await ask(bundle(among), "s", "t", asked);
    expect(tooLate).toMatchObject({ outcome: "FOUND", optimal: true, paths: [{ roleIds: last.paths[0]!.roleIds }] });
  });

  test("may have half of their own roles in common, and a path without roles between the ends is always listed", async () => {
    const graph: DrawnGraph = {
      s: { steps: [{ to: "t" }, { to: "a" }] },
      a: { steps: [{ to: "t" }, { to: "b" }] },
      b: { steps: [{ to: "t" }, { to: "c" }] },
      c: { steps: [{ to: "t" }] },
      t: {},
    };
    const { paths } = await ask(graph, "s", "t", { limit: 5, differ: true });
    // Through a and b: half in common with the path through a. Through a, b and c: two thirds in common with the path through a and b.
    expect(paths.map(({ roleIds }) => roleIds.slice(1, -1))).toEqual([[], ["role:a"], ["role:a", "role:b"]]);
  });

  test("are chosen from those found if the budget ends the search, and the result says so", async () => {
    const { graph } = randomGraph(new Dice(60), 11);
    const network = await networkOf(graph);
    for (const objective of ["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING"] as const) {
      let ended = 0;
      for (let expansions = 1; expansions < 200; expansions++) {
        const [from, to] = Object.keys(graph) as [string, string];
        const query = queryOf(from, to, { objective, limit: 20, differ: true, budget: { expansions } });
        const answer = await findPaths(network, query);
        if (answer.outcome !== "LIMIT_REACHED") continue;
        ended++;
        const sets = answer.paths.map(({ roleIds }) => roleIds.slice(1, -1));
        sets.forEach((own, i) => {
          for (const other of sets.slice(0, i)) {
            expect(own.filter((id) => other.includes(id)).length * 2).toBeLessThanOrEqual(own.length);
          }
        });
      }
      expect(ended).toBeGreaterThan(0);
    }
  });
});

describe("an invalid request", () => {
  const graph: DrawnGraph = { a: { steps: [{ to: "b", years: 1 }] }, b: { steps: [{ to: "c" }] }, c: {} };

  test("is refused with everything that is wrong with it", async () => {
    const asked = queryOf("a", "c", {
      limit: 21,
      constraints: {
        avoid: [["role:c"], ["role:b"]],
        via: [["role:a"], ["role:b"], ["role:b"], ["role:x"]],
        maxSteps: -1,
        maxYears: -0.5,
        maxTrackChanges: 1.5,
      },
    });
    const network = await networkOf(graph);
    const refusal = { name: "PathQueryError", argument: "limit" };
    const expected = [
      ["limit", "`limit` is 21. Request 1 to 20 paths."],
      ["where.avoid[0]", "C is `to`"],
      ["where.via[0]", "A is `from`"],
      ["where.via[1]", "B is also to be avoided"],
      ["where.via[2]", "B is listed twice"],
      ["where.via[2]", "B is also to be avoided"],
      ["where.via[3]", 'no role "role:x"'],
      ["where.maxSteps", "`maxSteps` is -1. Give a whole number"],
      ["where.maxYears", "`maxYears` is -0.5. Give a number of years"],
      ["where.maxTrackChanges", "`maxTrackChanges` is 1.5. Give a whole number"],
    ].map(([argument, message]) => ({ argument, message: expect.stringContaining(message!) }));
    await expect(findPaths(network, asked)).rejects.toMatchObject({ ...refusal, errors: expected });
    await expect(findTradeoffs(network, asked)).rejects.toMatchObject({ ...refusal, errors: expected });
  });

  test.each([0, 2.5, NaN, 21])("is refused for a limit of %d", async (limit) => {
    await expect(ask(graph, "a", "c", { limit })).rejects.toMatchObject({ errors: [{ argument: "limit" }] });
  });

  test("is refused if roles do not exist", async () => {
    await expect(ask(graph, "x", "y")).rejects.toMatchObject({ errors: [{ argument: "from" }, { argument: "to" }] });
  });
});

describe("a limit on what the objective does not count first", () => {
  // From s to m quickly in three steps (1.5 years) or slowly in one (5); from m to t slowly in one (9) or quickly in four (1).
  const graph: DrawnGraph = {
    s: {
      steps: [
        { to: "p1", years: 0.5 },
        { to: "m", years: 5 },
      ],
    },
    p1: { steps: [{ to: "p2", years: 0.5 }] },
    p2: { steps: [{ to: "m", years: 0.5 }] },
    m: {
      steps: [
        { to: "q1", years: 0.25 },
        { to: "t", years: 9 },
      ],
    },
    q1: { steps: [{ to: "q2", years: 0.25 }] },
    q2: { steps: [{ to: "q3", years: 0.25 }] },
    q3: { steps: [{ to: "t", years: 0.25 }] },
    t: {},
  };

  test("keeps a slower path to a role with fewer steps, because a quicker path on may need those steps", async () => {
    const { paths } = await ask(graph, "s", "t", { objective: "LEAST_TIME", constraints: { maxSteps: 5 } });
    expect(paths[0]!.roleIds.join(" ")).toBe("role:s role:m role:q1 role:q2 role:q3 role:t");
    expect(paths[0]!.totals.years).toBe(6);
  });

  test("keeps a longer path to a role with fewer years, because a shorter path on may need those years", async () => {
    const { paths } = await ask(graph, "s", "t", { constraints: { maxYears: 10.5 } });
    expect(paths[0]!.roleIds.join(" ")).toBe("role:s role:p1 role:p2 role:m role:t");
    expect(paths[0]!.totals.years).toBe(10.5);
  });
});

describe("limits on years", () => {
  test("admit a path that takes exactly as long, despite floating-point errors", async () => {
    const graph: DrawnGraph = { a: { steps: [{ to: "b", years: 1 }] }, b: {} };
    const tenTenths = Array.from({ length: 10 }, () => 0.1).reduce((sum, tenth) => sum + tenth, 0);
    expect(tenTenths).toBeLessThan(1);
    expect((await ask(graph, "a", "b", { constraints: { maxYears: tenTenths } })).outcome).toBe("FOUND");
    expect((await ask(graph, "a", "b", { constraints: { maxYears: 0.95 } })).outcome).toBe("NO_PATH");
  });
});

describe("a via that can only be left by the way it was reached", () => {
  test("leaves no path, and proving it takes no longer than the network is large", async () => {
    // A grid of 20 by 20 from corner to corner, with a dead end off its middle: 10^10 paths to the dead end, and none back.
    const graph: Record<string, { steps: { to: string }[] }> = {};
    for (let row = 0; row < 20; row++) {
      for (let column = 0; column < 20; column++) {
        const steps = [];
        if (row < 19) steps.push({ to: `g${row + 1}.${column}` });
        if (column < 19) steps.push({ to: `g${row}.${column + 1}` });
        if (row === 10 && column === 10) steps.push({ to: "end" });
        graph[`g${row}.${column}`] = { steps };
      }
    }
    graph["end"] = { steps: [{ to: "g10.10" }] };
    const answer = await ask(graph, "g0.0", "g19.19", {
      constraints: { via: [["role:end"]] },
      budget: { expansions: 5000 },
    });
    expect(answer).toMatchObject({ outcome: "NO_PATH", noPathReason: "CONSTRAINED" });
  });
});

describe("a search by skills that runs out of its budget", () => {
  test("returns the path of fewest steps as soon as it is known, and the number of steps that it would have allowed", async () => {
    // A ring of 300 roles with shortcuts: far more roles are within three more steps than on the path itself.
    const size = 300;
    const graph = Object.fromEntries(
      Array.from({ length: size }, (_, i) => [
        `r${i}`,
        { steps: [1, 7, 11, 13].map((leap) => ({ to: `r${(i + leap) % size}` })), needs: [`s${i % 17}`] },
      ]),
    );
    const network = await networkOf(graph);
    const fewest = await findPaths(network, queryOf("r0", "r31"));
    const outcomes = new Set<string>();
    for (let expansions = 0; expansions <= 2000; expansions += 20) {
      for (const answer of [
        await findPaths(network, queryOf("r0", "r31", { objective: "LEAST_LEARNING", budget: { expansions } })),
        await findTradeoffs(network, queryOf("r0", "r31", { budget: { expansions } })),
      ]) {
        const known = await findPaths(network, queryOf("r0", "r31", { budget: { expansions } }));
        if (answer.outcome !== "LIMIT_REACHED" || known.paths.length === 0) continue;
        outcomes.add(answer.outcome);
        expectSaying(answer.paths.length, `${expansions} expansions`).toBeGreaterThan(0);
        expect(answer.maxSteps).toBe(fewest.paths[0]!.totals.steps + 3);
      }
    }
    expect(outcomes.size).toBe(1);
  });
});

describe("a long chain of roles", () => {
  test("is searched from end to end by every objective without a limit of its own on steps", async () => {
    const length = 50_000;
    const graph = Object.fromEntries(
      Array.from({ length }, (_, i) => [`r${i}`, { steps: i + 1 < length ? [{ to: `r${i + 1}`, years: 1 }] : [] }]),
    );
    const network = await networkOf(graph);
    const budget = { milliseconds: Infinity };
    for (const objective of ["FEWEST_STEPS", "LEAST_TIME"] as const) {
      const answer = await findPaths(network, queryOf("r0", `r${length - 1}`, { objective, limit: 2, budget }));
      expect(answer.paths.map((path) => path.totals.steps)).toEqual([length - 1]);
      expect(answer.paths[0]!.totals.years).toBe(length - 1);
    }
  });
});

describe("a budget", () => {
  test("that ends the search leaves only valid paths, the same ones each time, and `optimal` is never wrong", async () => {
    let cut = 0;
    for (let seed = 1; seed <= 100; seed++) {
      for (const objective of ["FEWEST_STEPS", "LEAST_TIME", "LEAST_LEARNING"] as const) {
        const dice = new Dice(seed);
        const { graph, choices, assumedYears } = randomGraph(dice, 9);
        const oracle = new BruteForce(graph, choices, assumedYears);
        const query = randomQuery(dice, graph, objective);
        const network = await networkOf(graph, choices, assumedYears);
        const all = oracle.paths(query).map((path) => path.roles.join());
        const allowed = new Set(all);
        const every = new Set(oracle.paths({ ...query, objective: "FEWEST_STEPS" }).map((path) => path.roles.join()));
        for (const expansions of [0, 1, 3, 8, 20, 60]) {
          const answer = await findPaths(network, { ...query, budget: { expansions } });
          const shown = answer.paths.map((path) => path.roleIds.join());
          expectSaying(
            shown.filter((roles) => !allowed.has(roles)),
            `seed ${seed}`,
          ).toEqual([]);
          if (answer.outcome === "LIMIT_REACHED") cut++;
          else expect(shown).toEqual(all.slice(0, query.limit));
          if (answer.optimal) expect(shown[0]).toBe(all[0]);
          const again = await findPaths(network, { ...query, budget: { expansions } });
          expect(again).toEqual(answer);
          const tradeoffs = await findTradeoffs(network, { ...query, budget: { expansions } });
          const unknown = tradeoffs.paths.filter((path) => !every.has(path.roleIds.join()));
          expectSaying(unknown, `seed ${seed}`).toEqual([]);
        }
      }
    }
    expect(cut).toBeGreaterThan(200);
  }, 60_000);

  test("of zero ends the search before it finds anything", async () => {
    const answer = await ask({ a: { steps: [{ to: "b" }] }, b: {} }, "a", "b", { budget: { expansions: 0 } });
    expect(answer).toMatchObject({ outcome: "LIMIT_REACHED", optimal: false, noPathReason: null, paths: [] });
  });

  test("in milliseconds ends a long search, with the path found so far", async () => {
    const answer = await findTradeoffs(await denseNetwork(300), queryOf("r0", "r150", { budget: { milliseconds: 1 } }));
    expect(answer).toMatchObject({ outcome: "LIMIT_REACHED", optimal: false });
  });
});

describe("a search", () => {
  test("lets others run meanwhile", async () => {
    const network = await denseNetwork(300);
    let turns = 0;
    let ended = false;
    const others = (async () => {
      while (!ended) {
        await new Promise((resolve) => setImmediate(resolve));
        turns++;
      }
    })();
    await findPaths(
      network,
      queryOf("r0", "r150", { objective: "LEAST_LEARNING", limit: 20, constraints: { maxYears: 9 } }),
    );
    ended = true;
    await others;
    // A slice is 2 ms of about 40. A busy machine may prolong some, but a search that never pauses has only one turn, at its end.
    expect(turns).toBeGreaterThan(4);
  });
});
