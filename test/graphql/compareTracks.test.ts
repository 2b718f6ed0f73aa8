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
])("compareTracks without arguments answers on a dataset with %s", async (_name, drafts, expected) => {
  const ask = await asking(new EmbeddedStore(await datasetOf(drafts), new Date(0)));
  const { data, errors } = await ask(operation("compare-tracks"));
  expect(errors).toBeUndefined();
  expect(data.compareTracks).toMatchObject(expected);
});
