import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "@jest/globals";
import { importEsco } from "../../../../src/dataset/import/esco/importEsco.js";
import { writeDatasetFolder } from "../../../../src/dataset/import/writeDatasetFolder.js";
import { readDataset } from "../../../../src/dataset/readDataset.js";
import { EmbeddedStore } from "../../../../src/store/embedded/EmbeddedStore.js";
import { asking } from "../../../graphql/seedService.js";

const occupation = (key: string): string => `http://data.europa.eu/esco/occupation/${key}`;
const note = (key: string): string => `http://data.europa.eu/esco/regulated-professions/${key}`;
const skill = (key: string): string => `http://data.europa.eu/esco/skill/${key}`;

/** Rows in the form of the publisher: cells with line breaks are quoted, and lines end in CRLF. */
function table(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows]
    .map((cells) => `${cells.map((cell) => (/[\n,]/.test(cell) ? `"${cell}"` : cell)).join(",")}\r\n`)
    .join("");
}

const LABELS = ["conceptUri", "preferredLabel", "altLabels", "hiddenLabels"];

/** Three occupations and five skills; each row has its reason. */
const CONCEPTS = {
  occupations_en: table(
    [...LABELS, "iscoGroup", "description", "code", "regulatedProfessionNote"],
    // The first row repeats its own label, has a no-break space around another, and a hidden label that must not be imported.
    [
      occupation("a1"),
      "data engineer ",
      "data engineer\ndata builder\u00a0\nagent",
      "dataenginer",
      "2511",
      "Builds.",
      "2511.3",
      note("unregulated"),
    ],
    // Shares an alias with the first.
    [occupation("a1-2"), "big data engineer", "agent", "", "2511", "", "2511.3.1", note("regulated")],
    // Has no skills, and an unknown ISCO group.
    [occupation("b2"), "baker", "", "", "9999", "", "", ""],
  ),
  skills_en: table(
    [...LABELS, "description"],
    [skill("c1"), "code", "", "", "Write programs."],
    [skill("c2"), "code in Python", "", "", ""],
    [skill("c3"), "logic", "", "", ""],
    // Not used by any occupation, and in no skill group.
    [skill("c4"), "bake", "", "", ""],
  ),
  ISCOGroups_en: table(["code", "preferredLabel"], ["2", "Professionals"], ["25", "ICT"], ["2511", "Analysts"]),
  skillGroups_en: table(["conceptUri"], [skill("f0")], [skill("f1")]),
  // The last row is about a skill that the release does not have.
  greenSkillsCollection_en: table(["conceptUri"], [skill("c1")], [skill("dead")]),
  digitalSkillsCollection_en: table(["conceptUri"], [skill("c1")], [skill("c2")]),
  researchOccupationsCollection_en: table(["conceptUri"], [occupation("a1")]),
  // The last row omits its empty cells.
  skillsHierarchy_en: `Level 0 URI,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 3 URI\r\n${skill("f0")},${skill("f1")},digital skills\r\n`,
};

const RELATIONS = {
  occupationSkillRelations: table(
    ["occupationUri", "relationType", "skillType", "skillUri"],
    [occupation("a1"), "essential", "knowledge", skill("c1")],
    [occupation("a1"), "optional", "knowledge", skill("c2")],
    // Has only optional skills.
    [occupation("a1-2"), "optional", "knowledge", skill("c3")],
    // A repeated pair, and an unknown type.
    [occupation("a1-2"), "essential", "knowledge", skill("c3")],
    [occupation("a1-2"), "vital", "knowledge", skill("c4")],
    // An occupation that is in no concept file.
    [occupation("dead"), "essential", "knowledge", skill("c1")],
  ),
  skillSkillRelations: table(
    ["originalSkillUri", "relationType", "relatedSkillUri"],
    [skill("c1"), "essential", skill("c3")],
    // The reverse link would be a cycle.
    [skill("c3"), "essential", skill("c1")],
    [skill("c1"), "optional", skill("c2")],
    [skill("c1"), "optional", skill("c1")],
    // A repeated pair.
    [skill("c1"), "essential", skill("c3")],
  ),
  broaderRelationsSkillPillar: table(
    ["conceptUri", "broaderUri"],
    [skill("c2"), skill("c1")],
    [skill("c1"), skill("f1")],
    [skill("c2"), skill("c1")],
    // A group that is in no file.
    [skill("dead"), skill("f1")],
  ),
  broaderRelationsOccPillar: table(
    ["conceptType", "conceptUri", "broaderType", "broaderUri"],
    ["Occupation", occupation("a1-2"), "Occupation", occupation("a1")],
    ["Occupation", occupation("a1"), "ISCOGroup", "http://data.europa.eu/esco/isco/C2511"],
    ["Occupation", occupation("dead"), "Occupation", occupation("a1")],
    ["Occupation", occupation("dead"), "ISCOGroup", "http://data.europa.eu/esco/isco/C2511"],
    ["Occupation", occupation("a1-2"), "Occupation", occupation("a1")],
    // Their codes already say so.
    ["ISCOGroup", "http://data.europa.eu/esco/isco/C251", "ISCOGroup", "http://data.europa.eu/esco/isco/C25"],
  ),
};

