import { expect, test } from "@jest/globals";
import { GUIDE, need } from "../datasetOf.js";
import { problemsOf, problemsOfFolders } from "../problemsOf.js";

test("a dangling reference in any field is reported at its line", async () => {
  const problems = await problemsOf({
    roles: [
      {
        id: "role:a",
        title: "A",
        place: "UNPLACED",
        track: "track:x",
        experience: [{ from: 1, cites: [{ source: "source:x1" }] }],
        skills: [need("skill:x", "USEFUL", { cites: [{ source: GUIDE, via: "source:x2" }] })],
        degrees: [{ degree: "degree:x", necessity: "MINIMUM", cites: [{ source: GUIDE }] }],
        closeMatches: ["role:x"],
        cites: [{ source: "source:x3" }],
      },
    ],
    transitions: [
      {
        from: "role:a",
        to: "role:x2",
        kind: "LATERAL",
        basis: "STATED",
        advice: { demonstrate: ["skill:x2"], develop: ["skill:x3"], actions: ["skill:none"] },
      },
    ],
    employers: [{ id: "employer:a", name: "A", employs: [{ to: "role:x3", cites: [{ source: "source:x4" }] }] }],
    statements: [{ id: "statement:a", topic: "FOCUS", text: "role:none", about: ["growth:x"] }],
  });
  expect(problems.map(({ at, message }) => [at, message])).toEqual([
    ["to: role:x3", "There is no record role:x3"],
    ["source: source:x4", "There is no record source:x4"],
    ["track: track:x", "There is no record track:x"],
    ["source: source:x1", "There is no record source:x1"],
    ["skill: skill:x", "There is no record skill:x"],
    ["via: source:x2", "There is no record source:x2"],
    ["degree: degree:x", "There is no record degree:x"],
    ["role:x", "There is no record role:x"],
    ["source: source:x3", "There is no record source:x3"],
    ["growth:x", "There is no record growth:x"],
    ["to: role:x2", "There is no record role:x2"],
    ["skill:x2", "There is no record skill:x2"],
    ["skill:x3", "There is no record skill:x3"],
  ]);
  expect(problems[2]?.fix).toBe(
    "Correct the id, add the record to tracks.yaml, or also name the folder that contains it",
  );
});

test("a reference to an invalid record is not also reported as dangling", async () => {
  const problems = await problemsOf({
    tracks: [{ id: "track:a", nmae: "A" }],
    roles: [{ id: "role:a", title: "A", place: "UNPLACED", track: "track:a" }],
  });
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(["tracks.yaml"]));
});

test("references to records of another folder are valid", async () => {
  const problems = await problemsOfFolders([
    { roles: [{ id: "role:a", title: "A", place: "UNPLACED", track: "track:a" }] },
    { tracks: [{ id: "track:a", name: "A" }] },
  ]);
  expect(problems).toEqual([]);
});

test("a reference to another kind of record is reported", async () => {
  const problems = await problemsOf({
    tracks: [{ id: "track:a", name: "A" }],
    roles: [{ id: "role:a", title: "A", place: "UNPLACED", closeMatches: ["track:a"] }],
  });
  expect(problems).toMatchObject([
    { at: "track:a", id: "role:a", message: '`closeMatches[0].to`: "track:a" is not a valid role id' },
  ]);
});
