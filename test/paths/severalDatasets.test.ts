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
  "between roles of one dataset answers as that one alone, by %s",
  async (objective) => {
    expect(await findPaths(both, { ...query("a", "d"), objective })).toEqual(
      await findPaths(own, { ...query("a", "d"), objective }),
    );
  },
);

test("trade-offs between roles of one dataset are those of that one alone", async () => {
  expect(await findTradeoffs(both, query("a", "d"))).toEqual(await findTradeoffs(own, query("a", "d")));
});

test("where constraints alone forbid the ways inside, there is no path, and why is told as alone", async () => {
  const bound = query("a", "d", { maxSteps: 2 });
  const answer = await findPaths(both, bound);
  expect(answer).toMatchObject({ outcome: "NO_PATH", noPathReason: "CONSTRAINED" });
  expect(answer).toEqual(await findPaths(own, bound));
  expect(await explainNoPath(both, bound)).toEqual(await explainNoPath(own, bound));
});

test("crosses where the ends are of two datasets, or no way lies inside", async () => {
  expect(await ways("b", "od")).toEqual(["b c d od"]);
  expect(await ways("a", "e")).toEqual(["a oa od oe e", "a b c d od oe e"]);
});

test("crosses where the request names SAME_WORK or a via elsewhere", async () => {
  expect(await ways("a", "d", { kinds: ["SAME_WORK", "LATERAL"] })).toEqual(["a oa od d", "a b c d"]);
  expect(await ways("a", "d", { viaIds: ["role:od"] })).toEqual(["a oa od d"]);
  expect(await ways("a", "d", { kinds: ["LATERAL"] })).toEqual(["a b c d"]);
});

test("lists the roles of its own dataset by ways inside it first", async () => {
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
  // `d` lies inside in three steps, so that two by way of the other dataset do not make it one of them.
  expect(await reach({ maxSteps: 2 })).toEqual(["b", "c", "oa", "od"]);
});
