import { expect, test } from "@jest/globals";
import { need } from "../datasetOf.js";
import { problemsOf } from "../problemsOf.js";

const TRACKS = [
  { id: "track:t", name: "T" },
  { id: "track:u", name: "U" },
];
const SKILLS = ["a", "b", "c"].map((slug) => ({ id: `skill:${slug}`, name: slug }));

const rung = (slug: string, seniority: number, skills: string[], track = "track:t") => ({
  id: `role:${slug}`,
  title: slug,
  place: "LADDER",
  seniority,
  track,
  skills: skills.map((skill) => need(`skill:${skill}`)),
});

test("a ladder role without seniority or track, and a seniority off the ladder, are reported", async () => {
  const problems = await problemsOf({
    tracks: TRACKS,
    roles: [
      { id: "role:a", title: "A", place: "LADDER", track: "track:t" },
      { id: "role:b", title: "B", place: "LADDER", seniority: 2 },
      { id: "role:c", title: "C", place: "ALTERNATIVE", seniority: 2 },
      { id: "role:d", title: "D", place: "ENTRY", track: "track:t" },
      // A source may grade occupations without putting them on a ladder.
      { id: "role:e", title: "E", place: "UNPLACED", seniority: 2 },
    ],
  });
  expect(problems.map(({ id, at, message }) => [id, at, message])).toEqual([
    ["role:a", "place: LADDER", "A role on the ladder has no seniority"],
    ["role:b", "place: LADDER", "A role on the ladder has no track"],
    ["role:c", "seniority: 2", "A role placed ALTERNATIVE has a seniority"],
  ]);
});

test("each rung is reported with the names of the skills that it lacks and a lower rung on its track needs", async () => {
  const problems = await problemsOf({
    tracks: TRACKS,
    skills: SKILLS,
    roles: [
      rung("top", 5, ["b"]),
      rung("middle", 3, ["a", "b"]),
      rung("bottom", 1, ["a"]),
      rung("other", 6, [], "track:u"),
    ],
  });
  expect(problems).toEqual([
    {
      file: "roles.yaml",
      at: "skills:",
      id: "role:top",
      message: "The role lacks skill:a, which role:bottom needs on a lower rung of the same ladder",
      fix: "Add it to `skills` with `basis: INFERRED` and the citations of the lower role",
    },
  ]);
});

test("roles of one rung may need different skills, and the rung above needs those of both", async () => {
  const roles = [rung("left", 1, ["a"]), rung("right", 1, ["b"])];
  expect(
    await problemsOf({ tracks: TRACKS, skills: SKILLS, roles: [...roles, rung("top", 2, ["a", "b", "c"])] }),
  ).toEqual([]);
  const problems = await problemsOf({ tracks: TRACKS, skills: SKILLS, roles: [...roles, rung("top", 2, ["a"])] });
  expect(problems.map(({ message }) => message)).toEqual([
    "The role lacks skill:b, which role:right needs on a lower rung of the same ladder",
  ]);
});

test("a ladder may have up to 30 levels", async () => {
  expect(await problemsOf({ tracks: TRACKS, roles: [rung("top", 30, [])] })).toEqual([]);
  const problems = await problemsOf({ tracks: TRACKS, roles: [rung("top", 31, [])] });
  expect(problems.map(({ id, at }) => [id, at])).toEqual([["role:top", "seniority: 31"]]);
});