type Tables = Readonly<Record<string, string>>;

function zipped(tables: Tables): Uint8Array {
  // A fixed date keeps the zip the same in every run.
  const files = Object.entries(tables).map(([name, text]) => [`${name}.csv`, [strToU8(text), { mtime: "2022-01-01" }]]);
  return zipSync(Object.fromEntries(files));
}

async function withZips<T>(
  zips: Readonly<Record<string, Uint8Array>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "career-graph-"));
  try {
    for (const [name, bytes] of Object.entries(zips)) await writeFile(join(folder, name), bytes);
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const zipName = (version: string, language: string): string =>
  `ESCO dataset - v${version} - classification - ${language} - csv.zip`;

async function imported(concepts: Tables = CONCEPTS, relations: Tables = RELATIONS, version = "1.1.1") {
  const zips = { [zipName(version, "en")]: zipped(concepts), [zipName(version, "")]: zipped(relations) };
  return withZips(zips, async (folder) => {
    const { dataset, report } = await importEsco(folder);
    await writeDatasetFolder(join(folder, "out"), dataset, report.full());
    const read = await readDataset([join(folder, "out")]);
    if (read.dataset === null) throw new Error(JSON.stringify(read.problems));
    return { dataset: read.dataset, report: report.full() };
  });
}

describe("an import of ESCO", () => {
  test("turns occupations into roles, labels into aliases, and essential and optional skills into needs", async () => {
    const { dataset } = await imported();
    expect(dataset.roles.map(({ id, title, aliases, summary }) => [id, title, aliases, summary])).toEqual([
      ["role:esco-b2", "baker", [], null],
      ["role:esco-a1-2", "big data engineer", ["agent"], null],
      ["role:esco-a1", "data engineer", ["data builder", "agent"], "Builds."],
    ]);
    const needs = dataset.requirements.map((need) => [need.roleId, need.skillId, need.importance, need.requiredLevel]);
    expect(needs).toEqual([
      ["role:esco-a1", "skill:esco-c1", "ESSENTIAL", null],
      ["role:esco-a1", "skill:esco-c2", "USEFUL", null],
      ["role:esco-a1-2", "skill:esco-c3", "USEFUL", null],
    ]);
  });

  test("keeps the hierarchies: parts, categories, groups of occupations, and inferred specializations", async () => {
    const { dataset } = await imported();
    const links = dataset.links.map(({ type, from, to }) => `${from} ${type} ${to}`);
    expect(links.sort()).toEqual([
      "skill:esco-c1 BUILDS_ON skill:esco-c3",
      "skill:esco-c2 PART_OF skill:esco-c1",
      "statement:esco-code-a1 ABOUT role:esco-a1",
      "statement:esco-code-a1-2 ABOUT role:esco-a1-2",
      "statement:esco-code-b2 ABOUT role:esco-b2",
      "statement:esco-regulated-a1-2 ABOUT role:esco-a1-2",
      "statement:isco-2511 ABOUT role:esco-a1",
      "statement:isco-2511 ABOUT role:esco-a1-2",
    ]);
    // "code in Python" has the category of the skill above it.
    expect(dataset.skills.map(({ name, category }) => [name, category])).toEqual([
      ["bake", null],
      ["code", "digital skills"],
      ["code in Python", "digital skills"],
      ["logic", null],
    ]);
    expect(dataset.statements.map(({ topic, text }) => [topic, text])).toEqual([
      ["CLASSIFICATION", "ESCO occupation 2511.3, http://data.europa.eu/esco/occupation/a1"],
      ["CLASSIFICATION", "ESCO occupation 2511.3.1, http://data.europa.eu/esco/occupation/a1-2"],
      ["CLASSIFICATION", "ESCO occupation http://data.europa.eu/esco/occupation/b2"],
      ["REQUIREMENT", expect.stringContaining("regulated profession")],
      ["CLASSIFICATION", "ISCO-08 group 2511 Analysts, in 251 (unnamed), in 25 ICT, in 2 Professionals."],
    ]);
    expect(dataset.transitions.map(({ id, kind, basis, note }) => [id, kind, basis, note])).toEqual([
      [
        "transition:esco-a1--esco-a1-2",
        ...["SPECIALIZATION", "INFERRED"],
        'Inferred from the hierarchy of ESCO, which puts "big data engineer" under "data engineer".',
      ],
    ]);
  });

  test("describes skills, cites them by their URIs, and adds those of a collection to further categories", async () => {
    const { dataset } = await imported();
    expect(dataset.skills.map(({ name, description, collections }) => [name, description, collections])).toEqual([
      ["bake", null, []],
      ["code", "Write programs.", ["digital skills", "green skills"]],
      ["code in Python", null, ["digital skills"]],
      ["logic", null, []],
    ]);
    expect(dataset.skills[0]!.citations[0]!.heading).toBe(`skills, ${skill("c4")}`);
    const ask = await asking(new EmbeddedStore(dataset, new Date(0)));
    const { data } = await ask(
      '{ dataset { skillCategories } skills(where: { category: "Digital Skills" }) { nodes { name } } }',
    );
    // The hierarchy has a category with this name, too.
    expect(data.dataset.skillCategories).toEqual(["digital skills", "green skills"]);
    expect(data.skills.nodes).toEqual([{ name: "code" }, { name: "code in Python" }]);
  });

  describe("with another language", () => {
    const FRENCH = {
      occupations_fr: table(
        LABELS,
        [occupation("a1"), "ingénieur de données", "ingénieur\nbâtisseur", ""],
        [occupation("b2"), "boulanger", "", ""],
        // One row is about an occupation that the English table lacks, another about one without a label.
        [occupation("dead"), "fantôme", "", ""],
        [occupation("a1-2"), "", "", ""],
      ),
      skills_fr: table(LABELS, [skill("c4"), "faire du pain", "", ""]),
      ISCOGroups_fr: table(["code", "preferredLabel"], ["2", "Professions intellectuelles"]),
    };
    const ZIPS = {
      [zipName("1.1.1", "en")]: zipped(CONCEPTS),
      [zipName("1.1.1", "")]: zipped(RELATIONS),
      [zipName("1.1.1", "fr")]: zipped(FRENCH),
    };
    const importedIn = (languages: readonly string[]) =>
      withZips(ZIPS, async (folder) => {
        const { dataset, report } = await importEsco(folder, languages);
        await writeDatasetFolder(join(folder, "out"), dataset, report.full());
        const read = await readDataset([join(folder, "out")]);
        expect(read.problems).toEqual([]);
        return { dataset: read.dataset!, report: report.full() };
      });

    test("imports its preferred labels, which references and search find, and reports what its files contain", async () => {
      const { dataset, report } = await importedIn(["en", "fr"]);
      const ask = await asking(new EmbeddedStore(dataset, new Date(0)));
      const { data, errors } = await ask(`{
        role(ref: "Boulanger") { title labels { text language } }
        none: role(ref: "big data engineer") { labels { text } }
        skill(ref: "faire du pain") { name labels { text language } }
        search(text: "ingenieur de don") { edges { matchedName node { id } } }
      }`);
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        role: { title: "baker", labels: [{ text: "boulanger", language: "fr" }] },
        none: { labels: [] },
        skill: { name: "bake", labels: [{ text: "faire du pain", language: "fr" }] },
        search: { edges: [{ matchedName: "ingénieur de données", node: { id: "role:esco-a1" } }] },
      });
      const french = zipName("1.1.1", "fr");
      expect(report).toContain(`  ${french}: occupations_fr.csv: read\n`);
      expect(report).toContain(`  ${french}: skills_fr.csv: read\n`);
      expect(report).toContain(`  ${french}: ISCOGroups_fr.csv: not used\n`);
      expect(report).toMatch(
        /1 {2}labels of a concept that the English table lacks\n.*occupations_fr\.csv:5: .*dead\n/,
      );
      expect(report).toMatch(/1 {2}concepts without a label in the language\n.*occupations_fr\.csv:6: .*a1-2\n/);
      expect(report).toMatch(/ 3 {2}labels in other languages\n/);
      expect(dataset.sources[0]!.note).toContain("English with labels in fr");
    });

    test("does not import the language unless it is requested, says so, and names a requested language that is missing", async () => {
      const { dataset, report } = await importedIn(["en"]);
      expect(dataset.roles.every(({ labels }) => labels.length === 0)).toBe(true);
      expect(report).toContain(`  ${zipName("1.1.1", "fr")}: skipped: its language is fr, and only en is imported\n`);
      await expect(importedIn(["en", "fr", "de"])).rejects.toThrow(
        /contains no zip in the language de\. Add ESCO dataset - v1\.1\.1 - classification - de - csv\.zip/,
      );
    });
  });

  test("has an attribution, marked as adapted, on the dataset and on the source that every record cites", async () => {
    const { dataset } = await imported();
    expect(dataset.attributions).toEqual([
      expect.stringMatching(/^This service uses the ESCO classification of the European Commission\. .*adapted/),
    ]);
    expect(dataset.sources.map(({ id, note }) => [id, note?.includes(dataset.attributions[0]!)])).toEqual([
      ["source:esco-1.1.1", true],
    ]);
  });

  test("lists every row that it left out or found unusual, with its line", async () => {
    const { report } = await imported();
    const listed = report
      .split("\n")
      .filter((line) => /csv:\d+: /.test(line))
      .map((line) => line.trim().replaceAll(/http\S+\//g, ""))
      .sort();
    expect(listed).toEqual([
      "broaderRelationsOccPillar.csv:4: dead under a1",
      "broaderRelationsOccPillar.csv:5: dead under C2511",
      "broaderRelationsOccPillar.csv:6: a1-2 under a1",
      "broaderRelationsSkillPillar.csv:4: c2 under c1",
      "broaderRelationsSkillPillar.csv:5: dead under f1",
      "greenSkillsCollection_en.csv:3: dead",
      "occupationSkillRelations.csv:5: a1-2 essential c3",
      "occupationSkillRelations.csv:6: a1-2 vital c4",
      "occupationSkillRelations.csv:7: dead essential c1",
      "occupations_en.csv:2: data engineer: data engineer",
      "occupations_en.csv:2: dataenginer",
      "occupations_en.csv:5: big data engineer",
      "occupations_en.csv:6: baker",
      "occupations_en.csv:6: baker: 9999",
      "skillSkillRelations.csv:3: c3 needs c1",
      "skillSkillRelations.csv:5: c1 optional",
      "skillSkillRelations.csv:6: c1 essential c3",
      "skills_en.csv:5: bake",
    ]);
    expect(report).toMatch(
      / 2 {2}broaderRelationsOccPillar\.csv: relations to ISCO groups, which the codes of the groups already give\n/,
    );
    expect(report).toMatch(/ 1 {2}broaderRelationsSkillPillar\.csv: relations to skill groups/);
    expect(report).toContain(`  ${zipName("1.1.1", "en")}: occupations_en.csv: read\n`);
    expect(report).toContain(`  ${zipName("1.1.1", "en")}: greenSkillsCollection_en.csv: read\n`);
    expect(report).toContain(`  ${zipName("1.1.1", "en")}: researchOccupationsCollection_en.csv: not used\n`);
    expect(report).toMatch(/1 {2}skillSkillRelations.csv: skills that are optional to skills \(left out\)/);
  });

  test("reads a release from v1.2 on, whose relation files have the language in their names", async () => {
    const renamed = Object.fromEntries(Object.entries(RELATIONS).map(([name, text]) => [`${name}_en`, text]));
    const { dataset } = await imported({ ...CONCEPTS, ...renamed }, {}, "1.2.0");
    expect(dataset).toMatchObject({ version: "1.2.0", roles: { length: 3 }, requirements: { length: 3 } });
  });

  test("gives the same dataset and report for the same zips", async () => {
    const [first, second] = [await imported(), await imported()];
    expect([second.dataset.revision, second.report]).toEqual([first.dataset.revision, first.report]);
  });

  test("says what is wrong with a folder without a complete release", async () => {
    const failure = (zips: Readonly<Record<string, Uint8Array>>) =>
      withZips(zips, (folder) => importEsco(folder).then(String, (error: Error) => error.message));
    expect(await failure({})).toMatch(/contains no zip of a release in English/);
    expect(await failure({ [zipName("1.1.1", "fr")]: zipped(CONCEPTS), "esco.zip": zipped(CONCEPTS) })).toMatch(
      /contains no zip of a release in English \(skipped ESCO dataset - v1\.1\.1 - classification - fr - csv\.zip: its language is fr, and only en is imported; esco\.zip: its name is not that of a zip of ESCO's CSV files\)/,
    );
    const older = { ...CONCEPTS, occupations_en: table(LABELS) };
    expect(
      await failure({ [zipName("1.0.9", "en")]: zipped(older), [zipName("1.0.9", "")]: zipped(RELATIONS) }),
    ).toMatch(
      /occupations_en\.csv:1: The table lacks the columns description, iscoGroup, code, regulatedProfessionNote\. The importer supports ESCO v1\.1 and v1\.2, but this is ESCO v1\.0\.9/,
    );
    const two = { [zipName("1.1.1", "en")]: zipped(CONCEPTS), [zipName("1.2.0", "")]: zipped(RELATIONS) };
    expect(await failure(two)).toMatch(/contains several releases: 1\.1\.1, 1\.2\.0/);
    const torn = { [zipName("1.1.1", "en")]: zipped(CONCEPTS).slice(0, 200) };
    expect(await failure(torn)).toMatch(/The zip cannot be read .*Download it again/);
    expect(await failure({ [zipName("1.1.1", "en")]: zipped(CONCEPTS) })).toMatch(
      /occupationSkillRelations: No zip contains the table/,
    );
  });
});
