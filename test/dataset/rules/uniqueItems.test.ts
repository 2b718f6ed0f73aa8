import { expect, test } from "@jest/globals";
import { need } from "../datasetOf.js";
import { problemsOf } from "../problemsOf.js";

test("a skill that a role needs twice is reported at the second need", async () => {
  const problems = await problemsOf({
    skills: [{ id: "skill:a", name: "A" }],
    roles: [{ id: "role:a", title: "A", place: "UNPLACED", skills: [need("skill:a"), need("skill:a", "USEFUL")] }],
  });
  expect(problems).toEqual([
    {
      file: "roles.yaml",
      at: "skill: skill:a",
      id: "role:a",
      message: "`skills` names skill:a twice",
      fix: "Merge the two items, with the citations of both",
    },
  ]);
});

test("a repeated link is reported, whether it is an id or an object", async () => {
  const problems = await problemsOf({
    skills: [{ id: "skill:a", name: "A" }],
    trends: [{ id: "trend:a", name: "A", callsFor: ["skill:a", { to: "skill:a" }] }],
  });
  expect(problems.map(({ id, message }) => [id, message])).toEqual([["trend:a", "`callsFor` names skill:a twice"]]);
});

test("a record that refers to itself is reported", async () => {
  const problems = await problemsOf({
    skills: [{ id: "skill:a", name: "A", buildsOn: ["skill:a"], partOf: ["skill:a"] }],
    roles: [{ id: "role:a", title: "A", place: "UNPLACED", closeMatches: ["role:a"] }],
    transitions: [{ from: "role:a", to: "role:a", kind: "LATERAL", basis: "STATED" }],
  });
  expect(problems.map(({ id, at, message }) => [id, at, message])).toEqual([
    ["role:a", "role:a", "`closeMatches` names the record itself"],
    ["skill:a", "skill:a", "`buildsOn` names the record itself"],
    ["skill:a", "skill:a", "`partOf` names the record itself"],
    ["transition:a--a", "to: role:a", "The transition leads from a role to itself"],
  ]);
});
