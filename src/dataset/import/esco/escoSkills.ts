import { append } from "../../../model/append.js";
import type { RecordDraft } from "../../recordShapes.js";
import type { ImportReport } from "../ImportReport.js";
import { acyclicLinks } from "./acyclicLinks.js";
import { citing, namesOf, present, type Concept, type Concepts } from "./EscoConcepts.js";
import type { EscoRelease } from "./EscoRelease.js";
import { readCollections } from "./readCollections.js";
import { readSkillCategories } from "./skillCategories.js";

export const SKILLS = "skills";
export const SKILL_GROUPS = "skillGroups";
export const SKILL_RELATIONS = "skillSkillRelations";
export const BROADER_SKILLS = "broaderRelationsSkillPillar";

const UNKNOWN = "relations of a skill or skill group that the release lacks";
const REPEATED = "relations of skills that repeat a pair";

/** A relation between two skills, by their URIs, with its line. */
interface SkillLink {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** The hierarchy of skills and skill groups. */
interface SkillHierarchy {
  /** The URIs directly above each skill and skill group. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  /** The links from each skill to the skills directly above it. */
  readonly links: readonly SkillLink[];
}

function readSkillHierarchy(release: EscoRelease, skills: Concepts, report: ImportReport): SkillHierarchy {
  const groups = new Set<string>();
  for (const { cells } of release.rows(SKILL_GROUPS, ["conceptUri"])) {
    if (cells.conceptUri !== null) groups.add(cells.conceptUri);
  }
  const file = release.fileOf(BROADER_SKILLS);
  const above = new Map<string, string[]>();
  const links = new Map<string, SkillLink>();
  let toGroups = 0;
  for (const { line, cells } of release.rows(BROADER_SKILLS, ["conceptUri", "broaderUri"])) {
    const { conceptUri: from, broaderUri: to } = cells;
    const known = (uri: string | null): uri is string => uri !== null && (skills.has(uri) || groups.has(uri));
    if (!known(from) || !known(to)) {
      report.remark(UNKNOWN, file, line, `${from} under ${to}`);
      continue;
    }
    append(above, from, to);
    if (!skills.has(from) || !skills.has(to)) toGroups++;
    else if (links.has(`${from} ${to}`)) report.remark(REPEATED, file, line, `${from} under ${to}`);
    else links.set(`${from} ${to}`, { from, to, line });
  }
  report.read(`${file}: relations to skill groups, which give the categories`, toGroups);
  return { above, links: [...links.values()] };
}

/** All skills as records, in table order. */
export function skillRecords(
  release: EscoRelease,
  skills: Concepts,
  sourceId: string,
  report: ImportReport,
): RecordDraft<"skills">[] {
  const { above, links } = readSkillHierarchy(release, skills, report);
  const idOf = (uri: string): string => (skills.get(uri) as Concept).id;
  const partOf = linksByOrigin(links, ({ from, to, line }) =>
    report.remark(
      "broader skills that would close a cycle",
      release.fileOf(BROADER_SKILLS),
      line,
      `${from} under ${to}`,
    ),
  );
  const buildsOn = linksByOrigin(readEssentialSkills(release, skills, report), ({ from, to, line }) =>
    report.remark(
      "skills that would build on themselves",
      release.fileOf(SKILL_RELATIONS),
      line,
      `${from} needs ${to}`,
    ),
  );
  const categoryOf = readSkillCategories(release, above);
  const collections = readCollections(release, skills, report);
  return [...skills.values()].map((skill) => {
    const linked = (key: "partOf" | "buildsOn", links: ReadonlyMap<string, readonly string[]>, table: string) => {
      const to = links.get(skill.uri);
      return to === undefined ? {} : { [key]: to.map((uri) => ({ to: idOf(uri), cites: citing(sourceId, table) })) };
    };
    return {
      id: skill.id,
      name: skill.label,
      ...namesOf(skill),
      ...present("description", skill.row.cells["description"]),
      ...present("category", categoryOf(skill.uri)),
      ...(collections.has(skill.uri) ? { collections: collections.get(skill.uri) } : {}),
      ...linked("buildsOn", buildsOn, SKILL_RELATIONS),
      ...linked("partOf", partOf, BROADER_SKILLS),
      // Other systems refer to the skill by its URI.
      cites: citing(sourceId, `${SKILLS}, ${skill.uri}`),
    };
  });
}

/** The pairs of skills in which the second is essential to the first. Optional ones are counted and left out. */
function readEssentialSkills(release: EscoRelease, skills: Concepts, report: ImportReport): SkillLink[] {
  const file = release.fileOf(SKILL_RELATIONS);
  const links = new Map<string, SkillLink>();
  let optional = 0;
  for (const { line, cells } of release.rows(SKILL_RELATIONS, [
    "originalSkillUri",
    "relationType",
    "relatedSkillUri",
  ])) {
    const { originalSkillUri: from, relationType, relatedSkillUri: to } = cells;
    if (from === null || to === null || !skills.has(from) || !skills.has(to)) {
      report.remark(UNKNOWN, file, line, `${from} ${relationType} ${to}`);
    } else if (from === to) {
      report.remark("skills related to themselves", file, line, `${from} ${relationType}`);
    } else if (relationType === "optional") optional++;
    else if (relationType !== "essential")
      report.remark("relations of an unknown type", file, line, `${from} ${relationType} ${to}`);
    else if (links.has(`${from} ${to}`)) report.remark(REPEATED, file, line, `${from} essential ${to}`);
    else links.set(`${from} ${to}`, { from, to, line });
  }
  report.read(`${file}: skills that are optional to skills (left out)`, optional);
  return [...links.values()];
}

/** The targets of the links without cycles, by origin. */
function linksByOrigin(links: readonly SkillLink[], drop: (link: SkillLink) => void): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of acyclicLinks(links, drop)) append(targets, from, to);
  return targets;
}
