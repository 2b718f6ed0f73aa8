import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, test } from "@jest/globals";
import { importOnet } from "../../../../src/dataset/import/onet/importOnet.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { readDataset } from "../../../../src/dataset/readDataset.js";
import { withSheets, type Sheets } from "../sheet.js";

const RATED = [
  ...["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value"],
  ...["Recommend Suppress", "Not Relevant", "Date"],
];
const rated = (
  code: string,
  element: string,
  name: string,
  scale: string,
  value: string,
  suppress = "N",
  not = "N",
) => [...[code, element, name, scale, value, suppress, scale === "IM" ? "n/a" : not], "08/2023"];

/** A release of three occupations; each row has its reason. */
const RELEASE: Sheets = {
  "Read Me.txt": "O*NET 29.3 Database\nMay 2025 Release\n----\n",
  "Occupation Data.txt": [
    ["O*NET-SOC Code", "Title", "Description"],
    ["15-1252.00", "Software Developers", "Build software."],
    ["13-1022.00", "Wholesale Buyers", "Buy goods."],
    // Occupations of the armed forces have only a title.
    ["55-1011.00", "Air Crew Officers", "n/a"],
  ],
  "Alternate Titles.txt": [
    ["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"],
    ["15-1252.00", "Software Developer", "n/a", "08"],
    ["15-1252.00", "BA (Build Architect)", "BA", "08"],
    // Normalizes to another title of the occupation, so it is left out.
    ["15-1252.00", "software-developer", "n/a", "10"],
    // Names two occupations.
    ["15-1252.00", "Agent", "n/a", "10"],
    ["13-1022.00", "Agent", "n/a", "10"],
    // An unknown occupation, and an empty title.
    ["99-9999.00", "Ghost", "n/a", "10"],
    ["13-1022.00", "n/a", "n/a", "10"],
  ],
  "Job Zone Reference.txt": [
    ["Job Zone", "Name", "Education", "SVP Range"],
    ["3", "Medium", "n/a", "(6.0 to < 7.0)"],
    ["4", "Considerable", "A bachelor's degree.", "(7.0 to < 8.0)"],
  ],
  "Job Zones.txt": [
    ["O*NET-SOC Code", "Job Zone"],
    ["15-1252.00", "4"],
    // A job zone that the reference lacks, and a second zone for one occupation.
    ["13-1022.00", "5"],
    ["15-1252.00", "3"],
  ],
  "Content Model Reference.txt": [
    ["Element ID", "Element Name", "Description"],
    ["2.A", "Basic Skills", "n/a"],
    ["2.C", "Knowledge", "n/a"],
  ],
  "Skills.txt": [
    RATED,
    // The level may come before the importance.
    rated("15-1252.00", "2.A.1.e", "Mathematics", "LV", "4.25"),
    rated("15-1252.00", "2.A.1.e", "Mathematics", "IM", "3.50"),
    // Just below essential; its level is imprecise.
    rated("15-1252.00", "2.A.1.f", "Science", "IM", "3.49"),
    rated("15-1252.00", "2.A.1.f", "Science", "LV", "3.00", "Y"),
    // Not important enough.
    rated("13-1022.00", "2.A.1.f", "Science", "IM", "2.99"),
    rated("13-1022.00", "2.A.1.f", "Science", "LV", "1.00"),
    // A repeated rating, and a level without an importance.
    rated("15-1252.00", "2.A.1.e", "Mathematics", "IM", "2.00"),
    rated("55-1011.00", "2.A.1.e", "Mathematics", "LV", "1.00"),
  ],
  "Knowledge.txt": [
    RATED,
    // Also the name of a skill; the level is not relevant.
    rated("15-1252.00", "2.C.4.a", "Mathematics", "IM", "3.00", "n/a"),
    rated("15-1252.00", "2.C.4.a", "Mathematics", "LV", "3.00", "n/a", "Y"),
    // Important, but the rating is imprecise.
    rated("13-1022.00", "2.C.4.a", "Mathematics", "IM", "4.00", "Y"),
  ],
  "Technology Skills.txt": [
    ["O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
    ["15-1252.00", "C++", "1", "Development environment", "Y", "N"],
    ["15-1252.00", "C#", "1", "Development environment", "N", "Y"],
    ["15-1252.00", "Old tool", "1", "Development environment", "N", "N"],
    // A repeated row.
    ["15-1252.00", "C++", "2", "Compilers", "Y", "N"],
  ],
  "Related Occupations.txt": [
    ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
    ["15-1252.00", "13-1022.00", "Primary-Short", "1"],
    ["13-1022.00", "15-1252.00", "Supplemental", "11"],
    ["15-1252.00", "13-1022.00", "Primary-Long", "6"],
    ["15-1252.00", "99-9999.00", "Primary-Long", "7"],
  ],
};

const WAGE_COLUMNS = [
  ...["AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP"],
  ...["A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"],
  ...["H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"],
];
const WAGES = [
  WAGE_COLUMNS.join(","),
  // The highest wages are published as "#".
  "99,U.S.,1,US,000000,15-1252,Software Developers,detailed,1654440,250000,90000,110000,#,#,#,120.19,43.27,52.88,#,#,#",
  // A broad row with the same code must not count.
  "99,U.S.,1,US,000000,13-1020,Buyers,broad,1,1,1,1,1,1,1,1,1,1,1,1,1",
  // Covers occupations that have no row of their own; has only hourly pay, and one figure without an estimate.
  '99,U.S.,1,US,000000,13-1020,"Buyers, All",detailed,**,*,*,*,*,*,*,40.5,20.25,*,38,50,60',
  // A repeated wage class.
  "99,U.S.,1,US,000000,13-1020,Buyers,detailed,1,1,1,1,1,1,1,1,1,1,1,1,1",
].join("\n");

const NATIONAL: Sheets = { "national_M2024_dl.csv": WAGES };

async function imported(sheets: Sheets, wages: Sheets = NATIONAL) {
  return withSheets({ ...sheets, ...wages }, async (folder) => {
    const { dataset, report } = await importOnet(
      folder,
      Object.keys(wages).map((file) => join(folder, file)),
    );
    const out = await mkdtemp(join(tmpdir(), "career-graph-"));
    try {
      await rm(out, { recursive: true });
      await writeDatasetFolder(out, dataset, report.full());
      const read = await readDataset([out]);
      if (read.dataset === null) throw new Error(JSON.stringify(read.problems));
      return {
        dataset: read.dataset,
        report: report.full(),
        rolesFile: await readFile(join(out, "roles.jsonl"), "utf8"),
      };
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  });
}

describe("an import of O*NET", () => {
  test("turns occupations into roles with aliases, preparation and needs", async () => {
    const { dataset } = await imported(RELEASE);
    const role = dataset.roles.find(({ id }) => id === "role:onet-15-1252.00");
    expect(role).toMatchObject({
      title: "Software Developers",
      summary: "Build software.",
      aliases: ["Software Developer", "BA (Build Architect)", "BA", "Build Architect", "Agent"],
      place: "UNPLACED",
      // A job zone gives neither seniority nor experience.
      seniority: null,
      experience: null,
      preparation: {
        ...{ scale: "O*NET job zone", level: 4, label: "Considerable", education: "A bachelor's degree." },
        years: { from: 2, to: 4 },
      },
      citations: [
        { sourceId: "source:onet-29.3", heading: "Occupation Data" },
        { sourceId: "source:onet-29.3", heading: "Job Zones", viaId: "source:dot-appendix-c" },
      ],
    });
    const needs = dataset.requirements.map((need) => [need.skillId, need.importance, need.requiredLevel]);
    expect(needs).toEqual([
      ["skill:onet-2.a.1.e", "ESSENTIAL", 4.25],
      ["skill:onet-2.a.1.f", "USEFUL", null],
      ["skill:onet-2.c.4.a", "USEFUL", null],
      ["skill:onet-c-plus-plus", "USEFUL", null],
      ["skill:onet-c-sharp", "USEFUL", null],
    ]);
    expect(dataset.skills.map(({ name, category, aliases }) => [name, category, ...aliases])).toEqual([
      ["C#", "Development environment"],
      ["C++", "Development environment"],
      ["Mathematics", "Basic Skills"],
      ["Mathematics (knowledge)", "Knowledge", "Mathematics"],
      ["Science", "Basic Skills"],
    ]);
  });

  test("turns related occupations into inferred transitions, with the closeness of their tier", async () => {
    const { dataset } = await imported(RELEASE);
    expect(
      dataset.transitions.map(({ id, kind, basis, closeness, note }) => [id, kind, basis, closeness, note]),
    ).toEqual([
      [
        "transition:onet-13-1022.00--onet-15-1252.00",
        ...["RELATED", "INFERRED", "DISTANT", expect.stringContaining("(tier Supplemental, index 11).")],
      ],
      [
        "transition:onet-15-1252.00--onet-13-1022.00",
        ...["RELATED", "INFERRED", "CLOSE", expect.stringContaining("not that people make this move")],
      ],
    ]);
  });

  test("turns wages into claims with statistic and date; the highest published wage becomes a lower bound", async () => {
    const { dataset } = await imported(RELEASE);
    const claims = dataset.pay.map(({ id, statistic, min, max, openEnded, period, asOf }) => [
      ...[id.replace("pay:oews-2024-", ""), statistic, min, max, openEnded, period, asOf],
    ]);
    expect(claims).toEqual([
      ["13-1020-mean", "AVERAGE", 40.5, 40.5, false, "HOUR", "2024-05"],
      ["13-1020-median", "MEDIAN", 38, 38, false, "HOUR", "2024-05"],
      ["13-1020-p10-p90", "PERCENTILE_RANGE", 20.25, 60, false, "HOUR", "2024-05"],
      ["15-1252-mean", "AVERAGE", 250_000, 250_000, false, "YEAR", "2024-05"],
      ["15-1252-median", "FLOOR", 239_200, null, false, "YEAR", "2024-05"],
      ["15-1252-p10-p90", "PERCENTILE_RANGE", 90_000, 239_200, true, "YEAR", "2024-05"],
      ["15-1252-p25-p75", "PERCENTILE_RANGE", 110_000, 239_200, true, "YEAR", "2024-05"],
    ]);
    const about = dataset.links.filter(({ from }) => from === "pay:oews-2024-13-1020-median").map(({ to }) => to);
    expect(about).toEqual(["role:onet-13-1022.00"]);
  });

  test("gives each claim its place and its percentiles, and counts the people employed there", async () => {
    const row = (area: string, title: string, type: string, state: string, employed: string) =>
      `${area},"${title}",${type},${state},000000,15-1252,Software Developers,detailed,${employed},9,10,25,50,75,90,1,1,1,1,1,1`;
    const table = (...rows: string[]) => [WAGE_COLUMNS.join(","), ...rows].join("\n");
    const { dataset, report } = await imported(RELEASE, {
      ...NATIONAL,
      "state_M2024_dl.csv": table(
        row("06", "California", "2", "CA", "330000"),
        row("72", "Puerto Rico", "3", "PR", "**"),
        row("11", "District of Columbia", "2", "DC", "90"),
      ),
      "MSA_M2024_dl.csv": table(
        row("41860", "San Francisco-Oakland-Fremont, CA", "4", "CA", "120000"),
        row("0600001", "Eastern Sierra-Mother Lode Region of California nonmetropolitan area", "6", "CA", "50"),
      ),
    });
    const half = dataset.pay.filter(({ id }) => id.endsWith("15-1252-p25-p75"));
    expect(
      half.map(({ id, place, lowerPercentile, upperPercentile }) => [id, place, lowerPercentile, upperPercentile]),
    ).toEqual([
      [
        "pay:oews-2024-0600001-15-1252-p25-p75",
        "Eastern Sierra-Mother Lode Region of California nonmetropolitan area",
        25,
        75,
      ],
      ["pay:oews-2024-15-1252-p25-p75", "US", 25, 75],
      ["pay:oews-2024-41860-15-1252-p25-p75", "San Francisco-Oakland-Fremont, CA", 25, 75],
      ["pay:oews-2024-us-ca-15-1252-p25-p75", "US-CA", 25, 75],
      ["pay:oews-2024-us-dc-15-1252-p25-p75", "US-DC", 25, 75],
      ["pay:oews-2024-us-pr-15-1252-p25-p75", "US-PR", 25, 75],
    ]);
    expect(dataset.employment.map(({ count, place, asOf }) => [count, place, asOf])).toEqual([
      [50, "Eastern Sierra-Mother Lode Region of California nonmetropolitan area", "2024-05"],
      [1_654_440, "US", "2024-05"],
      [120_000, "San Francisco-Oakland-Fremont, CA", "2024-05"],
      [330_000, "US-CA", "2024-05"],
      [90, "US-DC", "2024-05"],
    ]);
    expect(report).toContain("classes without an estimate of employment (**)");
    expect(new Set(dataset.sources.map(({ id }) => id)).has("source:oews-2024-05")).toBe(true);
  });

  test("has the attribution lines of the files that it was made from, on the dataset and on its sources", async () => {
    const { dataset } = await imported(RELEASE);
    expect(dataset.attributions).toEqual([
      expect.stringContaining("includes information from the O*NET 29.3 Database"),
      "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2024.",
    ]);
    for (const line of dataset.attributions) {
      expect(dataset.sources.filter(({ note }) => note?.includes(line))).toHaveLength(1);
    }
    const alone = await imported(RELEASE, {});
    expect(alone.dataset.attributions).toHaveLength(1);
    // Nobody converted the text edition; the note of the Excel edition names that edition.
    expect(alone.dataset.attributions[0]).toMatch(/Career Graph has restructured .*not approved/);
    expect(alone.dataset.attributions[0]).not.toContain("Excel");
    const note = `${RELEASE["Read Me.txt"] as string}https://www.onetcenter.org/dictionary/29.3/excel/\n`;
    const excel = await imported({ ...RELEASE, "Read Me.txt": note }, {});
    expect(excel.dataset.attributions[0]).toContain("The files were converted from Excel to tab-delimited text.");
    expect(alone.dataset.pay).toEqual([]);
  });

  test("lists every row that it left out, with its line", async () => {
    const { report } = await imported(RELEASE);
    const leftOut = report.slice(report.indexOf("Left out"), report.indexOf("How it was read"));
    expect(
      leftOut
        .split("\n")
        .filter((line) => /:\d+: /.test(line))
        .map((line) => line.trim())
        .sort(),
    ).toEqual([
      "Alternate Titles.txt:4: 15-1252.00: software-developer",
      "Alternate Titles.txt:7: 99-9999.00",
      "Alternate Titles.txt:8: 13-1022.00",
      "Job Zones.txt:3: 13-1022.00: 5",
      "Job Zones.txt:4: 15-1252.00: 3",
      "Knowledge.txt:3: 15-1252.00 2.C.4.a Mathematics 3",
      "Knowledge.txt:4: 13-1022.00 2.C.4.a Mathematics 4",
      "Occupation Data.txt:4: 55-1011.00 Air Crew Officers",
      "Occupation Data.txt:4: 55-1011.00 Air Crew Officers",
      "Related Occupations.txt:4: 15-1252.00 13-1022.00",
      "Related Occupations.txt:5: 99-9999.00",
      "Skills.txt:5: 15-1252.00 2.A.1.f Science 3",
      "Skills.txt:8: 15-1252.00 2.A.1.e IM 2",
      "Skills.txt:9: 55-1011.00 2.A.1.e 1",
      "Technology Skills.txt:5: 15-1252.00 C++",
      "national_M2024_dl.csv:2: 15-1252 A_MEDIAN",
      "national_M2024_dl.csv:2: 15-1252 A_PCT75",
      "national_M2024_dl.csv:2: 15-1252 A_PCT90",
      "national_M2024_dl.csv:4: 13-1020",
      "national_M2024_dl.csv:4: 13-1020 Buyers, All",
      "national_M2024_dl.csv:4: 13-1020 H_PCT25",
      "national_M2024_dl.csv:4: 13-1020 The middle half of workers: 25th to 75th percentile",
      "national_M2024_dl.csv:5: 13-1020",
    ]);
    expect(report).toContain("        1  national_M2024_dl.csv: rows of groups above the detailed classes (left out)");
    expect(report).toContain("        1  Technology Skills.txt: technologies neither hot nor in demand (left out)");
  });

  test.each([
    [
      "with an unknown area",
      "national_M2024_dl.csv",
      WAGES.replaceAll("\n99,", "\n06,"),
      "AREA 06 of AREA_TYPE 1 is not an area",
    ],
    ["of an industry", "national_M2024_dl.csv", WAGES.replaceAll(",000000,", ",31-33,"), "are those of industry 31-33"],
    ["with a row without an area", "national_M2024_dl.csv", WAGES.replaceAll(",U.S.,1,", ",U.S.,,"), "AREA_TYPE none"],
    [
      "of a year for which the highest published wages are unknown",
      "national_M2023_dl.csv",
      WAGES,
      "published in May 2023",
    ],
  ])("refuses a wage file %s", async (_, name, content, message) => {
    await withSheets({ ...RELEASE, [name]: content }, async (folder) => {
      const importing = importOnet(folder, [join(folder, name)]);
      await expect(importing).rejects.toThrow(message);
      await expect(importing).rejects.toThrow("1 problem");
    });
  });

  test("refuses wages with a stray quote, reports its line, and imports no wages", async () => {
    const stray = WAGES.replace("13-1020,Buyers,broad", '13-1020,"Buyers,broad');
    await withSheets({ ...RELEASE, "national_M2024_dl.csv": stray }, async (folder) => {
      await expect(importOnet(folder, [join(folder, "national_M2024_dl.csv")])).rejects.toThrow(
        "national_M2024_dl.csv:3: A quoted cell of the row continues after its closing quote, as line 4 shows.",
      );
    });
  });

  test("reads tables that a spreadsheet saved, and refuses a table that is not a regular file", async () => {
    const saved = {
      ...RELEASE,
      "Occupation Data.txt":
        '\ufeffO*NET-SOC Code\tTitle\tDescription\r\n15-1252.00\tSoftware Developers\t"Build software, ""soft"" or not."\r\n' +
        "13-1022.00\tWholesale Buyers\tBuy goods.\r\n55-1011.00\tAir Crew Officers\tn/a\r\n",
    };
    const { dataset } = await imported(saved);
    expect(dataset.roles.find(({ title }) => title === "Software Developers")?.summary).toBe(
      'Build software, "soft" or not.',
    );
    await withSheets(RELEASE, async (folder) => {
      await rm(join(folder, "Skills.txt"));
      execFileSync("mkfifo", [join(folder, "Skills.txt")]);
      await expect(importOnet(folder, [])).rejects.toThrow(/Skills\.txt: It is a directory, FIFO, socket or device/);
    });
  });

  test("reads the zip of a release like its folder, and its tasks as responsibilities", async () => {
    const tasks = [
      ["O*NET-SOC Code", "Task ID", "Task", "Task Type"],
      ["15-1252.00", "20", "Write code.", "Core"],
      ["13-1022.00", "3", "Buy goods.", "n/a"],
      // One task is about an unknown occupation, another has no text.
      ["99-9999.00", "4", "Haunt.", "Core"],
      ["13-1022.00", "5", "n/a", "Core"],
    ];
    const sheets: Sheets = { ...RELEASE, "Task Statements.txt": tasks, "Abilities.txt": [["O*NET-SOC Code"]] };
    await withSheets(sheets, async (folder) => {
      const files = await readdir(folder);
      const packed: Record<string, Uint8Array> = {};
      for (const name of files) packed[`db_29_3_text/${name}`] = await readFile(join(folder, name));
      const zip = join(folder, "db_29_3_text.zip");
      await writeFile(zip, zipSync(packed));
      const fromZip = await importOnet(zip, []);
      await rm(zip);
      const fromFolder = await importOnet(folder, []);
      expect(fromZip).toEqual(fromFolder);
      expect(fromZip.dataset.records.statements?.map(({ id, topic, text, about }) => [id, topic, text, about])).toEqual(
        [
          ["statement:onet-task-3", "RESPONSIBILITY", "Buy goods.", ["role:onet-13-1022.00"]],
          ["statement:onet-task-20", "RESPONSIBILITY", "Write code.", ["role:onet-15-1252.00"]],
        ],
      );
      const report = fromFolder.report.full();
      const listed = report.slice(report.indexOf("Files\n"), report.indexOf("Rows read")).trim().split("\n").slice(1);
      expect(listed.map((line) => line.trim())).toEqual(
        files.sort().map((name) => `${name}: ${name === "Abilities.txt" ? "not used" : "read"}`),
      );
      expect(report).toContain("Task Statements.txt:4: 99-9999.00");
      expect(report).toContain("Task Statements.txt:5: 13-1022.00 5");
      await writeFile(zip, zipSync({ ...packed, "db_29_2_text/Skills.txt": packed["db_29_3_text/Skills.txt"]! }));
      await expect(importOnet(zip, [])).rejects.toThrow(
        "The zip contains both db_29_3_text/Skills.txt and db_29_2_text/Skills.txt",
      );
      await writeFile(zip, "no zip");
      await expect(importOnet(zip, [])).rejects.toThrow(/db_29_3_text\.zip: The zip cannot be read/);
    });
  });

  test("says for which release it was written if another release lacks a column", async () => {
    const old = {
      ...RELEASE,
      "Read Me.txt": "O*NET 25.0 Database\nAugust 2020 Release\n",
      "Technology Skills.txt": [["O*NET-SOC Code", "Example", "Commodity Title", "Hot Technology"]],
    };
    await expect(imported(old)).rejects.toThrow(
      /Technology Skills\.txt:1: The table lacks the column In Demand\. The importer supports O\*NET 29\.3, but this is O\*NET 25\.0/,
    );
    const { report } = await imported({ ...RELEASE, "Read Me.txt": "O*NET 30.0 Database\nAugust 2025 Release\n" });
    expect(report).toContain("The importer supports O*NET 29.3; this release is O*NET 30.0.");
  });

  test("gives the same bytes for the same files", async () => {
    const [first, second] = [await imported(RELEASE), await imported(RELEASE)];
    expect(second.rolesFile).toBe(first.rolesFile);
    expect(second.report).toBe(first.report);
    expect(second.dataset.revision).toBe(first.dataset.revision);
  });

  test("reports everything that is wrong with the files together", async () => {
    const { "Job Zones.txt": _zones, ...without } = RELEASE;
    const broken = {
      ...without,
      "Read Me.txt": "Some database\n",
      "Skills.txt": [RATED, rated("15-1252.00", "2.A.1.e", "Mathematics", "IM", "high")],
      "Related Occupations.txt": [["O*NET-SOC Code", "Index"]],
    };
    const message = await imported(broken).catch((error: Error) => error.message);
    expect(message).toMatch(/Read Me.txt:1: The note names no release/);
    expect(message).toMatch(/Job Zones.txt: There is no such file\. Name the folder/);
    expect(message).toMatch(/Skills.txt:2: Data Value is "high", which is not a number/);
    expect(message).toMatch(
      /Related Occupations.txt:1: The table lacks the columns Related O\*NET-SOC Code, Relatedness Tier/,
    );
    expect(message).toMatch(/4 problems in 4 files/);
  });
});
