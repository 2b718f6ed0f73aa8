import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importEsco } from "../../../../src/dataset/import/esco/importEsco.js";

/** The publisher's files lie beside the project, where it is developed; they are not part of it. */
const DATA = "../shared/data/esco";
const present = existsSync(DATA);
if (!present) console.log(`The ESCO files are not in ${DATA}: the tests over them are skipped.`);

describe.skipIf(!present)("the whole of ESCO", () => {
  test("has 3,007 occupations, 13,896 skills and every relation but the 67 of the occupation that it lacks", async () => {
    const { dataset, report } = await importEsco(DATA);
    const { roles = [], skills = [], transitions = [] } = dataset.records;
    const needs = roles.flatMap((role) => role.skills ?? []);
    expect([roles.length, skills.length, needs.length]).toEqual([3007, 13_896, 123_855 - 67]);
    expect(needs.filter(({ importance }) => importance === "ESSENTIAL")).toHaveLength(64_946 - 55);
    // One of the 1,248 is under the occupation that the release lacks.
    expect(transitions).toHaveLength(1247);
    const text = report.full();
    expect(text).toMatch(/123,855 {2}occupationSkillRelations\.csv\n/);
    expect(text).toMatch(/67 {2}occupation-skill relations of an occupation that the release lacks\n/);
    expect(text.match(/occupationSkillRelations\.csv:\d+: \S+a9e54177-a185-404d-b6e6-15663d31137e/g)).toHaveLength(67);
    // 771 in the release, and two more that the missing occupation alone needs.
    expect(text).toMatch(/ 773 {2}skills that no occupation needs \(kept\)\n/);
    expect(text).toMatch(/ 1 {2}occupations without essential skills \(kept\)\n.*: specialist dentist\n/);
    expect(text).toMatch(/ 7 {2}relations of a skill or skill group that the release lacks\n/);
    expect(text).toMatch(/ 1 {2}skills related to themselves\n/);
  }, 60_000);
});
