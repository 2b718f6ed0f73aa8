import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse, stringify } from "yaml";
import { readDataset } from "../../src/dataset/readDataset.js";
import { EmbeddedStore } from "../../src/store/embedded/EmbeddedStore.js";
import { Dice } from "../paths/randomGraph.js";
import { type Ask, asking, askingSeed } from "./seedService.js";

/** What is requested for two roles: paths by each objective, and the missing skills with their order. */
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

/** Every list of the dataset, and of a role. */
const LISTS = /* GraphQL */ `
  {
    tracks {
      id
    }
    statements {
      id
    }
    phases {
      id
    }
    trends {
      id
    }
    degrees {
      id
    }
    activities {
      id
    }
    sectors {
      id
    }
    certifications(first: 100) {
      edges {
        cursor
        node {
          id
        }
      }
    }
    questions(first: 100) {
      nodes {
        id
      }
    }
    sources(first: 100) {
      nodes {
        id
      }
    }
    skills(first: 100) {
      nodes {
        id
      }
    }
    roles(first: 100) {
      nodes {
        id
        pay {
          id
        }
        growth {
          id
        }
        skills {
          id
        }
        certifications {
          id
        }
        focus {
          id
        }
        requirements {
          id
        }
        responsibilities {
          id
        }
        questions {
          id
        }
        trends {
          id
        }
        transitions {
          id
        }
        similar {
          role {
            id
          }
        }
      }
    }
    search(text: "learning", first: 100) {
      nodes {
        id
      }
    }
  }
`;

/** Roles that have no connection to the seed, and no name in common with it. */
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

/** Roles and a skill that match some of the seed EXACT, with a path between the roles that is shorter than the seed's. */
const GUILD_CITES = [{ source: "source:guild" }];
const GUILD = {
  "dataset.yaml": { id: "guild", name: "Guild", version: "1" },
  "roles.yaml": ["Number Reader", "Guild Master", "Guild Hermit", "Guild Elder"].map((title) => ({
    id: `role:${title.toLowerCase().replace(" ", "-")}`,
    ...{ title, place: "UNPLACED", cites: GUILD_CITES },
    skills: ["snake-charming", "abacus"].map((slug) => ({
      ...{ skill: `skill:${slug}`, importance: "ESSENTIAL", cites: GUILD_CITES },
    })),
  })),
  "skills.yaml": ["Snake Charming", "Abacus"].map((name) => ({
    ...{ id: `skill:${name.toLowerCase().replace(" ", "-")}`, name, cites: GUILD_CITES },
  })),
  "transitions.yaml": [
    ["number-reader", "guild-master"],
    ["guild-hermit", "guild-elder"],
  ].map(([from, to]) => ({
    ...{ from: `role:${from}`, to: `role:${to}`, kind: "PROMOTION", basis: "STATED" },
    ...{ statedYears: 1, cites: GUILD_CITES },
  })),
  "phases.yaml": [
    {
      ...{ id: "phase:novice", name: "Novice", years: { from: 0, to: 1 }, develops: ["skill:snake-charming"] },
      cites: GUILD_CITES,
    },
  ],
  "sources.yaml": [{ id: "source:guild", title: "Of the guild", publisher: "Guild" }],
};

/** Matches of the guild with the seed; its hermit and its elder match two roles of the seed that no path joins. */
const guildMatches = ([from, to]: readonly [string, string]) => ({
  "dataset.yaml": { id: "seed-guild", name: "Matches of the seed and the guild", version: "1" },
  "matches.yaml": [
    ["role:data-scientist", "role:number-reader"],
    ["role:staff-ml-engineer", "role:guild-master"],
    ["skill:python", "skill:snake-charming"],
    [from, "role:guild-hermit"],
    [to, "role:guild-elder"],
  ].map(([from, to]) => ({ from, to, kind: "EXACT", basis: "STATED", cites: [{ source: "source:matches" }] })),
  "sources.yaml": [{ id: "source:matches", title: "Of the matches", publisher: "Guild" }],
});

describe("The answers of the seed", () => {
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

  const folderOf = async (files: Readonly<Record<string, unknown>>): Promise<string> => {
    const folder = await mkdtemp(join(parent, "folder-"));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), stringify(content));
    return folder;
  };

  test("change beside a matched dataset only for paths that cross datasets and for lists", async () => {
    const { data } = await askSeed("{ roles(first: 100) { nodes { id } } }");
    const ids: string[] = data.roles.nodes.map(({ id }: { id: string }) => id);
    const apart: [string, string][] = [];
    const others = ids.filter((id) => !["role:data-scientist", "role:staff-ml-engineer"].includes(id));
    for (const from of others)
      for (const to of others)
        if ((await askSeed(BETWEEN, { from, to })).data.fewest.outcome === "NO_PATH") apart.push([from, to]);
    const [guild, matches] = [await folderOf(GUILD), await folderOf(guildMatches(apart[0]!))];
    const SPANS = "query ($from: String!) { reachableRoles(from: $from, first: 100) { nodes { id } } }";
    for (const folders of [
      ["seed", guild, matches],
      [matches, guild, "seed"],
    ]) {
      const ask = await askingOf(folders);
      let crossing = 0;
      for (const from of ids) {
        for (const to of ids.filter((id) => id !== from)) {
          const [alone, beside] = [await askSeed(BETWEEN, { from, to }), await ask(BETWEEN, { from, to })];
          const { fewest, soonest, easiest, ...rest } = beside.data;
          expect(rest).toEqual({
            skillGap: alone.data.skillGap,
            roadmap: alone.data.roadmap,
            compareRoles: alone.data.compareRoles,
          });
          if (alone.data.fewest.outcome === "FOUND") expect(beside).toEqual(alone);
          else if (fewest.outcome === "FOUND") {
            crossing++;
            for (const { paths } of [fewest, soonest, easiest])
              for (const { steps } of paths)
                expect(steps.some((step: { to: { id: string } }) => !ids.includes(step.to.id))).toBe(true);
          }
        }
        const reached = async (asked: Ask): Promise<string[]> =>
          (await asked(SPANS, { from })).data.reachableRoles.nodes.map(({ id }: { id: string }) => id);
        const alone = await reached(askSeed);
        expect((await reached(ask)).slice(0, alone.length)).toEqual(alone);
      }
      // The path through the guild exists where the seed has none.
      expect(crossing).toBeGreaterThan(0);
    }
  }, 120_000);

  test("stay the same beside a dataset without matches, whichever is listed first", async () => {
    const island = await folderOf(ISLAND);
    const [first, second] = [await askingOf(["seed", island]), await askingOf([island, "seed"])];
    await expectSame(first);
    await expectSame(second);
    const lists = await first(LISTS);
    expect(lists.errors).toBeUndefined();
    // Phases are sorted dataset by dataset.
    const { phases: _, ...others } = lists.data;
    expect((await second(LISTS)).data).toMatchObject(others);
  }, 60_000);

  test("stay the same when the records of every file are in another order", async () => {
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
    const ask = await askingOf([shuffled]);
    await expectSame(ask);
    const lists = await askSeed(LISTS);
    expect(lists.errors).toBeUndefined();
    expect(await ask(LISTS)).toEqual(lists);
    const revision = "{ dataset { revision } }";
    expect(await ask(revision)).toEqual(await askSeed(revision));
  }, 60_000);
});
