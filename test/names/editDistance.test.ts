import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
import { editDistance } from "../../src/names/editDistance.js";

/** The definition, cell by cell, without a band. */
function plainDistance(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] as number;
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const substitution = at(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      let cost = Math.min(substitution, at(row - 1, column) + 1, at(row, column - 1) + 1);
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, at(row - 2, column - 2) + 1);
      (table[row] as number[])[column] = cost;
    }
  }
  return at(left.length, right.length);
}

describe("editDistance", () => {
  test.each([
    ["pytorch", "pytorch", 0],
    ["pytorh", "pytorch", 1],
    ["pytroch", "pytorch", 1],
    ["staf", "staff", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("counts the edits between %j and %j", (left, right, edits) => {
    expect(editDistance(left, right, 3)).toBe(edits);
  });

  test("is the limit plus one for all larger distances", () => {
    expect(editDistance("kitten", "sitting", 2)).toBe(3);
    expect(editDistance("a", "abcdef", 2)).toBe(3);
    expect(editDistance("abcdefgh", "hgfedcba", 1)).toBe(2);
  });

  test("equals the unlimited definition for any texts and limit", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 4 }), (left, right, limit) => {
        expect(editDistance(left, right, limit)).toBe(Math.min(plainDistance(left, right), limit + 1));
      }),
      { numRuns: 3_000 },
    );
  });
});
