import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { importCrosswalk } from "../../../../src/dataset/import/crosswalk/importCrosswalk.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { readDataset } from "../../../../src/dataset/readDataset.js";

const occupation = (key: string): string => `http://data.europa.eu/esco/occupation/${key}`;
const isco = (code: string): string => `http://data.europa.eu/esco/isco/C${code}`;

const HEADER =
  '"O*NET Id","O*NET Title","O*NET Description","ESCO or ISCO URI","ESCO or ISCO Title","ESCO or ISCO Description","Type of Match"';

/** The lines above the header in the published file: quoted text, empty lines, and some lines with the commas of a spreadsheet. */
const PREAMBLE = [
  '"Crosswalk between ESCO and O*NET, ""occupations""",,,,,,',
  ...Array.from({ length: 8 }, () => ",,,,,,"),
  "This file maps O*NET occupations to ESCO",
  ...Array.from({ length: 6 }, () => ""),
];

/** As published: a byte order mark, 16 lines above the header, descriptions in quotes. */
function published(...rows: readonly (readonly [code: string, uri: string, type: string])[]): string {
  const lines = rows.map(
    ([code, uri, type]) => `${code},A title,"Does this, and\nthat.",${uri},a label,"Does ""it"".",${type}`,
  );
  return `\ufeff${[...PREAMBLE, HEADER, ...lines].join("\r\n")}\r\n`;
}

const ROWS = [
  ["11-1011.00", occupation("a1"), "exactMatch"],
  ["11-1011.00", occupation("a2"), "narrowMatch"],
  ["11-1021.00", occupation("a3"), "broadMatch"],
  ["11-1021.00", occupation("a4"), "closeMatch"],
  // Two ESCO occupations are an exact match of the same O*NET occupation, and a third one is through the second.
  ["15-2051.00", occupation("b1"), "exactMatch"],
  ["15-2051.00", occupation("b2"), "exactMatch"],
  ["15-2051.01", occupation("b2"), "exactMatch"],
  // A group of occupations, a code in the form of another edition, and a code that the O*NET folder lacks.
  ["55-1011.00", isco("0110"), "broadMatch"],
  ["11-1011", occupation("a1"), "exactMatch"],
  ["15-1199.09", occupation("a1"), "closeMatch"],
  // A repeated pair, an unknown type and an unknown URI.
  ["11-1011.00", occupation("a1"), "closeMatch"],
  ["11-1011.00", occupation("a3"), "likeMatch"],
  ["11-1011.00", "http://data.europa.eu/esco/skill/a1", "exactMatch"],
] as const;

const ONET = ["11-1011.00", "11-1021.00", "15-2051.00", "15-2051.01"].map((code) => `role:onet-${code}`);
const ESCO = ["a1", "a2", "a3", "a4", "b1", "b2"].map((key) => `role:esco-${key}`);

