import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import { citing, type Concepts } from "./EscoConcepts.js";
import type { EscoRelease } from "./EscoRelease.js";

export const NEEDS = "occupationSkillRelations";
export const BROADER_OCCUPATIONS = "broaderRelationsOccPillar";

type Need = NonNullable<RecordDraft<"roles">["skills"]>[number];

/** The needs of each occupation, by its URI, in table order. */
export function readNeeds(
  release: EscoRelease,
  occupations: Concepts,
  skills: Concepts,
  sourceId: string,
  report: ImportReport,
): Map<string, Need[]> {
  const file = release.fileOf(NEEDS);
  const needs = new Map<string, Need[]>();
  const seen = new Set<string>();
  const cites = citing(sourceId, NEEDS);
  for (const { line, cells } of release.rows(NEEDS, ["occupationUri", "relationType", "skillUri"])) {
    const { occupationUri, relationType, skillUri } = cells;
    const what = `${occupationUri} ${relationType} ${skillUri}`;
    const occupation = occupationUri === null ? undefined : occupations.get(occupationUri);
    const skill = skillUri === null ? undefined : skills.get(skillUri);
    if (occupation === undefined)
      report.remark("occupation-skill relations of an occupation that the release lacks", file, line, what);
    else if (skill === undefined)
      report.remark("occupation-skill relations of a skill that the release lacks", file, line, what);
    else if (relationType !== "essential" && relationType !== "optional") {
      report.remark("relations of an unknown type", file, line, what);
    } else if (seen.has(`${occupation.id} ${skill.id}`)) {
      report.remark("relations that repeat a pair", file, line, what);
    } else {
      seen.add(`${occupation.id} ${skill.id}`);
      const list = needs.get(occupation.uri) ?? [];
      needs.set(occupation.uri, list);
      list.push({ skill: skill.id, importance: relationType === "essential" ? "ESSENTIAL" : "USEFUL", cites });
    }
  }
  remarkUnlinked(release, occupations, skills, needs, report);
  return needs;
}

/** Reports occupations without skills or without essential skills, and skills that no occupation needs. */
function remarkUnlinked(
  release: EscoRelease,
  occupations: Concepts,
  skills: Concepts,
  needs: ReadonlyMap<string, readonly Need[]>,
  report: ImportReport,
): void {
  for (const { uri, label, row } of occupations.values()) {
    const needed = needs.get(uri) ?? [];
    if (needed.some(({ importance }) => importance === "ESSENTIAL")) continue;
    const topic = `occupations without ${needed.length === 0 ? "skills" : "essential skills"} (kept)`;
    report.remark(topic, release.fileOf("occupations"), row.line, label);
  }
  const used = new Set([...needs.values()].flatMap((list) => list.map(({ skill }) => skill)));
  for (const { id, label, row } of skills.values()) {
    if (!used.has(id))
      report.remark("skills that no occupation needs (kept)", release.fileOf("skills"), row.line, label);
  }
}

/** The transitions from each broader occupation to the occupations directly under it. */
export function readSpecializations(
  release: EscoRelease,
  occupations: Concepts,
  sourceId: string,
  report: ImportReport,
): RecordDraft<"transitions">[] {
  const file = release.fileOf(BROADER_OCCUPATIONS);
  const transitions = new Map<string, RecordDraft<"transitions">>();
  let toGroups = 0;
  for (const { line, cells } of release.rows(BROADER_OCCUPATIONS, [
    "conceptType",
    "conceptUri",
    "broaderType",
    "broaderUri",
  ])) {
    const { conceptType, conceptUri, broaderType, broaderUri } = cells;
    const narrower = conceptUri === null ? undefined : occupations.get(conceptUri);
    if (conceptType !== "Occupation" || (broaderType !== "Occupation" && narrower !== undefined)) {
      toGroups++;
      continue;
    }
    const broader = broaderUri === null ? undefined : occupations.get(broaderUri);
    if (narrower === undefined || broader === undefined) {
      report.remark(
        "broader relations of an occupation that the release lacks",
        file,
        line,
        `${conceptUri} under ${broaderUri}`,
      );
    } else if (transitions.has(`${broader.id} ${narrower.id}`)) {
      report.remark("broader relations that repeat a pair", file, line, `${conceptUri} under ${broaderUri}`);
    } else {
      transitions.set(`${broader.id} ${narrower.id}`, {
        from: broader.id,
        to: narrower.id,
        kind: "SPECIALIZATION",
        basis: "INFERRED",
        note: `Inferred from the hierarchy of ESCO, which puts "${narrower.label}" under "${broader.label}".`,
        cites: citing(sourceId, BROADER_OCCUPATIONS),
      });
    }
  }
  report.read(`${file}: relations to ISCO groups, which the codes of the groups already give`, toGroups);
  return [...transitions.values()];
}
