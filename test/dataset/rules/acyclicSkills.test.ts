import { expect, test } from "@jest/globals";
import { problemsOf } from "../problemsOf.js";

const skill = (slug: string, links: object = {}) => ({ id: `skill:${slug}`, name: `Skill ${slug}`, ...links });

test("a cycle of skills that build on each other is reported once, with its skills", async () => {
  const problems = await problemsOf({
    skills: [
      skill("start", { buildsOn: ["skill:a"] }),
      skill("a", { buildsOn: ["skill:b"] }),
      skill("b", { buildsOn: ["skill:leaf", "skill:c"] }),
      skill("c", { buildsOn: ["skill:a"] }),
      skill("leaf"),
    ],
  });
  expect(problems).toEqual([
    {
      file: "skills.yaml",
      at: "skill:a",
      id: "skill:c",
      message: "The skill builds on itself: skill:a → skill:b → skill:c → skill:a",
      fix: "Remove the weakest link of the cycle",
    },
  ]);
});

test("skills that are parts of each other are reported", async () => {
  const problems = await problemsOf({
    skills: [skill("a", { partOf: ["skill:b"] }), skill("b", { partOf: ["skill:a"] })],
  });
  expect(problems.map(({ message }) => message)).toEqual(["The skill is part of itself: skill:a → skill:b → skill:a"]);
});

test("two links to one skill, and a mix of the two relations, are not a cycle", async () => {
  const problems = await problemsOf({
    skills: [
      skill("a", { buildsOn: ["skill:b", "skill:c"] }),
      skill("b", { buildsOn: ["skill:d"] }),
      skill("c", { buildsOn: ["skill:d"] }),
      skill("d", { partOf: ["skill:a"] }),
    ],
  });
  expect(problems).toEqual([]);
});

test("a chain of thousands of skills does not overflow the stack", async () => {
  const skills = Array.from({ length: 5_000 }, (_, index) =>
    skill(`s${index}`, index === 0 ? {} : { buildsOn: [`skill:s${index - 1}`] }),
  );
  expect(await problemsOf({ skills })).toEqual([]);
});
