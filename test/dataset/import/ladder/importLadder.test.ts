import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../../../src/dataset/Dataset.js";
import { importLadder } from "../../../../src/dataset/import/ladder/importLadder.js";
import { type LadderHead, NO_HEAD } from "../../../../src/dataset/import/ladder/LadderTable.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { readDataset } from "../../../../src/dataset/readDataset.js";
import { EmbeddedStore } from "../../../../src/store/embedded/EmbeddedStore.js";
import { type Ask, asking } from "../../../graphql/seedService.js";

/** Imports a table, writes the folder, and reads it as the service does. */
async function imported(name: string, content: string, given: Partial<LadderHead> = {}) {
  const parent = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    await writeFile(join(parent, name), content);
    const { dataset, report } = await importLadder(join(parent, name), { ...NO_HEAD, ...given });
    await writeDatasetFolder(join(parent, "out"), dataset, report.full());
    const read = await readDataset([join(parent, "out")]);
    expect(read.problems).toEqual([]);
    return { dataset: read.dataset as Dataset, report: report.full() };
  } finally {
    await rm(parent, { recursive: true });
  }
}

/** An example on the page, by the language of its block. */
async function example(language: "csv" | "yaml"): Promise<string> {
  const page = await readFile("docs/ladders.md", "utf8");
  const block = new RegExp("```" + language + "\\n([^`]*)```").exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/ladders.md has no ${language} example.`);
  return block;
}

function needs(dataset: Dataset, title: string): Record<string, string> {
  const id = dataset.roles.find((role) => role.title === title)?.id;
  const names = new Map(dataset.skills.map((skill) => [skill.id, skill.name]));
  return Object.fromEntries(
    dataset.requirements
      .filter(({ roleId }) => roleId === id)
      .map(({ skillId, importance, requiredLevel, basis }) => [
        names.get(skillId)!,
        `${requiredLevel ?? "x"} ${importance} ${basis}`,
      ]),
  );
}

function steps({ transitions, roles }: Dataset): string[] {
  const titles = new Map(roles.map(({ id, title }) => [id, title]));
  return transitions.map(
    ({ fromId, toId, kind, basis }) => `${titles.get(fromId)} → ${titles.get(toId)}: ${kind} ${basis}`,
  );
}

const STEP = /* GraphQL */ `
  query ($from: String!, $to: String!) {
    skillGap(from: $from, to: $to) {
      coverage
      missing {
        skill {
          name
        }
      }
      toRaise {
        heldLevel
        requirement {
          requiredLevel
          skill {
            name
          }
        }
      }
    }
    shortestPath(from: $from, to: $to) {
      totals {
        steps
        skillsToLearn
        skillsToRaise
      }
    }
    compareRoles(roles: [$from, $to]) {
      roles {
        distinct {
          name
        }
      }
      levelDifferences {
        skill {
          name
        }
      }
    }
    roadmap(from: $from, to: $to) {
      stages {
        skills {
          skill {
            name
          }
          toRaise {
            heldLevel
          }
        }
      }
    }
  }
`;

describe("The engineering ladder in docs/ladders.md", () => {
  let dataset: Dataset;
  let ask: Ask;
  beforeAll(async () => {
    ({ dataset } = await imported("engineering.csv", await example("csv"), { name: "Acme engineering" }));
    ask = await asking(new EmbeddedStore(dataset, new Date(0)));
  });

  test("has two tracks, seven levels, inferred steps along each track, and the steps that it states", () => {
    expect(dataset.tracks.map(({ name }) => name)).toEqual(["Engineer", "Manager"]);
    expect(new Set(dataset.roles.map(({ seniority }) => seniority))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(steps(dataset)).toHaveLength(10 + 3);
    expect(steps(dataset)).toEqual(
      expect.arrayContaining([
        "Senior Engineer → Team Lead: TRACK_CHANGE STATED",
        "Engineering Manager → Lead Engineer 🚀: TRACK_CHANGE STATED",
        "🌱 Engineer I → Engineer II: PROMOTION INFERRED",
        "Team Lead → Engineering Manager: PROMOTION INFERRED",
      ]),
    );
  });

  test("adds what lower rungs need, at their highest level, as INFERRED", () => {
    expect(needs(dataset, "Senior Engineering Manager")).toMatchObject({
      Code: "2 ESSENTIAL INFERRED",
      Mentoring: "3 ESSENTIAL STATED",
      Strategy: "1 ESSENTIAL STATED",
    });
    expect(needs(dataset, "Senior Engineer")["Hiring"]).toBe("1 USEFUL STATED");
  });

  test("finds a role by its title without the emoji, and by its alias", async () => {
    const { data } = await ask('{ a: role(ref: "engineer i") { title } b: role(ref: "E4") { title } }');
    expect(data).toEqual({ a: { title: "🌱 Engineer I" }, b: { title: "Lead Engineer 🚀" } });
  });

  test("distinguishes each level from the next in gap, path, compare and roadmap", async () => {
    for (const track of dataset.tracks) {
      const ladder = dataset.roles
        .filter(({ trackId }) => trackId === track.id)
        .sort((one, other) => one.seniority! - other.seniority!);
      expect(ladder.length).toBe(track.name === "Engineer" ? 7 : 5);
      for (const [index, { id: from, title }] of ladder.slice(0, -1).entries()) {
        const { data, errors } = await ask(STEP, { from, to: ladder[index + 1]!.id });
        expect([title, errors]).toEqual([title, undefined]);
        const { skillGap, shortestPath, compareRoles, roadmap } = data;
        const changed = skillGap.missing.length + skillGap.toRaise.length;
        expect([title, changed > 0]).toEqual([title, true]);
        const { steps: count, skillsToLearn, skillsToRaise } = shortestPath.totals;
        expect([title, count, skillsToLearn + skillsToRaise]).toEqual([title, 1, changed]);
        const different = new Set(
          [...compareRoles.roles.flatMap((role: { distinct: unknown[] }) => role.distinct)].map((skill) => skill.name),
        );
        for (const { skill } of compareRoles.levelDifferences) different.add(skill.name);
        expect([title, different.size]).toEqual([title, changed]);
        const staged = roadmap.stages.flatMap(({ skills }: { skills: unknown[] }) => skills);
        expect([title, staged.length]).toEqual([title, changed]);
      }
    }
  });
});

describe("The competency framework in docs/ladders.md", () => {
  let dataset: Dataset;
  beforeAll(async () => {
    ({ dataset } = await imported("frameworks.yaml", await example("yaml")));
  });

  test("names its levels, and each rung has only the needs that it lists", () => {
    expect(dataset.name).toBe("Data roles");
    expect(dataset.parts[0]?.levelScale).toEqual({
      name: "1 Aware, 2 Working, 3 Practitioner, 4 Expert",
      lowest: 1,
      highest: 4,
    });
    expect(needs(dataset, "Head of Data Analysis")).toEqual({
      Statistics: "3 ESSENTIAL STATED",
      "Data Modelling": "3 ESSENTIAL STATED",
      Communicating: "4 ESSENTIAL STATED",
      Leading: "4 ESSENTIAL STATED",
    });
    expect(needs(dataset, "Data Engineer")["Communicating"]).toBe("1 USEFUL STATED");
    expect(dataset.skills.find(({ name }) => name === "SQL")?.category).toBe("Technical");
    expect(dataset.sources).toMatchObject([{ title: "Data competency framework", publisher: "Acme" }]);
  });

  test("keeps the stated steps with their kind and time", () => {
    expect(steps(dataset)).toContain("Data Analyst → Data Engineer: TRACK_CHANGE STATED");
    expect(dataset.transitions.find(({ statedYears }) => statedYears === 3)?.kind).toBe("TRACK_CHANGE");
  });
});

describe("A table", () => {
  test("without tracks is one track, and with --no-steps has only the steps that it states", async () => {
    const { dataset } = await imported(
      "team.csv",
      "role,rung,skills,next\nJunior,1,Go,Senior\nSenior,2,Go: 2; Ops?,\n",
      {
        steps: "none",
      },
    );
    expect(dataset.tracks.map(({ name }) => name)).toEqual(["team"]);
    expect(steps(dataset)).toEqual(["Junior → Senior: PROMOTION STATED"]);
    expect(needs(dataset, "Senior")).toEqual({ Go: "2 ESSENTIAL STATED", Ops: "x USEFUL STATED" });
  });

  test("may be separated by tabs, start with a byte order mark and have Windows line ends", async () => {
    const { dataset } = await imported(
      "team.tsv",
      "\ufeffrole\ttrack\trung\tskill: Go\r\nDev\tIC\tIC1\t1\r\nDev 2\tIC\tIC2\t2\r\n",
    );
    expect(steps(dataset)).toEqual(["Dev → Dev 2: PROMOTION INFERRED"]);
    expect(dataset.parts[0]?.levelScale).toEqual({ name: "Level", lowest: 1, highest: 2 });
  });

  test.each([
    ["role,rung,skill: Go\nDev,1,hi", ':2: Row 2, column C (skill: Go): "hi" is not a level'],
    ["role,rung,skill: Go\nDev,zero,1", ':2: Row 2, column B (rung): "zero" is not a rung'],
    ["role,track\nDev,IC", ":2: Row 2, column A (role): a role on a track has no rung"],
    ["role,rung\nDev,1\n🌱 dev,2", ':3: Row 3, column A (role): "🌱 dev" reads like "Dev" (Row 2, column A (role))'],
    ["role,rung,next\nDev,1,Boss", ':2: Row 2, column C (next): no row has the role "Boss"'],
    ["role,rung,next\nDev,1,Lead [JUMP]\nLead,2,", '"JUMP" is neither a kind of step nor a time'],
    ["role,rung,Go\nDev,1,2", ':1: Row 1, column C: "Go" is not a known column'],
    ["role,rung,years\nDev,1,some", 'column C (years): "some" is not a span of years'],
    ["role,rung,skills\nDev,1,Go; Go: 2", '"Go" is needed twice'],
    ["role,rung\n,1", ":2: Row 2, column A (role): the role has no title"],
    ["title,rung\nDev,1", "no column is named `role`"],
    ["role;rung\nDev;1", "The table is separated by semicolons"],
    ["", "no column is named `role`"],
  ])("reports errors by row and column: %j", async (content, message) => {
    await expect(imported("team.csv", content)).rejects.toThrow(message);
  });

  test("reports errors in YAML by line and key", async () => {
    const content =
      "levels: [Low, High]\nroles:\n  - role: Dev\n    rung: 1\n    skills:\n      Go: Middle\n      Ops: low\n";
    await expect(imported("team.yaml", content)).rejects.toThrow(
      'team.yaml:6: `roles[0].skills.Go`: "Middle" is not a level. Write one of 1 Low, 2 High',
    );
    await expect(imported("team.yaml", "roles:\n  - role: Dev\n    rang: 1\n")).rejects.toThrow(
      "team.yaml:2: `roles[0]`",
    );
  });

  test("reports all invalid cells together", async () => {
    await expect(imported("team.csv", "role,rung,skill: Go\nDev,x,y\nDev,1,1")).rejects.toThrow("2 problems");
  });
});
