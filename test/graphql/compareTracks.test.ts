import { expect, test } from "@jest/globals";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { datasetOf } from "../dataset/datasetOf.js";
import { asking, operation } from "./seedService.js";

const UNPLACED = { id: "role:tinker", title: "Tinker", place: "UNPLACED" };
const FIRST_RUNG = { id: "role:tailor", title: "Tailor", place: "LADDER", track: "track:craft", seniority: 1 };

test.each([
  ["no track", { roles: [UNPLACED] }, { tracks: [], rungs: [], switches: [] }],
  [
    "one track",
    { roles: [FIRST_RUNG, UNPLACED], tracks: [{ id: "track:craft", name: "Craft" }] },
    {
      tracks: [{ id: "track:craft", name: "Craft" }],
      rungs: [{ seniority: 1, roles: [{ id: "role:tailor" }] }],
      switches: [],
    },
  ],
])("compareTracks without arguments returns an answer on a dataset with %s", async (_name, drafts, expected) => {
  const ask = await asking(new EmbeddedStore(await datasetOf(drafts), new Date(0)));
  const { data, errors } = await ask(operation("compare-tracks"));
  expect(errors).toBeUndefined();
  expect(data.compareTracks).toMatchObject(expected);
});

test("compareTracks shows the tracks of one dataset, the first one that has any", async () => {
  const craft = (dataset: string) => ({
    head: { id: dataset, name: dataset },
    drafts: {
      roles: [{ ...FIRST_RUNG, id: `role:${dataset}`, title: `Tailor of ${dataset}`, track: `track:${dataset}` }],
      tracks: [{ id: `track:${dataset}`, name: `Craft of ${dataset}` }],
    },
  });
  const several = await datasetOf({ roles: [UNPLACED] }, { id: "none" }, [craft("zinc"), craft("amber")]);
  const ask = await asking(new EmbeddedStore(several, new Date(0)));
  const { data } = await ask("{ compareTracks { tracks { id } rungs { roles { id } } } }");
  expect(data.compareTracks).toEqual({ tracks: [{ id: "track:zinc" }], rungs: [{ roles: [{ id: "role:zinc" }] }] });
  const { errors } = await ask('{ compareTracks(tracks: ["Craft of zinc", "Craft of amber"]) { tracks { id } } }');
  expect(errors).toMatchObject([
    { extensions: { code: "BAD_USER_INPUT", argument: "tracks[1]", reason: "CONTRADICTION" } },
  ]);
});

test("compareTracks reports together that a list is too short and that a track is unknown", async () => {
  const ask = await asking(new EmbeddedStore(await datasetOf({ roles: [UNPLACED] }), new Date(0)));
  const { errors } = await ask('{ compareTracks(tracks: ["Nowhere"]) { tracks { id } } }');
  expect(errors).toMatchObject([
    { extensions: { code: "BAD_USER_INPUT", argument: "tracks" } },
    { extensions: { code: "TRACK_NOT_FOUND", argument: "tracks[0]" } },
  ]);
});

test("compareTracks and compareRoles report a repeated, an unknown and one too many together", async () => {
  const drafts = { roles: [UNPLACED], tracks: [{ id: "track:craft", name: "Craft" }] };
  const ask = await asking(new EmbeddedStore(await datasetOf(drafts), new Date(0)));
  const names = JSON.stringify(["Nowhere", "NAME", "NAME", "Nowhere", "NAME", "NAME"]);
  for (const [field, argument, name] of [
    ["compareTracks", "tracks", "Craft"],
    ["compareRoles", "roles", UNPLACED.title],
  ] as const) {
    const { errors } = await ask(`{ ${field}(${argument}: ${names.replaceAll("NAME", name)}) { __typename } }`);
    expect(errors?.map(({ extensions }) => extensions.argument)).toEqual([
      argument,
      ...[0, 3, 2, 4].map((index) => `${argument}[${index}]`),
    ]);
  }
});
