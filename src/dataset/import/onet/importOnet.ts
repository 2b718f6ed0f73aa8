import type { Closeness } from "../../../model/Closeness.js";
import { transitionId } from "../../../model/EntityId.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { DatasetFolder, ImportProgress } from "../DatasetFolder.js";
import { ImportReport } from "../ImportReport.js";
import { releaseFiles } from "../releaseFiles.js";
import { numberIn, TableReader } from "../TableReader.js";
import { readOewsWages } from "./oewsWages.js";
import { onetAttribution, onetSource, README, releaseOf, SUPPORTED_RELEASE, SVP_SOURCE } from "./onetRelease.js";
import { OnetRoles, roleIdOf } from "./OnetRoles.js";
import { ESSENTIAL_FROM, OnetSkills, readCategories, USEFUL_FROM } from "./OnetSkills.js";
import { readTaskStatements } from "./taskStatements.js";

/** The number of files read from a release, without files of wages, for the progress. */
const FILES = 11;

/**
 * Imports a release of the O*NET database (text edition, CC BY 4.0) from its folder or its zip, optionally with OEWS wage estimates for the
 * nation, for states and for metropolitan areas (public domain).
 *
 * - Occupations become roles, alternate titles aliases, and job zones preparations.
 * - Skills and knowledge rated important become needs with levels. Technologies marked as hot or in demand become USEFUL needs.
 * - Related occupations become RELATED transitions. They are INFERRED, because O*NET says that the work is similar, not that people move.
 * - Task statements, if the release contains them, become statements of responsibility.
 *
 * Ratings below 3, other technologies, sources of alternate titles, confidence bounds, descriptions of elements, and hourly wages if yearly
 * ones are published, are left out. The report lists irregular rows, and how each file was used.
 * @throws ImportError with all problems in the files
 */
