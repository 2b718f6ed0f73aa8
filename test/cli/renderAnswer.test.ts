import { describe, expect, test } from "@jest/globals";
import type { PathAnswer } from "../../src/cli/path/pathOperation.js";
import { renderAnswer } from "../../src/cli/path/renderAnswer.js";

const PATH = {
  summary: "From A to B in 0 steps.",
  assumptions: [],
  cautions: [],
  totals: { payChange: null },
  steps: [],
};

function answer(values: Partial<PathAnswer>): PathAnswer {
  const role = (title: string) => ({ id: `role:${title}`, title });
  return {
    from: role("A"),
    to: { ...role("B"), origin: { levelScale: { name: "Level", lowest: 1, highest: 5 } } },
    outcome: "FOUND",
    noPathReason: null,
    whyNot: null,
    optimal: true,
    paths: [],
    ...values,
  };
}

describe("A path answer at a terminal", () => {
  test("numbers several paths, and does not number a single one", () => {
    expect(renderAnswer(answer({ paths: [PATH] }))).toBe(PATH.summary);
    expect(renderAnswer(answer({ paths: [PATH, PATH] }))).toBe(`[1 of 2] ${PATH.summary}\n\n[2 of 2] ${PATH.summary}`);
  });

  test("shows the assumed time of a step as assumed, and says “unknown” if there is none", () => {
    const step = (yearsAssumed: number | null) => ({
      ...{ position: 1, from: { id: "role:a", title: "A" }, to: { id: "role:b", title: "B" } },
      ...{ years: null, yearsAssumed, skillsToLearn: [], skillsToRaise: [] },
      transition: { kind: "RELATED", basis: "INFERRED", note: null, sources: [] },
    });
    const timeOf = (yearsAssumed: number | null) =>
      /Time: +(.*)/.exec(renderAnswer(answer({ paths: [{ ...PATH, steps: [step(yearsAssumed)] }] })))?.[1];
    expect([timeOf(3), timeOf(1), timeOf(16 / 12), timeOf(4 / 12), timeOf(null)]).toEqual([
      "unknown; 3 years assumed",
      "unknown; 1 year assumed",
      "unknown; 1 year and 4 months assumed",
      "unknown; 4 months assumed",
      "unknown",
    ]);
  });

  test("shows the present and the needed level of a skill to raise, and the scale", () => {
    const skillsToRaise = [{ heldLevel: 2, requirement: { requiredLevel: 4, skill: { name: "SQL" } } }];
    const step = {
      ...{ position: 1, from: { id: "role:a", title: "A" }, to: { id: "role:b", title: "B" } },
      ...{ years: 1, yearsAssumed: null, skillsToLearn: [], skillsToRaise },
      transition: { kind: "PROMOTION", basis: "STATED", note: null, sources: [] },
    };
    const text = renderAnswer(answer({ paths: [{ ...PATH, steps: [step] }] }));
    expect(text).toMatch(/Raise: +SQL from 2 to 4/);
    expect(text).not.toContain("nothing new");
    expect(text).toMatch(/\n\nLevels: Level \(1 to 5\)\.$/);
  });

  test("says that the search ended early, with and without paths", () => {
    expect(renderAnswer(answer({ paths: [PATH], outcome: "LIMIT_REACHED" }))).toMatch(/there may be more paths/);
    expect(renderAnswer(answer({ paths: [PATH], optimal: false }))).toMatch(/there may be better ones/);
    expect(renderAnswer(answer({ outcome: "LIMIT_REACHED", optimal: false }))).toMatch(
      /used up its budget before it found/,
    );
  });
});
