import { expect, test } from "@jest/globals";
import { yearsOfSvp } from "../../../../src/dataset/import/onet/yearsOfSvp.js";

test.each([
  ["(Below 4.0)", { from: 0, to: 0.25 }],
  ["(4.0 to < 6.0)", { from: 0.25, to: 1 }],
  ["(6.0 to < 7.0)", { from: 1, to: 2 }],
  ["(7.0 to < 8.0)", { from: 2, to: 4 }],
  ["(8.0 and above)", { from: 4 }],
])("the SVP range %s of a job zone spans %o years", (range, years) => {
  expect(yearsOfSvp(range)).toEqual(years);
});

test.each(["", "4 to 6", "(6.0 to < 4.0)", "(Below 1.0)"])("%j is not an SVP range", (range) => {
  expect(yearsOfSvp(range)).toBeNull();
});
