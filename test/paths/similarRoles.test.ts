import { describe, expect, test } from "@jest/globals";
import { similarRoles } from "../../src/paths/similarRoles.js";
import { networkOf } from "./networkOf.js";
import { Dice, randomGraph } from "./randomGraph.js";

describe("similar roles", () => {
  test("are scored by the skills that both need; an ESSENTIAL one weighs twice as much as a USEFUL one", async () => {
    const network = await networkOf({
      me: { needs: ["sql", "ml", "go?"] },
      half: { needs: ["sql?", "etl"] },
      twin: { needs: ["ml", "sql", "go?"] },
      other: { needs: ["etl"] },
      idle: {},
    });
    expect(similarRoles(network, "role:me", 10)).toEqual([
      { roleId: "role:twin", score: 1, sharedSkillIds: ["skill:ml", "skill:sql", "skill:go"] },
      // Lower weights: sql 1. Higher weights: sql 2, ml 2, go 1, etl 2.
      { roleId: "role:half", score: 1 / 7, sharedSkillIds: ["skill:sql"] },
    ]);
    expect(similarRoles(network, "role:idle", 10)).toEqual([]);
  });

  test("with equal scores are sorted by id, and no more than requested are listed", async () => {
    const needs = ["sql"];
    const network = await networkOf({ z: { needs }, b: { needs }, "b-1": { needs }, me: { needs }, a: { needs } });
    expect(similarRoles(network, "role:me", 3).map(({ roleId }) => roleId)).toEqual(["role:a", "role:b", "role:b-1"]);
  });

  test("have the same score in both directions", async () => {
    let pairs = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const network = await networkOf(randomGraph(new Dice(seed), 12).graph);
      for (const roleId of network.columns.roleIds) {
        for (const similar of similarRoles(network, roleId, 20)) {
          const back = similarRoles(network, similar.roleId, 20).find((other) => other.roleId === roleId);
          expect(back?.score).toBe(similar.score);
          pairs++;
        }
      }
    }
    expect(pairs).toBeGreaterThan(1_000);
  });
});
