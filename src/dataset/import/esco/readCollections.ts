import type { ImportReport } from "../ImportReport.js";
import type { Concepts } from "./EscoConcepts.js";
import type { EscoRelease } from "./EscoRelease.js";

/** The names of ESCO's collections of skills, as in ESCO's portal, by table. */
const NAMES = {
  digCompSkillsCollection: "DigComp skills",
  digitalSkillsCollection: "digital skills",
  greenSkillsCollection: "green skills",
  languageSkillsCollection: "language skills",
  researchSkillsCollection: "research skills",
  transversalSkillsCollection: "transversal skills",
} as const;

/** The tables of the collections. A release may lack some of them. */
export const COLLECTIONS = Object.keys(NAMES);

/** The collections of each skill, by its URI. Skills without collections are absent. */
export function readCollections(
  release: EscoRelease,
  skills: Concepts,
  report: ImportReport,
): ReadonlyMap<string, string[]> {
  const collections = new Map<string, Set<string>>();
  for (const [table, name] of Object.entries(NAMES)) {
    if (!release.has(table)) continue;
    for (const { line, cells } of release.rows(table, ["conceptUri"])) {
      const { conceptUri: uri } = cells;
      if (uri === null || !skills.has(uri)) {
        report.remark("skills of a collection that the release lacks", release.fileOf(table), line, uri ?? "");
        continue;
      }
      const names = collections.get(uri);
      if (names === undefined) collections.set(uri, new Set([name]));
      else names.add(name);
    }
  }
  return new Map([...collections].map(([uri, names]) => [uri, [...names]]));
}