export async function importOnet(
  folder: string,
  wages: readonly string[],
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<{ readonly dataset: DatasetFolder; readonly report: ImportReport }> {
  const report = new ImportReport("Import of the O*NET database");
  const files = await releaseFiles(folder);
  const tables = new TableReader(files, report, FILES + wages.length, onProgress);
  const note = await tables.text(README);
  const release = note === null ? null : releaseOf(note.content, report);
  if (release !== null) report.release(`O*NET ${release.version}`, SUPPORTED_RELEASE);
  // Without a release nothing is written, but the tables are still read, to report all problems at once.
  const source = onetSource(release ?? { version: "0", date: "unknown", fromExcel: false });
  const roles = new OnetRoles(report, source.id);
  const skills = new OnetSkills(report, source.id, roles);

  await roles.readOccupations(tables);
  await roles.readAlternateTitles(tables);
  await roles.readJobZones(tables);
  const categories = await readCategories(tables);
  await skills.readRatings(tables, "Skills", categories);
  await skills.readRatings(tables, "Knowledge", categories);
  await skills.readTechnologies(tables);
  const transitions = await readTransitions(tables, roles, source.id, report);
  const statements = await readTaskStatements(tables, roles, source.id, report);
  const oews = wages.length === 0 ? null : await readOewsWages(wages, tables, roles, report);
  const roleRecords = roles.records();
  for (const code of roles.codes) {
    if (!skills.isRated(code)) roles.remark("occupations without ratings of skills and knowledge (kept)", code);
  }
  tables.reportUnused();
  report.assertSound();
  if (release === null) throw new Error("A release without a name must be a problem of the report.");

  const records = {
    roles: roleRecords,
    skills: skills.records(),
    ...(oews === null ? {} : { pay: oews.pay, employment: oews.employment }),
    transitions,
    ...(statements.length === 0 ? {} : { statements }),
    sources: [source, SVP_SOURCE, ...(oews === null ? [] : [oews.source])],
  };
  for (const [kind, list] of Object.entries(records)) report.wrote(kind, list.length);
  report.wrote(
    "skill requirements",
    roleRecords.reduce((sum, { skills }) => sum + (skills?.length ?? 0), 0),
  );
  report.wrote(
    "aliases",
    roleRecords.reduce((sum, { aliases }) => sum + (aliases?.length ?? 0), 0),
  );
  explain(report);
  return {
    dataset: {
      id: "onet",
      name: oews === null ? "O*NET" : "O*NET with OEWS wages",
      version: release.version,
      attributions: [onetAttribution(release), ...(oews === null ? [] : [oews.attribution])],
      sharedAliases: true,
      levelScale: { name: "O*NET level", lowest: 0, highest: 7 },
      records,
    },
    report,
  };
}

/** Closeness by tier of Related Occupations. */
const CLOSENESS_OF_TIER: Readonly<Record<string, Closeness>> = {
  "Primary-Short": "CLOSE",
  "Primary-Long": "RELATED",
  Supplemental: "DISTANT",
};

/** Reads Related Occupations: directed pairs with a tier and an index among the related occupations. */
async function readTransitions(
  tables: TableReader,
  roles: OnetRoles,
  sourceId: string,
  report: ImportReport,
): Promise<RecordDraft<"transitions">[]> {
  const file = "Related Occupations.txt";
  const columns = ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"] as const;
  const cites = [{ source: sourceId, heading: "Related Occupations" }];
  const transitions = new Map<string, RecordDraft<"transitions">>();
  for (const row of await tables.tab(file, columns)) {
    const { "O*NET-SOC Code": from, "Related O*NET-SOC Code": to, "Relatedness Tier": tier } = row.cells;
    const index = numberIn(row, "Index", file, report);
    if (!roles.knows(from, file, row.line) || !roles.knows(to, file, row.line)) continue;
    const id = transitionId(roleIdOf(from), roleIdOf(to));
    if (from === to || transitions.has(id)) {
      report.remark("related occupations that repeat a pair or lead to themselves", file, row.line, `${from} ${to}`);
      continue;
    }
    const closeness = tier === null ? undefined : CLOSENESS_OF_TIER[tier];
    if (closeness === undefined)
      report.remark("related occupations of no known tier (kept, closeness unknown)", file, row.line, `${from} ${to}`);
    transitions.set(id, {
      from: roleIdOf(from),
      to: roleIdOf(to),
      kind: "RELATED",
      basis: "INFERRED",
      ...(closeness === undefined ? {} : { closeness }),
      note:
        "O*NET calls the two occupations related, which says that their work is similar and not that people make this move " +
        `(tier ${tier ?? "not given"}, index ${index ?? "not given"}).`,
      cites,
    });
  }
  return [...transitions].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, transition]) => transition);
}

function explain(report: ImportReport): void {
  for (const text of [
    `Importance (scale IM, 1 to 5; 3 "Important", 4 "Very important"): USEFUL from ${USEFUL_FROM}, ESSENTIAL from ${ESSENTIAL_FROM}, ` +
      'where a rating is nearer to "Very important". The level is that of scale LV, 0 to 7.',
    "A rating with Recommend Suppress = n/a counts as one that is not marked.",
    "Technologies are USEFUL and have no level. A technology under several commodities has the most frequent one as its category.",
    "Job zones 1 to 5 are the preparation, with the education text of the zone and its SVP range in years of work, apprenticeship or " +
      "schooling for the occupation. They are neither experience nor seniority.",
    "Task statements, if the release contains them, are statements of responsibility.",
    "Related occupations are transitions of kind RELATED. They are INFERRED, because O*NET states that the work is similar, not that people move. The tier is " +
      "the closeness: Primary-Short CLOSE, Primary-Long RELATED, Supplemental DISTANT; the note keeps tier and index.",
    'Short titles are aliases too, and so are both parts of a title such as "CEO (Chief Executive Officer)".',
  ]) {
    report.explain(text);
  }
}
