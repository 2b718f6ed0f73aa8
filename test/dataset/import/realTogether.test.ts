import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../../src/dataset/Dataset.js";
import { importEsco } from "../../../src/dataset/import/esco/importEsco.js";
import { importOnet } from "../../../src/dataset/import/onet/importOnet.js";
import { writeDatasetFolder } from "../../../src/dataset/import/writeDatasetFolder.js";
import { readDataset } from "../../../src/dataset/readDataset.js";
import { EmbeddedStore } from "../../../src/store/embedded/EmbeddedStore.js";
import { type Ask, asking, askingSeed, operation } from "../../graphql/seedService.js";

/** The publishers' files are in a folder beside the project on development machines; they are not part of the project. */
const DATA = "../shared/data";
const present = ["onet", "oews", "esco"].every((folder) => existsSync(`${DATA}/${folder}`));
if (!present) console.log(`The O*NET, OEWS and ESCO files are not in ${DATA}: the tests over them are skipped.`);

/** What the contract's operation across datasets requests, without what depends on how learned skills are counted. */
const ACROSS = /* GraphQL */ `
  query ($from: String!, $to: String!, $objective: PathObjective, $where: PathConstraints) {
    paths(from: $from, to: $to, limit: 1, objective: $objective, where: $where) {
      outcome
      optimal
      lowerBound
      paths {
        summary
        totals {
          steps
          years
          yearsAtLeast
          yearsAssumed
          untimedSteps
          skillsToLearn
          essentialSkillsToLearn
        }
        cautions {
          kind
          message
          position
        }
        assumptions
        steps {
          from {
            id
            title
            origin {
              id
              name
            }
          }
          to {
            id
            title
            origin {
              id
              name
            }
            preparation {
              scale
              level
              label
              education
            }
          }
          years
          yearsAssumed
          degrees {
            id
            degree {
              id
              name
            }
            necessity
          }
          transition {
            id
            kind
            basis
            closeness
            note
            sources {
              id
              title
            }
          }
        }
      }
    }
  }
`;

interface Step {
  readonly from: { readonly id: string; readonly title: string };
  readonly to: { readonly id: string; readonly title: string };
  readonly transition: { readonly kind: string };
}

