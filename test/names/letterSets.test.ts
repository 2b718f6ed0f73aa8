import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
import { editDistance } from "../../src/names/editDistance.js";
import { letterSet, mayBeWithin, repeatedLetters } from "../../src/names/letterSets.js";

describe("sets of letters", () => {
  test("never exclude a pair of texts within the given number of edits", () => {
    const letter = fc.constantFrom(..."aab cd19+#é漢", "\u0000");
    const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 3 }), (left, right, edits) => {
        fc.pre(editDistance(left, right, edits) <= edits);
        const letters = [letterSet(left), letterSet(right)] as const;
        expect(mayBeWithin(edits, ...letters)).toBe(true);
        expect(mayBeWithin(edits, ...letters, repeatedLetters(left), repeatedLetters(right))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("exclude texts that differ in more letters than the edits can change", () => {
    expect(mayBeWithin(1, letterSet("engineer"), letterSet("engineers"))).toBe(true);
    expect(mayBeWithin(1, letterSet("planner"), letterSet("planter"))).toBe(true);
    expect(mayBeWithin(1, letterSet("baker"), letterSet("actor"))).toBe(false);
    expect(mayBeWithin(2, letterSet("abc"), letterSet("xyz"))).toBe(false);
    expect(mayBeWithin(3, letterSet("abc"), letterSet("xyz"))).toBe(true);
    const one = "aabb ab";
    expect(mayBeWithin(1, letterSet(one), letterSet("ab "), repeatedLetters(one), repeatedLetters("ab "))).toBe(false);
  });
});
