import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../../../src/dataset/Dataset.js";
import { importOnet } from "../../../../src/dataset/import/onet/importOnet.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { inferTransitions, MOST_INFERRED } from "../../../../src/dataset/infer/inferTransitions.js";
import { isTuned, measureSimilarity } from "../../../../src/dataset/infer/measureSimilarity.js";
import { readDataset, type ReadResult } from "../../../../src/dataset/readDataset.js";
import { buildNameIndex, type NameIndex } from "../../../../src/names/NameIndex.js";
import { matchingRoles } from "../../../../src/paths/matchingRoles.js";
import { SnapshotHolder } from "../../../../src/snapshot/SnapshotHolder.js";
import { EmbeddedStore } from "../../../../src/store/embedded/EmbeddedStore.js";
import { type Answer, asking, type Ask } from "../../../graphql/seedService.js";

/** The publishers' files are in a folder beside the project on development machines; they are not part of the project. */
const DATA = "../shared/data";
const present = existsSync(`${DATA}/onet`) && existsSync(`${DATA}/oews`);
if (!present) console.log(`The O*NET and OEWS files are not in ${DATA}: the tests over them are skipped.`);

const PATH = /* GraphQL */ `
  query ($from: String!, $to: String!) {
    paths(from: $from, to: $to, limit: 1) {
      outcome
      noPathReason
      optimal
      paths {
        totals {
          steps
        }
        steps {
          transition {
            basis
            sources {
              title
            }
          }
        }
      }
    }
  }
`;

interface Source {
  readonly id: string;
  readonly publisher: string | null;
  readonly note: string | null;
}