describe("The crosswalk between O*NET and ESCO", () => {
  let parent: string;
  let file: string;
  let onet: string;
  let esco: string;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "career-graph-"));
    file = join(parent, "ONET_(Occupations)_0_updated.csv");
    await writeFile(file, published(...ROWS));
    const folder = async (name: string, ids: readonly string[]): Promise<string> => {
      const cites = [{ source: `source:${name}` }];
      await mkdir(join(parent, name));
      await writeFile(join(parent, name, "dataset.yaml"), stringify({ name, version: "1" }));
      await writeFile(join(parent, name, "sources.yaml"), stringify([{ id: `source:${name}`, title: name }]));
      const roles = ids.map((id) => ({ id, title: id.slice(5), place: "UNPLACED", cites }));
      await writeFile(join(parent, name, "roles.yaml"), stringify(roles));
      return join(parent, name);
    };
    onet = await folder("onet", ONET);
    esco = await folder("esco", ESCO);
  });
  afterAll(() => rm(parent, { recursive: true }));

  const kindsOf = (matches: readonly { from: string; to: string; kind: string }[]): readonly string[] =>
    matches.map(({ from, to, kind }) => `${from.slice(10)} ${kind} ${to.slice(10)}`);

  test("becomes matches; exact matches that share an occupation become CLOSE", async () => {
    const { dataset, report } = await importCrosswalk(file);
    const { matches = [] } = dataset.records;
    expect(kindsOf(matches)).toEqual([
      "11-1011.00 EXACT a1",
      "11-1011.00 NARROWER a2",
      "11-1021.00 BROADER a3",
      "11-1021.00 CLOSE a4",
      "15-1199.09 CLOSE a1",
      "15-2051.00 CLOSE b1",
      "15-2051.00 CLOSE b2",
      "15-2051.01 CLOSE b2",
    ]);
    expect(matches.filter(({ basis }) => basis === "INFERRED").map(({ note }) => note)).toEqual(
      Array.from({ length: 3 }, () => expect.stringContaining("exact match of another occupation")),
    );
    const text = report.full();
    expect(text).toMatch(/ 13 {2}ONET_\(Occupations\)_0_updated\.csv\n/);
    expect(text).toMatch(/ 3 {2}exact matches that share an occupation \(written as CLOSE\)\n/);
    // The header is on line 17, and each row takes two lines.
    expect(text).toMatch(/1 {2}rows that lead to an ISCO group, which is not an occupation\n.*:32: 55-1011\.00 /);
    expect(text).toMatch(/1 {2}rows without a code of O\*NET's form\n.*:34: 11-1011 /);
    expect(text).toMatch(/1 {2}rows that repeat a pair\n/);
    expect(text).toMatch(/1 {2}rows of an unknown type of match\n/);
    expect(text).toMatch(/1 {2}rows without the URI of an ESCO occupation\n/);
  });

  test("loads beside O*NET and ESCO, and matches of missing occupations are reported", async () => {
    const { dataset, report } = await importCrosswalk(file);
    const out = join(parent, "crosswalk");
    await writeDatasetFolder(out, dataset, report.full());
    const read = await readDataset([onet, esco, out]);
    expect(read.problems).toEqual([]);
    expect(read.notices.map(({ message }) => message)).toEqual([
      "The match is ignored, because role:onet-15-1199.09 is not served",
    ]);
    expect(read.dataset!.matches.length).toBe(7);
    const same = read.dataset!.transitions.filter(({ kind }) => kind === "SAME_WORK");
    expect(same.filter(({ statedYears }) => statedYears === 0).length).toBe(2);
    expect(same.length).toBe(2 * 5);
  });

  test("leaves out occupations that the folders beside it lack, and reports them", async () => {
    const { dataset, report } = await importCrosswalk(file, [onet, esco]);
    expect(dataset.records.matches!.length).toBe(7);
    expect(report.full()).toMatch(/1 {2}rows of an O\*NET occupation that is not beside.*\n.*15-1199\.09/);
    await expect(importCrosswalk(file, [join(parent, "nowhere")])).rejects.toThrow(/nowhere: There is no such folder/);
  });

  test("never makes two occupations of one dataset the same through other matches", async () => {
    const ours = join(parent, "ours");
    await mkdir(ours);
    const cites = [{ source: "source:ours" }];
    await writeFile(join(ours, "dataset.yaml"), stringify({ name: "Ours", version: "1" }));
    await writeFile(join(ours, "sources.yaml"), stringify([{ id: "source:ours", title: "Ours" }]));
    await writeFile(
      join(ours, "roles.yaml"),
      stringify([{ id: "role:chief", title: "Chief", place: "UNPLACED", cites }]),
    );
    const exact = (to: string) => ({ from: "role:chief", to, kind: "EXACT", basis: "STATED", cites });
    const matches = join(parent, "matches");
    await mkdir(matches);
    await writeFile(join(matches, "dataset.yaml"), stringify({ name: "Matches", version: "1" }));
    await writeFile(join(matches, "matches.yaml"), stringify([exact("role:onet-11-1011.00"), exact("role:esco-a2")]));
    const folders = [ours, onet, esco, matches];
    const { dataset, report } = await importCrosswalk(file, folders);
    expect(kindsOf(dataset.records.matches!)[0]).toBe("11-1011.00 CLOSE a1");
    const out = join(parent, "beside");
    await writeDatasetFolder(out, dataset, report.full());
    expect((await readDataset([...folders, out])).problems).toEqual([]);
  });

  test("reports missing columns, an empty table and a missing file", async () => {
    const other = join(parent, "other.csv");
    await writeFile(other, "O*NET Id,ESCO or ISCO URI\r\n11-1011.00,x\r\n");
    await expect(importCrosswalk(other)).rejects.toThrow(/lacks the column Type of Match/);
    await writeFile(other, "");
    await expect(importCrosswalk(other)).rejects.toThrow(/The table is empty/);
    await expect(importCrosswalk(join(parent, "none.csv"))).rejects.toThrow(/none\.csv/);
  });
});
