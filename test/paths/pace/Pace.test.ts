import { describe, expect, test } from "@jest/globals";
import { findPaths } from "../../../src/paths/findPaths.js";
import { type PathQuery, UNCONSTRAINED } from "../../../src/paths/query/PathQuery.js";
import { denseNetwork } from "../denseNetwork.js";

/**
 * Searches share the event loop with everything else. The tests count turns and take the median of gaps, so that a machine that stalls
 * now and then does not fail them.
 */
async function turnsDuring(work: () => Promise<unknown>): Promise<{ took: number; gaps: number[] }> {
  const gaps: number[] = [];
  let ended = false;
  const others = (async () => {
    while (!ended) {
      const before = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      gaps.push(performance.now() - before);
    }
  })();
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  ended = true;
  await others;
  return { took, gaps: gaps.sort((left, right) => left - right) };
}

function query(from: number, to: number, asked: Partial<PathQuery>): PathQuery {
  const ends = { fromId: `role:r${from}`, toId: `role:r${to}` };
  return { ...ends, objective: "LEAST_TIME", limit: 10, constraints: UNCONSTRAINED, heldSkillIds: [], ...asked };
}

describe("the event loop", () => {
  test("gets its turns between searches that are too short to pause", async () => {
    const network = await denseNetwork(60);
    const { took, gaps } = await turnsDuring(async () => {
      for (let i = 0; i < 200; i++) await findPaths(network, query(i % 60, (i + 7) % 60, { limit: 20 }));
    });
    // A slice is 2 ms. Without sharing, all searches would run in a single turn.
    expect(took).toBeGreaterThan(40);
    expect(gaps.length).toBeGreaterThan(took / 40);
  });

  test("is used by one search at a time, however many are in progress", async () => {
    const network = await denseNetwork(300);
    const asked = { objective: "LEAST_LEARNING", limit: 20, constraints: { ...UNCONSTRAINED, maxYears: 9 } } as const;
    const { took, gaps } = await turnsDuring(() =>
      Promise.all(Array.from({ length: 24 }, (_, i) => findPaths(network, query(i, 150 + i, asked)))),
    );
    expect(took).toBeGreaterThan(200);
    // Slices of all searches in one turn would take 48 ms.
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(20);
  });
});