(!present ? describe.skip : describe)("the whole O*NET database", () => {
  let dataset: Dataset;
  let report: string;
  let names: NameIndex;
  let ask: Ask;

  let beside: ReadResult;

  beforeAll(async () => {
    const imported = await importOnet(`${DATA}/onet`, [`${DATA}/oews/national_M2024_dl.csv`]);
    report = imported.report.full();
    const parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      await writeDatasetFolder(join(parent, "onet"), imported.dataset, report);
      const read = await readDataset([join(parent, "onet")]);
      expect(read.problems).toEqual([]);
      dataset = read.dataset as Dataset;
      beside = await readDataset(["seed", join(parent, "onet"), "matches/seed-onet"]);
    } finally {
      await rm(parent, { recursive: true });
    }
    const store = new EmbeddedStore(dataset, new Date(0));
    ask = await asking(store);
    names = await buildNameIndex(store.reader(dataset.revision).names());
  }, 300_000);

  test("has all 1,016 occupations and 18,460 transitions", () => {
    expect([dataset.roles.length, dataset.transitions.length]).toEqual([1016, 18_460]);
    expect(report).not.toMatch(/Related Occupations.txt:\d/);
  });

  test("finds wages as many times as its notes say: 962 directly, 20 by a broader code, 14 by title, 20 not at all", () => {
    expect(report).toContain("Wages were found for 962 occupations");
    expect(report).toContain("for 20 by the broader code");
    expect(report).toContain("for 14 by the title");
    expect(report).toMatch(/20 {2}occupations without a wage row/);
    const figures = dataset.pay
      .filter(({ id }) => id.endsWith("-median"))
      .map(({ id, statistic, period }) => ({
        count: dataset.links.filter(({ from }) => from === id).length,
        kind: `${statistic} ${period}`,
      }));
    const occupations = (kind: string): number =>
      figures.filter((figure) => figure.kind === kind).reduce((sum, { count }) => sum + count, 0);
    // Of the 962: 934, 23 at the highest published wage, 5 by the hour. The 34 that are joined otherwise all have a yearly median.
    expect([occupations("MEDIAN YEAR"), occupations("FLOOR YEAR"), occupations("MEDIAN HOUR")]).toEqual([968, 23, 5]);
  });

  test("counts what is unusual: wages at the highest published figure, classes paid by the hour, ratings of low precision", () => {
    const counts = Object.fromEntries(
      [...report.matchAll(/^ +([\d,]+) {2}(.+)$/gm)].map(([, count, what]) => [what, Number(count?.replace(",", ""))]),
    );
    expect(counts).toMatchObject({
      "wages at the highest published figure (#, kept as this or more)": 87,
      "classes with hourly wages only (kept as hourly)": 5,
      "national_M2024_dl.csv: rows of groups above the detailed classes (left out)": 572,
      // Nearly all ratings that the publisher marks as imprecise have an importance below 3, so they make no needs.
      "needs of low precision (Recommend Suppress)": 1,
      "levels of low precision (Recommend Suppress)": 12,
    });
    expect(report).toContain("Occupation Data.txt:705: 45-3031.00 Fishing and Hunting Workers");
  });

  test("refuses wages with a stray quote, and the problem names the line", async () => {
    const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      const copy = join(folder, "national_M2024_dl.csv");
      const lines = (await readFile(`${DATA}/oews/national_M2024_dl.csv`, "utf8")).split("\n");
      lines[699] = lines[699]!.replace(/,(?=\d\d-\d{4},)/, ',"');
      await writeFile(copy, lines.join("\n"));
      await expect(importOnet(`${DATA}/onet`, [copy])).rejects.toThrow("national_M2024_dl.csv:700: ");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("needs what is rated 3 or more, and technologies that are hot or in demand", () => {
    const technologies = dataset.requirements.filter(({ requiredLevel: level, skillId }) => {
      return level === null && !/^skill:onet-\d\.[a-c]\./.test(skillId);
    });
    expect([dataset.requirements.length, technologies.length]).toEqual([31_101, 11_923]);
    expect(new Set(technologies.map(({ importance }) => importance))).toEqual(new Set(["USEFUL"]));
  });

  test("gives every record a source with its publisher, release and licence", async () => {
    const cited = new Set(
      [...dataset.roles, ...dataset.skills, ...dataset.pay, ...dataset.transitions, ...dataset.requirements].map(
        ({ citations }) => citations[0]?.sourceId,
      ),
    );
    expect(cited).toEqual(new Set(["source:onet-29.3", "source:oews-2024-05"]));
    const { data } = await ask("{ dataset { attributions } sources { nodes { id publisher note } } }");
    const notes = new Map(data.sources.nodes.map(({ id, publisher, note }: Source) => [id, `${publisher}: ${note}`]));
    expect(notes.get("source:onet-29.3")).toMatch(/^U\.S\. Department of Labor.*: Release of May 2025\. .*CC BY 4\.0/);
    expect(notes.get("source:oews-2024-05")).toMatch(/^U\.S\. Bureau of Labor Statistics: .*May 2024\. Public domain/);
    expect(data.dataset.attributions).toEqual([
      expect.stringContaining("O*NET 29.3 Database"),
      expect.stringContaining("Occupational Employment and Wage Statistics, May 2024."),
    ]);
    for (const line of data.dataset.attributions) expect([...notes.values()].join()).toContain(line);
  });

  test("leads from Software Developers to Computer and Information Systems Managers in one step", async () => {
    const { data } = await ask(PATH, { from: "Software Developers", to: "Computer and Information Systems Managers" });
    expect(data.paths).toMatchObject({
      ...{ outcome: "FOUND", optimal: true },
      paths: [
        {
          totals: { steps: 1 },
          steps: [{ transition: { basis: "INFERRED", sources: [{ title: "O*NET 29.3 Database" }] } }],
        },
      ],
    });
  });

  test("has no path from Data Scientists to Meter Readers, Utilities, because no transition leads to them", async () => {
    const { data } = await ask(PATH, { from: "Data Scientists", to: "Meter Readers, Utilities" });
    expect(data.paths).toMatchObject({ outcome: "NO_PATH", noPathReason: "NOT_CONNECTED", paths: [] });
  });

  test("finds each occupation by its title, and gives candidates for alternate titles of several occupations", async () => {
    const named = new Map<string, Set<string>>();
    for (const { id, aliases } of dataset.roles) {
      for (const alias of aliases) named.set(alias, (named.get(alias) ?? new Set()).add(id));
    }
    const shared = [...named].filter(([, ids]) => ids.size > 1);
    // 6,841 alternate titles as they are written, and short titles and the parts of remarks in parentheses.
    expect(shared).toHaveLength(7703);
    for (const { id, title } of dataset.roles) expect(names.resolve("ROLE", title)).toEqual({ id });
    for (const [alias, ids] of shared) {
      const resolution = names.resolve("ROLE", alias);
      // A title takes precedence over alternate titles of other occupations.
      if ("id" in resolution) continue;
      const candidates = "candidates" in resolution ? resolution.candidates.map(({ id }) => id) : [];
      expect([...ids].filter((id) => !candidates.includes(id))).toEqual([]);
    }
  });

  test("finds each occupation by its title in the English singular, except where that is another name", () => {
    const wrong = dataset.roles.flatMap(({ id, title }) => {
      const resolution = names.resolve("ROLE", inSingular(title), false);
      return "id" in resolution && resolution.id === id ? [] : [`${inSingular(title)}: ${JSON.stringify(resolution)}`];
    });
    expect(wrong).toEqual([]);
    // Alternate titles of other occupations that are the singular of a title.
    for (const other of ["Range Manager", "Naturopathic Physician", "Nuclear Monitoring Technician"]) {
      const resolution = names.resolve("ROLE", other);
      expect("id" in resolution && dataset.roles.find(({ id }) => id === resolution.id)?.title).toBe(`${other}s`);
    }
  });

  test("lists the candidates of an ambiguous alternate title best first", async () => {
    const { data, errors } = await ask('{ role(ref: "Machine Operator") { id } }');
    expect(data).toEqual({ role: null });
    const [error] = errors ?? [];
    expect(error).toMatchObject({
      message: expect.stringMatching(
        / names 44 roles: “Sewing Machine Operators”, (“[^”]+”, ){3}“[^”]+” and 39 more\./,
      ),
      extensions: { code: "AMBIGUOUS_ROLE", argument: "ref" },
    });
    const candidates = error?.extensions["candidates"] as readonly { readonly name: string }[];
    expect(candidates).toHaveLength(44);
    expect(candidates.slice(0, 2).map(({ name }) => name)).toEqual([
      "Sewing Machine Operators",
      "Office Machine Operators, Except Computer",
    ]);
  });

  test("finds an occupation while its name is typed, from the first letters on", async () => {
    const found = async (text: string): Promise<string[]> => {
      const { data } = await ask(
        "query ($text: String!) { search(text: $text, kinds: [ROLE], first: 100) { nodes { label } } }",
        { text },
      );
      return data.search.nodes.map(({ label }: { label: string }) => label);
    };
    for (const text of ["soft", "softw", "software", "software d", "software deve", "software developers"]) {
      expect([text, await found(text)]).toEqual([text, expect.arrayContaining(["Software Developers"])]);
    }
    expect((await found("software developers"))[0]).toBe("Software Developers");
    expect((await found("sofware developers"))[0]).toBe("Software Developers");
  });

  test("is served with the seed as one graph, with the matches between the two", async () => {
    expect(beside.problems).toEqual([]);
    const both = beside.dataset as Dataset;
    expect(both.roles).toHaveLength(dataset.roles.length + 15);
    const askBoth = await asking(new EmbeddedStore(both, new Date(0)));
    const { data } = await askBoth(
      '{ role(ref: "Data Scientist") { id closeMatches { id title payBand { min currency } } } dataset { name } }',
    );
    expect(data.role).toEqual({
      id: "role:data-scientist",
      closeMatches: [
        { id: "role:onet-15-2051.00", title: "Data Scientists", payBand: { min: 82_630, currency: "USD" } },
      ],
    });
    // Both have a skill with this name, and the match makes them one skill.
    const { data: named } = await askBoth('{ skill(ref: "Python") { id } }');
    expect(named).toEqual({ skill: { id: "skill:python" } });
  });

  test("is matched with skills of the seed: for Python and SQL, roles that need both come before roles that need one", async () => {
    const askBoth = await asking(new EmbeddedStore(beside.dataset as Dataset, new Date(0)));
    const query = /* GraphQL */ `
      query ($after: String) {
        matchingRoles(profile: { skills: ["Python", "SQL"] }, first: 100, after: $after) {
          edges {
            matchedCount
            node {
              id
              title
              origin {
                id
              }
              skills {
                importance
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `;
    interface Edge {
      readonly matchedCount: number;
      readonly node: {
        readonly title: string;
        readonly origin: { readonly id: string };
        readonly skills: readonly object[];
      };
    }
    const edges: Edge[] = [];
    for (let after: string | null = "", pages = 0; after !== null && pages < 20; pages++) {
      const answer: Answer = await askBoth(query, pages === 0 ? {} : { after });
      expect(answer.errors).toBeUndefined();
      edges.push(...(answer.data.matchingRoles.edges as Edge[]));
      after = answer.data.matchingRoles.pageInfo.hasNextPage ? answer.data.matchingRoles.pageInfo.endCursor : null;
    }
    const ofOnet = edges.filter(({ node }) => node.origin.id === "dataset:onet" && node.skills.length >= 5);
    const counts = ofOnet.map(({ matchedCount }) => matchedCount);
    expect(new Set(counts)).toEqual(new Set([1, 2]));
    expect(counts).toEqual(counts.toSorted((left, right) => right - left));
    expect(ofOnet.slice(0, 20).map(({ node }) => node.title)).toContain("Data Scientists");
    expect(edges.slice(0, 20).map(({ node }) => node.title)).toContain("Data Scientists");
  });

  test("is matched with a profile in less than 20 ms, even one of a hundred skills", async () => {
    const holder = new SnapshotHolder(new EmbeddedStore(beside.dataset as Dataset, new Date(0)));
    const { network } = await holder.check();
    const { skillIds } = network.columns;
    const many = skillIds.filter((_, index) => index % Math.ceil(skillIds.length / 100) === 0);
    for (const held of [["skill:python", "skill:sql"], many]) {
      const times: number[] = [];
      for (let run = 0; run < 9; run++) {
        const begun = process.cpuUsage();
        expect((await matchingRoles(network, held)).length).toBeGreaterThan(100);
        const { user, system } = process.cpuUsage(begun);
        times.push((user + system) / 1000);
      }
      // The median of the processor time, because other work on the machine slows single runs down.
      expect(times.toSorted((left, right) => left - right)[4]).toBeLessThan(20);
    }
  });

  test("finds by skills a good part of the occupations that O*NET relates, on the half that was not used for tuning", () => {
    const measure = measureSimilarity(dataset, MOST_INFERRED, (roleId) => !isTuned(roleId));
    // The figures in docs/datasets.md.
    const near = (value: number) => expect.closeTo(value, 3) as unknown;
    expect(measure).toEqual({
      ...{ precisionAt10: near(0.407), recallAt10: near(0.203), byChance: near(0.022), roles: 448 },
      bands: {
        CLOSE: { pairs: 311, precision: near(0.669) },
        RELATED: { pairs: 2096, precision: near(0.411) },
        DISTANT: { pairs: 4144, precision: near(0.309) },
      },
    });
    // O*NET relates every occupation that has needs, so nothing is added.
    expect(inferTransitions(dataset)).toEqual([]);
  });

  test("states no moves and has no years of steps, because its relations say that work is similar", async () => {
    expect(new Set(dataset.transitions.map(({ basis }) => basis))).toEqual(new Set(["INFERRED"]));
    const tiers = new Map<string | null, number>();
    for (const { closeness } of dataset.transitions) tiers.set(closeness, (tiers.get(closeness) ?? 0) + 1);
    expect(Object.fromEntries(tiers)).toEqual({ CLOSE: 4615, RELATED: 4615, DISTANT: 9230 });
    expect(dataset.roles.filter(({ seniority, experience }) => seniority !== null || experience !== null)).toEqual([]);
    expect(dataset.roles.filter(({ preparation }) => preparation !== null)).toHaveLength(923);
    const NURSE = /* GraphQL */ `
      query ($where: PathConstraints) {
        paths(from: "Registered Nurses", to: "Anesthesiologists", limit: 1, where: $where) {
          outcome
          paths {
            totals {
              steps
              years
            }
            steps {
              years
              yearsAssumed
            }
            cautions {
              kind
              message
            }
          }
        }
      }
    `;
    const { data, errors } = await ask(NURSE);
    expect(errors).toBeUndefined();
    expect(data.paths).toMatchObject({
      paths: [{ totals: { steps: 1, years: null }, steps: [{ years: null, yearsAssumed: null }] }],
    });
    const cautions = data.paths.paths[0].cautions as readonly { readonly kind: string; readonly message: string }[];
    expect(cautions.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["RELATED", "DISTANT", "PREPARATION_RISES"]),
    );
    expect(cautions.find(({ kind }) => kind === "PREPARATION_RISES")?.message).toMatch(/graduate school/);
    expect((await ask(NURSE, { where: { basis: "STATED" } })).data.paths).toMatchObject({
      outcome: "NO_PATH",
      paths: [],
    });
  });
});

/** A title in which each word that is a plural by the rules of grammar is in the singular. */
function inSingular(title: string): string {
  return title.replace(/\p{L}+/gu, (word) => {
    const given = SINGULARS[word.toLowerCase()];
    if (given !== undefined) return word.charAt(0) + given.slice(1);
    if (!/s$/.test(word) || /(ss|us|is)$/i.test(word) || word.length < 4) return word;
    if (/ies$/.test(word)) return word.replace(/ies$/, "y");
    return word.replace(/(?<=x|ch|sh|ss)es$|s$/, "");
  });
}

/** Plurals that the rules do not cover. */
const SINGULARS: Readonly<Record<string, string>> = { midwives: "midwife", housewives: "housewife" };
