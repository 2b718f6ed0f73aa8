import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Dataset } from "../../../../src/dataset/Dataset.js";
import type { DatasetFolder } from "../../../../src/dataset/import/DatasetFolder.js";
import { importEsco } from "../../../../src/dataset/import/esco/importEsco.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { inferTransitions } from "../../../../src/dataset/infer/inferTransitions.js";
import { writeInferred } from "../../../../src/dataset/infer/writeInferred.js";
import { readDataset } from "../../../../src/dataset/readDataset.js";
import { buildNameIndex } from "../../../../src/names/NameIndex.js";
import { EmbeddedStore } from "../../../../src/store/embedded/EmbeddedStore.js";
import { asking, type Ask } from "../../../graphql/seedService.js";

/** The publisher's files are in a folder beside the project on development machines; they are not part of the project. */
const DATA = "../shared/data/esco";
const present = existsSync(DATA);
if (!present) console.log(`The ESCO files are not in ${DATA}: the tests over them are skipped.`);

(!present ? describe.skip : describe)("the whole of ESCO", () => {
  let imported: DatasetFolder;
  let text: string;
  /** Including the transitions that `infer` adds. */
  let dataset: Dataset;
  let ask: Ask;

  beforeAll(async () => {
    const { dataset: folder, report } = await importEsco(DATA);
    imported = folder;
    text = report.full();
    const parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      await writeDatasetFolder(join(parent, "esco"), imported, text);
      const plain = await readDataset([join(parent, "esco")]);
      const transitions = inferTransitions(plain.dataset as Dataset);
      await writeInferred(join(parent, "esco"), join(parent, "inferred"), transitions, "Inferred.\n");
      const read = await readDataset([join(parent, "inferred")]);
      expect(read.problems).toEqual([]);
      dataset = read.dataset as Dataset;
    } finally {
      await rm(parent, { recursive: true });
    }
    ask = await asking(new EmbeddedStore(dataset, new Date(0)));
  }, 300_000);

  test("has 3,007 occupations, 13,896 skills and all relations except the 67 of an occupation that the release lacks", () => {
    const { roles = [], skills = [], transitions = [] } = imported.records;
    const needs = roles.flatMap((role) => role.skills ?? []);
    expect([roles.length, skills.length, needs.length]).toEqual([3007, 13_896, 123_855 - 67]);
    expect(needs.filter(({ importance }) => importance === "ESSENTIAL")).toHaveLength(64_946 - 55);
    // One of the 1,248 is below the occupation that the release lacks.
    expect(transitions).toHaveLength(1247);
    expect(text).toMatch(/123,855 {2}occupationSkillRelations\.csv\n/);
    expect(text).toMatch(/67 {2}occupation-skill relations of an occupation that the release lacks\n/);
    expect(text.match(/occupationSkillRelations\.csv:\d+: \S+a9e54177-a185-404d-b6e6-15663d31137e/g)).toHaveLength(67);
    // The release has 771 without an occupation; two more are needed only by the missing occupation.
    expect(text).toMatch(/ 773 {2}skills that no occupation needs \(kept\)\n/);
    expect(text).toMatch(/ 1 {2}occupations without essential skills \(kept\)\n.*: specialist dentist\n/);
    expect(text).toMatch(/ 7 {2}relations of a skill or skill group that the release lacks\n/);
    expect(text).toMatch(/ 1 {2}skills related to themselves\n/);
  });

  test("names the release and its licence on the source, which every record cites, and has an attribution", async () => {
    const { data } = await ask("{ dataset { attributions } sources { nodes { id publisher note } } }");
    const line = expect.stringMatching(
      /^This service uses the ESCO classification of the European Commission\. .*adapted/,
    );
    expect(data.dataset.attributions).toEqual([line]);
    expect(data.sources.nodes).toEqual([
      {
        ...{ id: "source:esco-1.1.1", publisher: "European Commission" },
        note: expect.stringMatching(/^Release v1\.1\.1, English\. Licence: reuse permitted.*ESCO classification/),
      },
    ]);
    for (const list of [dataset.roles, dataset.skills, dataset.statements, dataset.transitions, dataset.requirements]) {
      expect(list.filter(({ citations }) => citations[0]?.sourceId !== "source:esco-1.1.1")).toEqual([]);
    }
  });

  test("has paths between occupations that its hierarchy does not connect, once transitions are inferred", async () => {
    const PATH =
      "query ($from: String!, $to: String!) { paths(from: $from, to: $to, limit: 1) { outcome optimal paths { totals { steps inferredSteps } steps { to { title } transition { basis kind note sources { title } } } } } }";
    const { data } = await ask(PATH, { from: "data analyst", to: "data scientist" });
    expect(data.paths).toMatchObject({ outcome: "FOUND", optimal: true });
    const [path] = data.paths.paths;
    expect(path.totals.inferredSteps).toBe(path.totals.steps);
    for (const { transition } of path.steps) {
      expect(transition).toMatchObject({ basis: "INFERRED", note: expect.stringMatching(/^Inferred from /) });
      expect(transition.sources).toEqual([{ title: expect.stringContaining("ESCO v1.1.1") }]);
    }
    // Nobody would regard a chain of less and less similar work as a career, so there is no path.
    for (const [from, to] of [
      ["nurse responsible for general care", "specialised doctor"],
      ["bus driver", "data scientist"],
    ]) {
      expect((await ask(PATH, { from, to })).data.paths).toMatchObject({ outcome: "NO_PATH" });
    }
    const out = new Map<string, number>();
    for (const { fromId, kind } of dataset.transitions) {
      if (kind === "RELATED") out.set(fromId, (out.get(fromId) ?? 0) + 1);
    }
    expect([out.size, Math.max(...out.values())]).toEqual([1798, 20]);
  });

  test("finds names while they are typed, misspelt or not, in a few milliseconds", async () => {
    const names = await buildNameIndex(new EmbeddedStore(dataset, new Date(0)).reader(dataset.revision).names());
    // Every 200th name is typed letter by letter, without a letter in the middle.
    const typed = dataset.skills.flatMap(({ name }, index) => {
      if (index % 200 !== 0) return [];
      const prefixes = Array.from({ length: Math.min(30, name.length) }, (_, end) => name.slice(0, end + 1));
      return [...prefixes, `${name.slice(0, name.length >> 1)}${name.slice((name.length >> 1) + 1)}`];
    });
    const times = typed.map((part) => {
      const started = performance.now();
      names.search(part, null);
      return performance.now() - started;
    });
    times.sort((left, right) => left - right);
    // The median, with a generous limit: the machine may be busy, and hot code is many times slower under Jest. In the service it is 0.5
    // ms.
    expect(times[times.length >> 1]).toBeLessThan(50);
  });
});
