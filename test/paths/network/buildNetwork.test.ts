import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
import { buildNetwork } from "../../../src/paths/network/buildNetwork.js";
import { ASSUMED_BIT, monthsOf, type Network, roleOf } from "../../../src/paths/network/Network.js";
import type { NetworkRoleRow } from "../../../src/paths/network/NetworkRows.js";
import { type DrawnGraph, networkOf, roleRowsOf, skillRowsOf } from "../networkOf.js";

/** Everything that a network contains about its steps, forward and backward, as plain text. */
function unpack(network: Network): { forward: string[]; backward: string[] } {
  const { outStart, outSteps, outTraits, inStart, inSteps, inTraits } = network.columns;
  const forward: string[] = [];
  const backward: string[] = [];
  for (let role = 0; role < network.roleCount; role++) {
    for (let step = outStart[role]!; step < outStart[role + 1]!; step++) {
      forward.push(`${role}-${roleOf(outSteps[step]!)}:${monthsOf(outSteps[step]!)}/${outTraits[step]}`);
    }
    for (let step = inStart[role]!; step < inStart[role + 1]!; step++) {
      backward.push(`${roleOf(inSteps[step]!)}-${role}:${monthsOf(inSteps[step]!)}/${inTraits[step]}`);
    }
  }
  return { forward, backward };
}

// b has 3 years of experience more than a; c states 2 and 6; e states nothing.
const graph: DrawnGraph = {
  c: { title: "Cee", track: "ic", needs: ["zeta?", "sql", "ml"] },
  a: { experienceFrom: 1, steps: [{ to: "c", years: 2, kind: "PROMOTION" }, { to: "b" }] },
  b: { experienceFrom: 4, steps: [{ to: "a", basis: "INFERRED" }, { to: "c", years: 6 }, { to: "e" }] },
  e: { steps: [{ to: "b", years: 0 }] },
};

