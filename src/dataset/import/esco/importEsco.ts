import type { DatasetFolder, ImportProgress } from "../DatasetFolder.js";
import { ImportReport } from "../ImportReport.js";
import { citing, LABEL_COLUMNS, namesOf, present, readConcepts, readLabels } from "./EscoConcepts.js";
import { escoAttribution, EscoRelease, escoSource, LANGUAGE } from "./EscoRelease.js";
import { roleIdOf, skillIdOf } from "./escoIds.js";
import { BROADER_OCCUPATIONS, NEEDS, readNeeds, readSpecializations } from "./escoOccupations.js";
import { BROADER_SKILLS, SKILL_GROUPS, SKILL_RELATIONS, skillRecords, SKILLS } from "./escoSkills.js";
import { ISCO_GROUPS, readIscoStatements } from "./iscoStatements.js";
import { occupationStatements, STATEMENT_COLUMNS } from "./occupationStatements.js";
import { COLLECTIONS } from "./readCollections.js";
import { SKILLS_HIERARCHY } from "./skillCategories.js";

const OCCUPATIONS = "occupations";

const TABLES = [
  ...[OCCUPATIONS, SKILLS, NEEDS, SKILL_RELATIONS, BROADER_OCCUPATIONS, BROADER_SKILLS],
  ...[ISCO_GROUPS, SKILL_GROUPS, SKILLS_HIERARCHY, ...COLLECTIONS],
];

/**
 * Imports a release of ESCO (European Commission, reuse with acknowledgement) in English from the published zips, optionally with labels in
 * other languages.
 *
 * - Occupations become roles, alternative labels aliases, and essential and optional skills ESSENTIAL and USEFUL needs.
 * - A narrower skill is PART_OF the broader one. A skill BUILDS_ON the skills that are essential to it.
 * - The second-highest skill group is the category of a skill. The collections (digital, green and so on) are further categories.
 * - ISCO groups, codes, URIs and notes on regulated professions become statements about their occupations.
 * - From a broader occupation to each narrower one, a SPECIALIZATION is inferred, because ESCO states a hierarchy and not that people move.
 *
 * Hidden labels, skills that are optional to skills, and scope notes are left out. The report lists everything else that is left out.
 * @param languages ISO 639-1 codes of the labels; English is always read, because titles and names are in English
 * @throws ImportError with all problems in the files
 */
export async function importEsco(
  folder: string,
  languages: readonly string[] = [LANGUAGE],
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<{ readonly dataset: DatasetFolder; readonly report: ImportReport }> {
  const report = new ImportReport("Import of ESCO");
  const all = [...new Set([LANGUAGE, ...languages])];
  const release = await EscoRelease.open(folder, TABLES, all, report, onProgress);
  report.assertSound();
  if (release === null) throw new Error("A folder without a release must be a problem of the report.");
  const source = escoSource(release.version, all);

  const occupations = readConcepts(
    release.rows(OCCUPATIONS, [...LABEL_COLUMNS, "description", "iscoGroup", ...STATEMENT_COLUMNS]),
    release.fileOf(OCCUPATIONS),
    roleIdOf,
    report,
  );
  const skills = readConcepts(
    release.rows(SKILLS, [...LABEL_COLUMNS, "description"]),
    release.fileOf(SKILLS),
    skillIdOf,
    report,
  );
  readLabels(release, OCCUPATIONS, all, occupations, report);
  readLabels(release, SKILLS, all, skills, report);
  const needs = readNeeds(release, occupations, skills, source.id, report);
  const records = {
    roles: [...occupations.values()].map((occupation) => ({
      id: occupation.id,
      title: occupation.label,
      ...namesOf(occupation),
      ...present("summary", occupation.row.cells["description"]),
      place: "UNPLACED" as const,
      skills: needs.get(occupation.uri) ?? [],
      cites: citing(source.id, OCCUPATIONS),
    })),
    skills: skillRecords(release, skills, source.id, report),
    statements: [
      ...readIscoStatements(release, occupations, source.id, report),
      ...occupationStatements(occupations, OCCUPATIONS, source.id),
    ],
    sources: [source],
    transitions: readSpecializations(release, occupations, source.id, report),
  };
  report.assertSound();
  for (const [kind, list] of Object.entries(records)) report.wrote(kind, list.length);
  report.wrote(
    "skill requirements",
    [...needs.values()].reduce((sum, list) => sum + list.length, 0),
  );
  const aliases = [...occupations.values(), ...skills.values()].reduce((sum, each) => sum + each.aliases.length, 0);
  report.wrote("aliases", aliases);
  const labels = [...occupations.values(), ...skills.values()].reduce((sum, each) => sum + each.labels.length, 0);
  if (all.length > 1) report.wrote("labels in other languages", labels);
  explain(report);
  return {
    dataset: {
      id: "esco",
      name: "ESCO",
      version: release.version,
      attributions: [escoAttribution(release.version)],
      sharedAliases: true,
      records,
    },
    report,
  };
}

function explain(report: ImportReport): void {
  for (const text of [
    "Essential skills are ESSENTIAL, optional ones USEFUL; ESCO gives no level. Skills that no occupation uses are kept.",
    "A narrower skill is PART_OF its broader ones. The category of a skill is the second-highest group of the skill hierarchy " +
      "above it. If there are several, it is the nearest, then the first by code unit.",
    "ISCO groups, and the code and the URI of each occupation, become statements about the occupations (CLASSIFICATION). A statement " +
      "also says if a profession is regulated (REQUIREMENT).",
    "From a broader occupation to each narrower one a SPECIALIZATION is INFERRED: ESCO states the hierarchy, not the move.",
    "A skill BUILDS_ON the skills that skillSkillRelations calls essential to it.",
    "The collections of skills (digital, green, transversal, language, research, DigComp) are further categories of their skills.",
    "Hidden labels and scope notes are not imported. The citation of a skill contains its URI.",
  ]) {
    report.explain(text);
  }
}
