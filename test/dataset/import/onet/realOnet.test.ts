import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Dataset } from "../../../../src/dataset/Dataset.js";
import { importOnet } from "../../../../src/dataset/import/onet/importOnet.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { inferTransitions } from "../../../../src/dataset/infer/inferTransitions.js";
import { measureRecall } from "../../../../src/dataset/infer/measureRecall.js";
import { readDataset } from "../../../../src/dataset/readDataset.js";
import { SnapshotHolder } from "../../../../src/snapshot/SnapshotHolder.js";
import type { Snapshot } from "../../../../src/snapshot/Snapshot.js";
import { EmbeddedStore } from "../../../../src/store/embedded/EmbeddedStore.js";
import { findPaths } from "../../../../src/paths/findPaths.js";
import { UNCONSTRAINED } from "../../../../src/paths/PathQuery.js";

/** The publishers' files lie beside the project, where it is developed; they are not part of it. */
const DATA = "../shared/data";
const present = existsSync(`${DATA}/onet`) && existsSync(`${DATA}/oews`);
if (!present) console.log(`The O*NET and OEWS files are not in ${DATA}: the tests over them are skipped.`);

describe.skipIf(!present)("the whole O*NET database", () => {
  let dataset: Dataset;
  let report: string;
  let snapshot: Snapshot;

  beforeAll(async () => {
    const imported = await importOnet(`${DATA}/onet`, `${DATA}/oews/national_M2024_dl.csv`);
    report = imported.report.full();
    const parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      await writeDatasetFolder(join(parent, "onet"), imported.dataset, report);
      const read = await readDataset([join(parent, "onet")]);
      expect(read.problems).toEqual([]);
      dataset = read.dataset as Dataset;
    } finally {
      await rm(parent, { recursive: true });
    }
    snapshot = await new SnapshotHolder(new EmbeddedStore(dataset, new Date(0))).refresh();
  }, 60_000);

  test("has 1,016 occupations and 18,460 transitions, none of them left out", () => {
    expect([dataset.roles.length, dataset.transitions.length]).toEqual([1016, 18_460]);
    expect(report).not.toMatch(/Related Occupations.txt:\d/);
  });

  test("finds wages as its notes count them: 962 directly, 20 by a broader code, 14 by title, 20 not at all", () => {
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
    // Of the 962: 934, 23 at the highest wage published, 5 by the hour; the 34 joined otherwise all have a yearly median.
    expect([occupations("MEDIAN YEAR"), occupations("FLOOR YEAR"), occupations("MEDIAN HOUR")]).toEqual([968, 23, 5]);
  });

  test("leads from Software Developers to Computer and Information Systems Managers in one step", async () => {
    const answer = await pathsFrom("Software Developers", "Computer and Information Systems Managers");
    expect(answer.paths[0]?.steps).toHaveLength(1);
  });

  test("has no way from Data Scientists to Meter Readers, Utilities", async () => {
    const answer = await pathsFrom("Data Scientists", "Meter Readers, Utilities");
    expect(answer).toMatchObject({ outcome: "NO_PATH", noPathReason: "NOT_CONNECTED", paths: [] });
  });

  test("answers an alternate title that names several occupations with its candidates, a title with the occupation", () => {
    const ambiguous = new Map<string, Set<string>>();
    for (const { id, aliases } of dataset.roles) {
      for (const alias of aliases) ambiguous.set(alias, (ambiguous.get(alias) ?? new Set()).add(id));
    }
    const [alias, ids] = [...ambiguous].find(([, roles]) => roles.size > 5) as [string, Set<string>];
    const resolution = snapshot.names.resolve("ROLE", alias);
    expect("candidates" in resolution && resolution.candidates.length).toBeGreaterThanOrEqual(ids.size);
    for (const { id, title } of dataset.roles) expect(snapshot.names.resolve("ROLE", title)).toEqual({ id });
  });

  test("relates by skills alone a good part of what it states as related", () => {
    const all = measureRecall(dataset);
    // Of the ten occupations most alike in skills, four in ten are among the twenty related; by chance it would be one in fifty.
    expect(all).toMatchObject({ roles: 923, recallAt10: expect.closeTo(0.398, 3), byChance: expect.closeTo(0.022, 3) });
    const primary = dataset.transitions.filter(({ note }) => note?.includes("tier Primary"));
    expect(primary).toHaveLength(9230);
    expect(measureRecall({ ...dataset, transitions: primary })?.recallAt10).toBeCloseTo(0.264, 3);
    // Every occupation with needs has its own related ones, so nothing is added to them.
    expect(inferTransitions(dataset)).toEqual([]);
  });

  async function pathsFrom(from: string, to: string) {
    const id = (reference: string): string => {
      const resolution = snapshot.names.resolve("ROLE", reference);
      if (!("id" in resolution)) throw new Error(`${reference} names no single role.`);
      return resolution.id;
    };
    return findPaths(snapshot.network, {
      ...{ fromId: id(from), toId: id(to), objective: "FEWEST_STEPS", limit: 1 },
      ...{ constraints: UNCONSTRAINED, heldSkillIds: [] },
    });
  }
});