describe("the network", () => {
  test("has every transition forward and backward, with the months that count for it", async () => {
    const network = await networkOf(graph);
    // Known: a-b 36 (experience), b-c 72, e-b 0, and a-c 24, which is a step up. The lower median of 0, 36, 72 is 36, assumed for b-a and
    // b-e.
    const expected = [
      "0-2:24/0",
      "0-1:36/1",
      `1-0:36/${1 | 8 | ASSUMED_BIT}`,
      `1-3:36/${1 | ASSUMED_BIT}`,
      "1-2:72/1",
      "3-1:0/1",
    ];
    const { forward, backward } = unpack(network);
    expect(forward).toEqual(expected);
    expect(backward).toEqual([expected[2], expected[5], expected[1], expected[0], expected[4], expected[3]]);
    expect(network.columns.assumptions).toEqual([
      { rising: { months: 24, note: null }, level: { months: 36, note: null } },
    ]);
    expect(network.columns.roleIds).toEqual(["role:a", "role:b", "role:c", "role:e"]);
  });

  test("has the values of each role's row", async () => {
    const network = await networkOf(graph);
    expect(network.has("role:c")).toBe(true);
    expect(network.has("role:d")).toBe(false);
    expect(network.title("role:c")).toBe("Cee");
    expect([network.trackId("role:c"), network.trackId("role:a")]).toEqual(["track:ic", null]);
    expect(network.skillsNeeded("role:c")).toEqual([
      { skillId: "skill:ml", importance: "ESSENTIAL" },
      { skillId: "skill:sql", importance: "ESSENTIAL" },
      { skillId: "skill:zeta", importance: "USEFUL" },
    ]);
    expect(network.skillsNeeded("role:a")).toEqual([]);
    expect(() => network.title("role:d")).toThrow('no role "role:d"');
  });

  test("knows the roles that need a skill", async () => {
    const network = await networkOf({ b: { needs: ["sql?", "ml"] }, a: { needs: ["sql"] }, c: { needs: ["ml?"] } });
    const { neededStart, neededBy, neededEssential, skillIds } = network.columns;
    const told = skillIds.map((id, skill) => {
      const places = Array.from(
        { length: neededStart[skill + 1]! - neededStart[skill]! },
        (_, i) => neededStart[skill]! + i,
      );
      return [id, ...places.map((place) => `${network.roleId(neededBy[place]!)} ${neededEssential[place]}`)];
    });
    expect(told).toEqual([
      ["skill:ml", "role:b 1", "role:c 0"],
      ["skill:sql", "role:a 1", "role:b 0"],
    ]);
  });

  test("finds the step between two roles, and none if there is none", async () => {
    const network = await networkOf(graph);
    expect(network.findStep(1, 2)).toBe(4);
    expect(network.kindOfStep(0)).toBe("PROMOTION");
    expect(network.basisOfStep(2)).toBe("INFERRED");
    expect([network.findStep(2, 0), network.findStep(0, 3), network.findStep(3, 3)]).toEqual([-1, -1, -1]);
  });

  test("does not depend on the order and the batches of rows", async () => {
    const slugs = Object.keys(graph);
    const expected = (await networkOf(graph)).columns;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(slugs, { minLength: slugs.length }),
        fc.integer({ min: 1, max: 4 }),
        async (order, size) => {
          const shuffled = Object.fromEntries(order.map((slug) => [slug, graph[slug]!]));
          const rows = roleRowsOf(shuffled);
          const batches: NetworkRoleRow[][] = [];
          for (let start = 0; start < rows.length; start += size) batches.push(rows.slice(start, start + size));
          const network = await buildNetwork("test", batches, [skillRowsOf(shuffled)]);
          expect(network.columns).toEqual(expected);
        },
      ),
    );
  });

  test("uses the lower of two middle figures as the median, and none if nothing is known", async () => {
    const even = await networkOf({ a: { steps: [{ to: "b", years: 1 }] }, b: { steps: [{ to: "a", years: 5 }] } });
    expect(even.columns.assumptions[0]!.level).toEqual({ months: 12, note: null });
    const unknown = await networkOf({ a: { experienceFrom: 5, steps: [{ to: "b" }] }, b: { experienceFrom: 5 } });
    expect(unknown.columns.assumptions).toEqual([{ rising: null, level: null }]);
    expect([...unknown.columns.outSteps].map(monthsOf)).toEqual([12]);
  });

  test("knows what satisfies a choice, including choices among its parts", async () => {
    const network = await networkOf({ a: { needs: ["any"] } }, { any: ["jax", "old"], old: ["theano"] });
    const { choices, skillIds } = network.columns;
    const any = network.skillIndexOf("skill:any");
    expect(choices.get(any)!.map((skill) => skillIds[skill])).toEqual(["skill:jax", "skill:old", "skill:theano"]);
  });

  test("sorts thousands of ids in code unit order", async () => {
    const slugs = Array.from({ length: 5000 }, (_, i) => `r${(i * 7919) % 5000}`);
    const network = await networkOf(Object.fromEntries(slugs.map((slug) => [slug, {}])));
    expect(network.columns.roleIds).toEqual(slugs.map((slug) => `role:${slug}`).sort());
  });

  test.each([
    [{ a: { steps: [{ to: "b" }] } }, 'Role "role:a" leads to role -1 of 1, which has no row'],
    [{ a: { steps: [{ to: "a" }] } }, "transition to itself"],
    [{ a: { steps: [{ to: "b" }, { to: "b" }] }, b: {} }, "transition:a--b occurs twice"],
    [{ a: { steps: [{ to: "b", years: -1 }] }, b: {} }, 'Role "role:a" has a transition that states -1 years'],
    [{ a: { needs: ["sql", "sql?"] } }, 'Role "role:a" requires "skill:sql" twice'],
    [
      { a: { steps: [{ to: "b", kind: "DEMOTION" }] }, b: {} },
      "transition of kind DEMOTION and basis STATED, which do not exist",
    ],
    [{ a: { steps: [{ to: "b", basis: "GUESSED" }] }, b: {} }, "of kind LATERAL and basis GUESSED, which do not exist"],
  ] as const)("refuses rows that contradict each other: %j", async (broken, message) => {
    await expect(networkOf(broken as unknown as DrawnGraph)).rejects.toThrow(message);
  });

  test("refuses a role or a skill in two rows", async () => {
    const [row] = roleRowsOf({ a: {} });
    await expect(buildNetwork("test", [[row!], [row!]], [])).rejects.toThrow('Role "role:a" has two rows');
    const [skill] = skillRowsOf({ a: { needs: ["sql"] } });
    await expect(buildNetwork("test", [], [[skill!, skill!]])).rejects.toThrow('Skill "skill:sql" has two rows');
  });

  test("refuses a requirement of a skill without a row", async () => {
    await expect(buildNetwork("test", [roleRowsOf({ a: { needs: ["sql"] } })], [])).rejects.toThrow(
      'Role "role:a" requires skill 0 of 0, which has no row',
    );
  });
});
