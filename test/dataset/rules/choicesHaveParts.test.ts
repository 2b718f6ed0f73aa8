import { expect, test } from "@jest/globals";
import { problemsOf } from "../problemsOf.js";

test("a choice is not reported if a skill could not be read, because that skill may be a part of it", async () => {
  const problems = await problemsOf({
    skills: [
      { id: "skill:one", name: "A or B", offersChoice: true },
      { id: "skill:a", name: "A", partOf: ["skill:one"] },
      { id: "skill:b", nmae: "B", partOf: ["skill:one"] },
    ],
  });
  expect(problems.map(({ id, message }) => [id, message])).toEqual([
    ["skill:b", "`name` is missing"],
    ["skill:b", "`nmae` is not a known key"],
  ]);
});

test("a choice with fewer than two parts is reported", async () => {
  const problems = await problemsOf({
    skills: [
      { id: "skill:none", name: "P or Q", offersChoice: true },
      { id: "skill:one", name: "A or B", offersChoice: true },
      { id: "skill:two", name: "C or D", offersChoice: true },
      { id: "skill:a", name: "A", partOf: ["skill:one", "skill:two"] },
      { id: "skill:c", name: "C", partOf: ["skill:two"] },
    ],
  });
  expect(problems.map(({ id, at, message }) => [id, at, message])).toEqual([
    ["skill:none", "offersChoice: true", "The skill offers a choice but has no parts"],
    ["skill:one", "offersChoice: true", "The skill offers a choice but has only one part"],
  ]);
});
