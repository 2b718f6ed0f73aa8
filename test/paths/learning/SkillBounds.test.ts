import { expect, test } from "@jest/globals";
import { learningStart, learningTask } from "../../../src/paths/learning/learningTask.js";
import { SkillBounds } from "../../../src/paths/learning/SkillBounds.js";
import { SearchClock } from "../../../src/paths/pace/SearchClock.js";
import { pathTask } from "../../../src/paths/query/PathTask.js";
import { type PathQuery, UNCONSTRAINED } from "../../../src/paths/query/PathQuery.js";
import { LabelExtender } from "../../../src/paths/search/LabelExtender.js";
import { type DrawnGraph, networkOf } from "../networkOf.js";

/**
 * How many skills the roles a0 to a4 need. Sets grow in jumps: those of all five roles take 56 words, but once a0 is left out and the
 * skills of the others are renumbered, their sets take 104 words.
 */
const NEEDS = [127, 128, 256, 384, 896];
/** The skills of a path through a0: its own and that of "z". */
const THROUGH_A0 = 128;
const MAX_STEPS = 12;

/** Paths from "start" to "end" through a0 to a4, and around a ring of roles that need nothing. Each role of the ring makes 11 nodes. */
function graphWithRing(size: number): DrawnGraph {
  const ring = Array.from({ length: size }, (_, i) => `f${i}`);
  const needy = NEEDS.map((_, i) => `a${i}`);
  return {
    start: { steps: [...needy, ...ring].map((to) => ({ to, years: 1 })) },
    end: {},
    z: { needs: ["z"], steps: [{ to: "end", years: 1 }] },
    ...Object.fromEntries(
      needy.map((slug, i) => [
        slug,
        { needs: Array.from({ length: NEEDS[i]! }, (_, n) => `${slug}-${n}`), steps: [{ to: "z", years: 1 }] },
      ]),
    ),
    ...Object.fromEntries(
      ring.map((slug, i) => [slug, { steps: ["end", ring[(i + 1) % size]!].map((to) => ({ to, years: 1 })) }]),
    ),
  };
}

test.each([
  { size: 1_200, fits: true },
  { size: 2_600, fits: false },
])("bounds are tightened only if the renumbered sets fit in memory: a ring of $size roles", async ({ size, fits }) => {
  const network = await networkOf(graphWithRing(size));
  const query: PathQuery = {
    fromId: "role:start",
    toId: "role:end",
    objective: "LEAST_LEARNING",
    limit: 1,
    constraints: { ...UNCONSTRAINED, maxSteps: MAX_STEPS },
    heldSkillIds: [],
  };
  const clock = new SearchClock({ expansions: Infinity, milliseconds: Infinity });
  const start = (await learningStart(pathTask(network, query), query, clock))!;
  const task = (await learningTask(start, false, clock))!;
  const bounds = new SkillBounds(task, new LabelExtender(task.task, task.bounds));
  const { skills } = bounds;
  expect(await bounds.sharpen((least) => least === THROUGH_A0, clock)).toBe(fits);
  expect(skills.width).toBe(56);
  expect(bounds.skills.width).toBe(fits ? 104 : 56);
  expect(await bounds.sharpen(() => false, clock)).toBe(false);
});