/** The examples on a page with their answers. */
function questionsOf(page: string): readonly string[] {
  return [...readFileSync(page, "utf8").matchAll(/```graphql\n([^]*?)```\n\n```json/g)].map(
    (match) => match[1] as string,
  );
}

(!present ? describe.skip : describe)("the seed, O*NET and ESCO served together", () => {
  let askAll: Ask;
  let askBoth: Ask;
  let askOnet: Ask;
  let askSeed: Ask;
  let onetAlone: Dataset;

  beforeAll(async () => {
    const parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      const onet = await importOnet(`${DATA}/onet`, [`${DATA}/oews/national_M2024_dl.csv`]);
      await writeDatasetFolder(join(parent, "onet"), onet.dataset, onet.report.full());
      const esco = await importEsco(`${DATA}/esco`);
      await writeDatasetFolder(join(parent, "esco"), esco.dataset, esco.report.full());
      const read = async (...folders: readonly string[]): Promise<Dataset> => {
        const { dataset, problems } = await readDataset(folders);
        expect(problems).toEqual([]);
        return dataset!;
      };
      const asked = (dataset: Dataset): Promise<Ask> => asking(new EmbeddedStore(dataset, new Date(0)));
      const matches = ["matches/seed-onet", "matches/seed-esco"];
      askAll = await asked(await read("seed", join(parent, "onet"), join(parent, "esco"), ...matches));
      askBoth = await asked(await read("seed", join(parent, "onet"), "matches/seed-onet"));
      onetAlone = await read(join(parent, "onet"));
      askOnet = await asked(onetAlone);
    } finally {
      await rm(parent, { recursive: true });
    }
    askSeed = await askingSeed();
  }, 300_000);

  test("answer between any two roles of the seed as the seed alone does", async () => {
    const { data } = await askSeed("{ roles(first: 100) { nodes { id } } }");
    const ids: string[] = data.roles.nodes.map(({ id }: { id: string }) => id);
    expect(ids.length).toBe(15);
    for (const objective of ["FEWEST_STEPS", "LEAST_TIME"]) {
      for (const from of ids) {
        for (const to of ids) {
          const alone = await askSeed(ACROSS, { from, to, objective });
          // If the seed has no path, other datasets may have one.
          if (alone.data.paths.outcome === "FOUND")
            expect(await askAll(ACROSS, { from, to, objective })).toEqual(alone);
        }
      }
    }
  }, 120_000);

  describe.each([
    ["O*NET", () => askBoth],
    ["O*NET and ESCO", () => askAll],
  ])("beside the seed: %s", (_, served) => {
    test("answer the contract's operation across datasets, and for roles of the seed as the seed alone does", async () => {
      const contract = operation("cross-dataset");
      const asked = { from: "Data Scientist", to: "Staff MLE" };
      const alone = await askSeed(contract, asked);
      expect(alone.data.paths.outcome).toBe("FOUND");
      expect(await served()(contract, asked)).toEqual(alone);
      const { data, errors } = await served()(contract, { from: "Registered Nurses", to: "Staff MLE" });
      expect([errors, data.paths.outcome]).toEqual([undefined, "FOUND"]);
      const steps = data.paths.paths[0].steps as readonly Step[];
      const same = steps.filter(({ transition }) => transition.kind === "SAME_WORK");
      expect(same.map(({ from, to }) => [from.id, to.id])).toEqual([["role:onet-15-2051.00", "role:data-scientist"]]);
    });

    test("answer the contract's operation on levels: most held skills are held at a lower level", async () => {
      const asked = { from: "Medical Assistants", to: "Family Medicine Physicians" };
      const { data, errors } = await served()(operation("levels"), asked);
      expect(errors).toBeUndefined();
      expect(data.skillGap.coverage).toBeLessThan(0.3);
      const held = await served()(
        "query ($from: String, $to: String!) { skillGap(from: $from, to: $to) { matched { id } toRaise { heldLevel } } }",
        asked,
      );
      expect(held.data.skillGap.toRaise.length).toBeGreaterThan(held.data.skillGap.matched.length);
    });

    test("answer the contract's search: each result says which name matched", async () => {
      const { data, errors } = await served()(operation("find"), { text: "py", kinds: ["ROLE"] });
      expect(errors).toBeUndefined();
      expect(data.search.edges.length).toBeGreaterThan(0);
      for (const { matchedName } of data.search.edges) expect(matchedName).toMatch(/\bpy/i);
    });

    test("answer the README's question as the seed alone does, and the examples except for ambiguous names", async () => {
      for (const question of questionsOf("README.md"))
        expect(await served()(question)).toEqual(await askSeed(question));
      for (const question of questionsOf("docs/examples.md")) {
        const codes = async (ask: Ask) => ((await ask(question)).errors ?? []).map(({ extensions }) => extensions.code);
        const alone = await codes(askSeed);
        for (const code of await codes(served())) expect([...alone, "AMBIGUOUS_SKILL"]).toContain(code);
      }
    });

    test("answer the contract's operation on pay: a band of the middle half, percentiles as numbers, employment", async () => {
      const { data, errors } = await served()(operation("pay"), { ref: "role:onet-15-2051.00", place: "US" });
      expect(errors).toBeUndefined();
      const { payBand, pay, employment } = data.role;
      expect(payBand).toMatchObject({
        ...{ min: 82_630, max: 155_810, openEnded: false, currency: "USD", place: "US", disputed: false },
        ...{ statistic: "PERCENTILE_RANGE", claims: [{ id: "pay:oews-2024-15-2051-p25-p75" }] },
      });
      const percentiles = pay.flatMap((claim: { lowerPercentile: number | null; upperPercentile: number | null }) =>
        claim.lowerPercentile === null ? [] : [[claim.lowerPercentile, claim.upperPercentile]],
      );
      expect(percentiles).toEqual([
        [10, 90],
        [25, 75],
      ]);
      expect(employment).toMatchObject([{ count: 233_440, place: "US", asOf: "2024-05" }]);
    });
  });

  test("treat a role that all datasets have as one, so that the README's question gets the answer of the seed", async () => {
    const asked = { from: "Data Scientist", to: "Staff MLE" };
    expect(await askAll(ACROSS, asked)).toEqual(await askSeed(ACROSS, asked));
    const { data } = await askAll('{ role(ref: "data scientists") { id origin { id } } }');
    expect(data.role).toEqual({ id: "role:data-scientist", origin: { id: "dataset:seed" } });
  });

  test("tell a nurse that an anaesthetist's work is similar but distant, with more preparation and unknown time", async () => {
    const { data } = await askAll(ACROSS, { from: "Registered Nurses", to: "Anesthesiologists" });
    const [path] = data.paths.paths;
    expect(path.totals).toMatchObject({ steps: 1, years: null, untimedSteps: 1 });
    expect(path.steps[0].transition).toMatchObject({ kind: "RELATED", basis: "INFERRED", closeness: "DISTANT" });
    const kinds = path.cautions.map(({ kind }: { kind: string }) => kind);
    for (const kind of ["PREPARATION_RISES", "RELATED", "DISTANT"]) expect(kinds).toContain(kind);
    const rise = path.cautions.find(({ kind }: { kind: string }) => kind === "PREPARATION_RISES");
    expect(rise.message).toMatch(/level 5 .* after level 4\. .*degree/);
  });

  test("treat Python as one skill, whichever dataset a role needs it in", async () => {
    const { data } = await askAll(`{
      python: skill(ref: "Python") { id matches { kind } }
      sql: skill(ref: "SQL") { id }
      gap: skillGap(from: "Data Scientist", to: "role:onet-15-2051.00", profile: { skills: ["Python"] }) {
        matched { skill { id name } }
        missing { skill { id } }
      }
      nobody: skillGap(from: "Registered Nurses", to: "role:onet-15-2051.00") { missing { skill { id } } }
      roles(where: { requires: "Python" }, first: 100) { nodes { origin { id } } }
    }`);
    expect([data.python.id, data.sql.id]).toEqual(["skill:python", "skill:sql"]);
    expect(data.python.matches.length).toBe(2);
    const ids = (needs: readonly { readonly skill: { readonly id: string } }[]) => needs.map(({ skill }) => skill.id);
    expect(ids(data.gap.matched)).toContain("skill:onet-python");
    expect(ids(data.gap.missing)).not.toContain("skill:onet-python");
    expect(ids(data.nobody.missing)).toContain("skill:onet-python");
    const origins = new Set(data.roles.nodes.map(({ origin }: { origin: { id: string } }) => origin.id));
    expect(origins.size).toBe(3);
  });

  test("state no moves and no years within O*NET", async () => {
    expect(onetAlone.transitions.length).toBe(18_460);
    expect(
      onetAlone.transitions.filter(({ basis, statedYears }) => basis === "STATED" || statedYears !== null),
    ).toEqual([]);
    expect(onetAlone.roles.filter(({ experience }) => experience !== null)).toEqual([]);
    for (const [from, to] of [
      ["Registered Nurses", "Anesthesiologists"],
      ["Data Scientists", "Statisticians"],
    ]) {
      const stated = await askOnet(ACROSS, { from, to, where: { basis: "STATED" } });
      expect(stated.data.paths).toMatchObject({ outcome: "NO_PATH", paths: [] });
      const any = await askOnet(ACROSS, { from, to });
      for (const { years, yearsAssumed } of any.data.paths.paths[0].steps)
        expect([years, yearsAssumed]).toEqual([null, null]);
    }
  });
});
