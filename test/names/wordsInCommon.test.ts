import { expect, test } from "@jest/globals";
import { wordsInCommon } from "../../src/names/wordsInCommon.js";

test.each([
  ["data analyst", "data analysts", 1, "a plural is begun alike"],
  ["data analyst", "financial analysts", 0.5, "one word of two on both sides"],
  ["clerk", "file clerk", 2 / 3, "the longer name has more beside it"],
  ["c developer", "cobol developer", 0.5, "a single letter begins nothing"],
  ["", "clerk", 0, "nothing is in common with nothing"],
])("%j has of %j in common %d: %s", (left, right, share) => {
  const words = (text: string): string[] => (text === "" ? [] : text.split(" "));
  expect(wordsInCommon(words(left), words(right))).toBeCloseTo(share, 12);
});
