import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse, stringify } from "yaml";
import { readDataset } from "../../src/dataset/readDataset.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { Dice } from "../paths/randomGraph.js";
import { type Ask, asking, askingSeed } from "./seedService.js";

/** What is asked between two roles: paths in each order, what is lacking and in which order to learn it. */
const BETWEEN = /* GraphQL */ `
  query ($from: String!, $to: String!) {
    fewest: paths(from: $from, to: $to, limit: 3) {
      ...Told
    }
    soonest: paths(from: $from, to: $to, objective: LEAST_TIME) {
      ...Told
    }
    easiest: paths(from: $from, to: $to, objective: LEAST_LEARNING) {
      ...Told
    }
    skillGap(from: $from, to: $to) {
      coverage
      matched {
        id
      }
      missing {
        id
      }
    }
    roadmap(from: $from, to: $to) {
      stages {
        name
        skills {
          skill {
            id
          }
          buildsOn {
            id
          }
        }
      }
    }
    compareRoles(roles: [$from, $to]) {
      shared {
        id
      }
      roles {
        distinct {
          id
        }
      }
    }
  }
  fragment Told on PathResult {
    outcome
    paths {
      summary
      assumptions
      totals {
        steps
        years
        yearsAssumed
        skillsToLearn
      }
      steps {
        to {
          id
        }
        skillsToLearn {
          id
        }
      }
    }
  }
`;

/** Roles that are joined with nothing of the seed, and share none of its names. */
const ISLAND = {
  "dataset.yaml": { id: "island", name: "Island", version: "1" },
  "roles.yaml": ["Lighthouse Keeper", "Harbour Pilot"].map((title) => ({
    id: `role:${title.toLowerCase().replace(" ", "-")}`,
    ...{ title, place: "UNPLACED", cites: [{ source: "source:island" }] },
    skills: [{ skill: "skill:knots", importance: "ESSENTIAL", cites: [{ source: "source:island" }] }],
  })),
  "skills.yaml": [{ id: "skill:knots", name: "Knots", cites: [{ source: "source:island" }] }],
  "transitions.yaml": [
    {
      ...{ from: "role:lighthouse-keeper", to: "role:harbour-pilot", kind: "LATERAL", basis: "STATED" },
      ...{ statedYears: 40, cites: [{ source: "source:island" }] },
    },
  ],
  "phases.yaml": [
    {
      ...{ id: "phase:tides", name: "Tides", years: { from: 0, to: 40 }, develops: ["skill:knots"] },
      cites: [{ source: "source:island" }],
    },
  ],
  "sources.yaml": [{ id: "source:island", title: "Of the island", publisher: "Island" }],
};

describe("What the seed answers", () => {
  let parent: string;
  let askSeed: Ask;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    askSeed = await askingSeed();
  });
  afterAll(() => rm(parent, { recursive: true }));

  const askingOf = async (folders: readonly string[]): Promise<Ask> => {
    const { dataset, problems } = await readDataset(folders);
    expect(problems).toEqual([]);
    return asking(new EmbeddedStore(dataset!, new Date(0)));
  };
  const expectSame = async (ask: Ask): Promise<void> => {
    const { data } = await askSeed("{ roles(first: 100) { nodes { id } } }");
    const ids: string[] = data.roles.nodes.map(({ id }: { id: string }) => id);
    for (const from of ids) {
      for (const to of ids.filter((id) => id !== from)) {
        const alone = await askSeed(BETWEEN, { from, to });
        expect(alone.errors).toBeUndefined();
        expect(await ask(BETWEEN, { from, to })).toEqual(alone);
      }
    }
  };

  test("stays the same beside a dataset that nothing joins with it, whichever is listed first", async () => {
    const island = await mkdtemp(join(parent, "island-"));
    for (const [name, content] of Object.entries(ISLAND)) await writeFile(join(island, name), stringify(content));
    await expectSame(await askingOf(["seed", island]));
    await expectSame(await askingOf([island, "seed"]));
  }, 60_000);

  test("stays the same when the records of every file stand in another order", async () => {
    const shuffled = join(parent, "seed");
    await cp("seed", shuffled, { recursive: true });
    const dice = new Dice(1);
    for (const name of await readdir(shuffled)) {
      if (!name.endsWith(".yaml")) continue;
      const content: unknown = parse(await readFile(join(shuffled, name), "utf8"));
      if (Array.isArray(content)) {
        await writeFile(join(shuffled, name), stringify(dice.some(content as unknown[], content.length)));
      }
    }
    await expectSame(await askingOf([shuffled]));
  }, 60_000);
});
