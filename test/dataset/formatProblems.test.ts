import { expect, test } from "@jest/globals";
import { formatProblems } from "../../src/dataset/formatProblems.js";

test("shows one line per problem with the known parts of its place, and the number of problems", () => {
  const problem = { file: "seed/roles.yaml", line: 7, id: "role:a", message: "It is wrong", fix: "Mend it" };
  expect(formatProblems([problem, { ...problem, id: null }, { ...problem, file: "seed", line: null, id: null }])).toBe(
    [
      "seed/roles.yaml:7: role:a: It is wrong. Mend it.",
      "seed/roles.yaml:7: It is wrong. Mend it.",
      "seed: It is wrong. Mend it.",
      "3 problems in 2 files.",
    ].join("\n"),
  );
  expect(formatProblems([problem])).toMatch(/\n1 problem in 1 file\.$/);
});
