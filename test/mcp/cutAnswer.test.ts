import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cutAnswer, type JsonObject } from "../../src/mcp/cutAnswer.js";

const size = (answer: unknown): number => JSON.stringify(answer).length;
const within = (most: number) => (answer: JsonObject) => size(answer) <= most;

describe("An answer that is too large", () => {
  const words = (count: number): string[] => Array.from({ length: count }, (_, index) => `word ${index}`);

  test("is not changed if it fits", () => {
    const answer = { list: words(10) };
    expect(cutAnswer(answer, new Set(), within(size(answer)))).toBe(answer);
  });

  test("keeps as many items as fit, and says how many there are", () => {
    const cut = cutAnswer({ roles: { nodes: words(1_000) } }, new Set(), within(1_000))!;
    const { nodes } = cut["roles"] as { nodes: string[] };
    expect(nodes.length).toBeGreaterThan(40);
    expect(nodes).toEqual(words(nodes.length));
    expect(cut["cut"]).toMatchObject({ lists: [{ list: "roles.nodes", shown: nodes.length, of: 1_000 }] });
  });

  test("loses parts of items before it loses items, and some lists are kept whole", () => {
    const path = { steps: Array.from({ length: 14 }, (_, position) => ({ position, skills: words(30) })) };
    const cut = cutAnswer({ paths: [path, path, path] }, new Set(["paths.steps"]), within(9_000))!;
    const paths = cut["paths"] as (typeof path)[];
    expect(paths.length).toBe(3);
    for (const { steps } of paths) {
      expect(steps.map(({ position }) => position)).toEqual(path.steps.map(({ position }) => position));
      for (const { skills } of steps) expect(skills.length).toBeGreaterThanOrEqual(10);
    }
    const less = cutAnswer({ paths: [path, path, path] }, new Set(["paths.steps"]), within(4_000))!;
    expect((less["paths"] as (typeof path)[]).map(({ steps }) => steps.length)).toEqual([14, 14]);
  });

  test("has no cursor after the cut", () => {
    const page = (count: number) => ({ edges: words(count), pageInfo: { hasNextPage: false, endCursor: "end" } });
    const cut = cutAnswer({ long: page(200), short: page(2) }, new Set(), within(1_000))!;
    expect(cut["long"]).toMatchObject({ pageInfo: { hasNextPage: true, endCursor: null } });
    expect(cut["short"]).toEqual(page(2));
  });

  test("is refused as a whole if not even one item of each list fits", () => {
    expect(cutAnswer({ text: "x".repeat(100) }, new Set(), within(50))).toBeNull();
  });

  test("always fits, and contains only parts of the answer", () => {
    const { answer: json } = fc.letrec((tie) => ({
      answer: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.string(),
        fc.array(tie("answer"), { maxLength: 30 }),
        tie("object"),
      ),
      object: fc.dictionary(fc.constantFrom("a", "b", "nodes", "steps"), tie("answer"), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    }));
    fc.assert(
      fc.property(fc.record({ root: json }), fc.integer({ min: 300, max: 3_000 }), (answer, most) => {
        const cut = cutAnswer(answer as JsonObject, new Set(["root.steps"]), within(most));
        if (cut === null) return;
        expect(size(cut)).toBeLessThanOrEqual(most);
        const { cut: _, ...rest } = cut;
        expectWithin(rest["root"], (answer as JsonObject)["root"]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The same value except for the ends of lists. */
function expectWithin(cut: unknown, whole: unknown): void {
  if (Array.isArray(cut)) {
    expect(Array.isArray(whole)).toBe(true);
    cut.forEach((item, index) => expectWithin(item, (whole as unknown[])[index]));
  } else if (typeof cut === "object" && cut !== null) {
    expect(Object.keys(cut)).toEqual(Object.keys(whole as object));
    for (const [name, value] of Object.entries(cut)) expectWithin(value, (whole as Record<string, unknown>)[name]);
  } else expect(cut).toBe(whole);
}
