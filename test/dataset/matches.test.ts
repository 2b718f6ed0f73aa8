import { readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readDataset } from "../../src/dataset/readDataset.js";
import { readFolders } from "../../src/dataset/readFolders.js";

describe("the matches of the seed with other datasets", () => {
  test.each(readdirSync("matches"))("in %s are inferred, and start from the seed", async (name) => {
    const { raw, problems } = await readFolders([`matches/${name}`]);
    expect(problems).toEqual([]);
    const { dataset } = await readDataset(["seed"]);
    const seed = new Set([...(dataset?.roles ?? []), ...(dataset?.skills ?? [])].map(({ id }) => id));
    const matches = raw.records.matches.map(({ value }) => value);
    expect(matches.length).toBeGreaterThan(0);
    expect(matches.filter(({ from, basis }) => !seed.has(from) || basis !== "INFERRED")).toEqual([]);
  });
});
