import { expect, test } from "@jest/globals";
import { explainNoPath } from "../../src/paths/explainNoPath.js";
import { findPaths } from "../../src/paths/findPaths.js";
import { findReachableRoles } from "../../src/paths/findReachableRoles.js";
import { findTradeoffs } from "../../src/paths/findTradeoffs.js";
import { PathObjective } from "../../src/paths/query/PathObjective.js";
import { type PathConstraints, UNCONSTRAINED } from "../../src/paths/query/PathQuery.js";
import { type DrawnGraph, networkOf } from "./networkOf.js";

/*
 *     own:    a ─► b ─► c ─► d      e
 *             ║              ║      ║
 *     other:  A ───────────► D ───► E          (═ the same work)
 */
const same = (to: string) => ({ to, kind: "SAME_WORK", basis: "INFERRED", years: 0 }) as const;
const OWN: DrawnGraph = {
  a: { steps: [{ to: "b", years: 1 }], needs: ["x"] },
  b: { steps: [{ to: "c", years: 1 }], needs: ["y"] },
  c: { steps: [{ to: "d", years: 1 }], needs: ["z"] },
  d: {},
  e: {},
};
const BOTH: DrawnGraph = {
  ...OWN,
  a: { ...OWN["a"], steps: [...OWN["a"]!.steps!, same("oa")] },
  d: { steps: [same("od")] },
  e: { steps: [same("oe")] },
  oa: { part: 1, steps: [{ to: "od", years: 1 }, same("a")] },
  od: { part: 1, steps: [{ to: "oe", years: 1 }, same("d")] },
  oe: { part: 1, steps: [same("e")] },
};
const own = await networkOf(OWN);
const both = await networkOf(BOTH);

const query = (from: string, to: string, constraints: Partial<PathConstraints> = {}) => ({
  ...{ fromId: `role:${from}`, toId: `role:${to}`, objective: "FEWEST_STEPS" as const, limit: 20, heldSkillIds: [] },
  constraints: { ...UNCONSTRAINED, ...constraints },
});
const ways = async (from: string, to: string, constraints: Partial<PathConstraints> = {}) => {
  const { paths } = await findPaths(both, query(from, to, constraints));
  return paths.map(({ roleIds }) => roleIds.map((id) => id.replace("role:", "")).join(" "));
};

test.each(Object.values(PathObjective))(
  "paths between roles of one dataset are those of that dataset alone, by %s",
  async (objective) => {
    expect(await findPaths(both, { ...query("a", "d"), objective })).toEqual(
      await findPaths(own, { ...query("a", "d"), objective }),
    );
  },
);

test("trade-offs between roles of one dataset are those of that dataset alone", async () => {
  expect(await findTradeoffs(both, query("a", "d"))).toEqual(await findTradeoffs(own, query("a", "d")));
});

test("if constraints exclude the paths inside, there is no path, and the reason is that of the dataset alone", async () => {
  const bound = query("a", "d", { maxSteps: 2 });
  const answer = await findPaths(both, bound);
  expect(answer).toMatchObject({ outcome: "NO_PATH", noPathReason: "CONSTRAINED" });
  expect(answer).toEqual(await findPaths(own, bound));
  expect(await explainNoPath(both, bound)).toEqual(await explainNoPath(own, bound));
});

test("paths cross if the ends are in two datasets, or if there is no path inside", async () => {
  expect(await ways("b", "od")).toEqual(["b c d od"]);
  expect(await ways("a", "e")).toEqual(["a oa od oe e", "a b c d od oe e"]);
});

test("paths cross if the request names SAME_WORK or a via in another dataset", async () => {
  expect(await ways("a", "d", { kinds: ["SAME_WORK", "LATERAL"] })).toEqual(["a oa od d", "a b c d"]);
  expect(await ways("a", "d", { via: [["role:od"]] })).toEqual(["a oa od d"]);
  expect(await ways("a", "d", { kinds: ["LATERAL"] })).toEqual(["a b c d"]);
});

test("reachable roles of the same dataset are listed first, with paths inside it", async () => {
  const reach = async (bounds: { maxSteps: number | null }) => {
    const request = { fromId: "role:a", maxYears: null, heldSkillIds: [], ...bounds };
    const { roles } = await findReachableRoles(both, request);
    const alone = await findReachableRoles(own, request);
    expect(roles.slice(0, alone.roles.length).map((role) => role.path())).toEqual(
      alone.roles.map((role) => role.path()),
    );
    return roles.map(({ roleId }) => roleId.replace("role:", ""));
  };
  expect(await reach({ maxSteps: null })).toEqual(["b", "c", "d", "oa", "od", "oe", "e"]);
  // `d` is three steps away inside, so a path of two steps through the other dataset does not count as one inside.
  expect(await reach({ maxSteps: 2 })).toEqual(["b", "c", "oa", "od"]);
});

test("unknown years are those of the dataset that the step leads into, whatever is served beside it", async () => {
  const rising = { kind: "PROMOTION" } as const;
  const seed: DrawnGraph = {
    a: { seniority: 1, steps: [{ to: "b", ...rising, years: 3 }] },
    b: { seniority: 2, steps: [{ to: "c", ...rising }, { to: "d" }] },
    c: { seniority: 3 },
    d: { seniority: 2 },
  };
  const beside: DrawnGraph = {
    ...seed,
    c: { seniority: 3, steps: [{ to: "oa", kind: "SAME_WORK", basis: "INFERRED" }] },
    oa: { part: 1, seniority: 9, steps: [{ to: "ob", ...rising, years: 1 }, same("a")] },
    ob: {
      part: 1,
      steps: [
        { to: "oc", ...rising, years: 1 },
        { to: "od", years: 1 },
      ],
    },
    oc: { part: 1, steps: [{ to: "od", ...rising }] },
    od: { part: 1, steps: [{ to: "oc" }] },
  };
  const declared = [null, { rising: null, level: 0.5, note: "Moves are short." }];
  const [alone, together] = [await networkOf(seed), await networkOf(beside, {}, declared)];
  for (const to of ["b", "c", "d"]) {
    expect(await findPaths(together, query("a", to))).toEqual(await findPaths(alone, query("a", to)));
  }
  const step = async (from: string, to: string) => {
    const [path] = (await findPaths(together, query(from, to))).paths;
    const { years, yearsAssumed } = path!.steps[0]!;
    return { years, yearsAssumed, assumptions: path!.assumptions };
  };
  expect(await step("b", "c")).toMatchObject({ years: null, yearsAssumed: 3 });
  expect(await step("b", "d")).toMatchObject({ years: null, yearsAssumed: null });
  expect(await step("oc", "od")).toMatchObject({ years: null, yearsAssumed: 1 });
  expect(await step("od", "oc")).toMatchObject({ years: null, yearsAssumed: 0.5 });
  expect(await step("c", "oa")).toEqual({
    years: null,
    yearsAssumed: null,
    assumptions: [
      "Step 1, C to OA: no source says how long it takes, and no figure is assumed between two datasets; when paths are compared, it counts as 1 year.",
    ],
  });
});
