import { countsOfKinds } from "../model/countsOfKinds.js";
import type { AssumedYears } from "../model/AssumedYears.js";
import type { DatasetPart } from "../model/DatasetPart.js";
import { ENTITY_KINDS, ENTITY_PREFIXES } from "../model/entityKinds.js";
import { degreeRequirementId, matchId, relationId, requirementId, transitionId } from "../model/EntityId.js";
import type { Degree } from "../model/Degree.js";
import { degreeRank } from "../model/DegreeLevel.js";
import type { DegreeRequirement } from "../model/DegreeRequirement.js";
import type { Experience } from "../model/Experience.js";
import type { Label } from "../model/Label.js";
import type { Match } from "../model/Match.js";
import type { Phase } from "../model/Phase.js";
import type { Preparation } from "../model/Preparation.js";
import type { Relation } from "../model/Relation.js";
import type { RelationKind } from "../model/RelationKind.js";
import type { SkillRequirement } from "../model/SkillRequirement.js";
import type { Transition } from "../model/Transition.js";
import type { YearSpan } from "../model/YearSpan.js";
import { compareText } from "../model/compareText.js";
import { normalizeName } from "../names/normalizeName.js";
import { citationMaker, type CitationsOf } from "./citationMaker.js";
import type { Dataset } from "./Dataset.js";
import { employmentLabel, growthLabel, payLabel, shortened } from "./labels.js";
import type { DatasetHead, Located, RawDataset } from "./RawDataset.js";
import type { CitationRecord, LinkRecord, RecordFile, RecordOf } from "./recordShapes.js";
import { sameWorkTransitions } from "./matches/sameWorkTransitions.js";
import { revisionOf } from "./revisionOf.js";

/** Builds the dataset from records that satisfy every rule: adds labels, citations, relations, the default order and the revision. */
export function buildDataset(raw: RawDataset): Dataset {
  const of = <F extends RecordFile>(file: F): RecordOf<F>[] => raw.records[file].map(({ value }) => value);
  const roles = of("roles");
  const citationsOf = citationMaker();
  const originIds = originsOf(raw);
  const entity = (id: string, label: string, cites: readonly CitationRecord[]) => ({
    id,
    label,
    originId: originIds.get(id) ?? "",
    citations: citationsOf(cites),
  });
  const linksOf = linkMaker(citationsOf);
  const transitions = of("transitions").map((transition) => transitionOf(transition, citationsOf));
  const matches = of("matches").map((match) => matchOf(match, citationsOf));
  const content = {
    name: raw.folders.map(({ name }) => name).join(" + "),
    version: raw.folders.map(({ version }) => version).join(" + "),
    attributions: [...new Set(raw.folders.flatMap(({ attributions }) => attributions))],
    parts: partsOf(raw),
    roles: byName(
      roles.map(({ id, title, aliases, labels, summary, place, seniority, track, experience, preparation, cites }) => ({
        ...entity(id, title, cites),
        title,
        aliases,
        labels: byLanguage(labels),
        summary: summary ?? null,
        place,
        seniority: seniority ?? null,
        experience: experienceOf(experience, citationsOf),
        preparation: preparationOf(preparation),
        trackId: track ?? null,
      })),
    ),
    tracks: of("tracks").map(({ id, name, aliases, description, cites }) => ({
      ...entity(id, name, cites),
      name,
      aliases,
      description: description ?? null,
    })),
    skills: byName(
      of("skills").map(({ id, name, aliases, labels, description, category, collections, offersChoice, cites }) => ({
        ...entity(id, name, cites),
        name,
        aliases,
        labels: byLanguage(labels),
        description: description ?? null,
        category: category ?? null,
        collections: [...new Set(collections)].sort(compareText),
        offersChoice,
      })),
    ),
    certifications: of("certifications").map(({ id, name, aliases, issuer, cites }) => ({
      ...entity(id, name, cites),
      name,
      aliases,
      issuer,
    })),
    degrees: of("degrees").map(({ id, name, aliases, level, fields, cites }) => ({
      ...entity(id, name, cites),
      name,
      aliases,
      level,
      fields,
    })),
    activities: of("activities").map(({ id, name, examples, cites }) => ({
      ...entity(id, name, cites),
      name,
      examples,
    })),
    phases: byYears(
      raw.folders,
      of("phases").map(({ id, name, years, cites }) => ({
        ...entity(id, name, cites),
        name,
        years: spanOf(years),
      })),
    ),
    trends: of("trends").map(({ id, name, summary, cites }) => ({
      ...entity(id, name, cites),
      name,
      summary: summary ?? null,
    })),
    sectors: of("sectors").map(({ id, name, note, cites }) => ({
      ...entity(id, name, cites),
      name,
      note: note ?? null,
    })),
    employers: of("employers").map(({ id, name, cites }) => ({ ...entity(id, name, cites), name })),
    questions: of("questions").map(({ id, question, answer, cites }) => ({
      ...entity(id, question, cites),
      question,
      answer,
    })),
    pay: of("pay").map((pay) => ({
      ...entity(pay.id, payLabel(pay), pay.cites),
      min: pay.min ?? null,
      max: pay.max ?? null,
      openEnded: pay.openEnded,
      currency: pay.currency,
      period: pay.period,
      component: pay.component,
      statistic: pay.statistic,
      place: pay.place ?? null,
      lowerPercentile: pay.lowerPercentile ?? null,
      upperPercentile: pay.upperPercentile ?? null,
      asOf: pay.asOf ?? null,
      otherPopulation: pay.otherPopulation ?? null,
      note: pay.note ?? null,
    })),
    growth: of("growth").map((growth) => ({
      ...entity(growth.id, growthLabel(growth), growth.cites),
      percent: growth.percent,
      atLeast: growth.atLeast,
      fromYear: growth.fromYear ?? null,
      toYear: growth.toYear ?? null,
      population: growth.population,
      note: growth.note ?? null,
    })),
    employment: of("employment").map((employment) => ({
      ...entity(employment.id, employmentLabel(employment), employment.cites),
      count: employment.count,
      place: employment.place ?? null,
      asOf: employment.asOf ?? null,
      note: employment.note ?? null,
    })),
    statements: of("statements").map(({ id, topic, text, cites }) => ({
      ...entity(id, shortened(text), cites),
      topic,
      text,
    })),
    sources: of("sources").map(({ id, title, publisher, url, note }) => ({
      ...entity(id, title, []),
      title,
      publisher: publisher ?? null,
      url: url ?? null,
      note: note ?? null,
    })),
    transitions: [...transitions, ...sameWorkTransitions(matches, transitions)],
    matches,
    requirements: roles.flatMap((role) => requirementsOf(role, citationsOf)),
    degreeRequirements: roles.flatMap((role) => degreeRequirementsOf(role, citationsOf)),
    links: [
      ...roles.flatMap((role) => linksOf("CLOSE_MATCH", role, role.closeMatches)),
      ...of("skills").flatMap((skill) => linksOf("BUILDS_ON", skill, skill.buildsOn)),
      ...of("skills").flatMap((skill) => linksOf("PART_OF", skill, skill.partOf)),
      ...of("certifications").flatMap((certification) => linksOf("CERTIFIES", certification, certification.certifies)),
      ...of("activities").flatMap((activity) => linksOf("DEVELOPS", activity, activity.develops)),
      ...of("phases").flatMap((phase) => linksOf("DEVELOPS", phase, phase.develops)),
      ...of("trends").flatMap((trend) => linksOf("CALLS_FOR", trend, trend.callsFor)),
      ...of("employers").flatMap((employer) => linksOf("EMPLOYS", employer, employer.employs)),
      ...of("questions").flatMap((question) => linksOf("ABOUT", question, question.about)),
      ...of("pay").flatMap((pay) => linksOf("ABOUT", pay, pay.about)),
      ...of("growth").flatMap((growth) => linksOf("ABOUT", growth, growth.about)),
      ...of("employment").flatMap((employment) => linksOf("ABOUT", employment, employment.about)),
      ...of("statements").flatMap((statement) => linksOf("ABOUT", statement, statement.about)),
    ],
  };
  const ordered = {
    ...content,
    tracks: byName(content.tracks),
    certifications: byName(content.certifications),
    degrees: byLevel(content.degrees),
    activities: byName(content.activities),
    trends: byName(content.trends),
    sectors: byName(content.sectors),
    employers: byName(content.employers),
    questions: byName(content.questions),
    pay: byId(content.pay),
    growth: byId(content.growth),
    employment: byId(content.employment),
    statements: byId(content.statements),
    sources: byName(content.sources),
  };
  return { ...ordered, revision: revisionOf(ordered) };
}

/** The dataset of each record with an id: the first that contains it, because equal records of later folders have been merged. */
function originsOf({ folders, records }: RawDataset): ReadonlyMap<string, string> {
  const idOfFolder = new Map(folders.map(({ folder, id }) => [folder, id]));
  const origins = new Map<string, string>();
  for (const prefix of ENTITY_PREFIXES) {
    for (const { value, folder } of records[ENTITY_KINDS[prefix].list]) {
      origins.set(value.id, idOfFolder.get(folder) ?? "");
    }
  }
  return origins;
}

/** The folders with the number of records that come from each. */
function partsOf({ folders, records }: RawDataset): DatasetPart[] {
  return folders.map(({ folder, id, name, version, attributions, assumedYears, levelScale }) => {
    const counts = countsOfKinds((prefix) => {
      const list: readonly Located<unknown>[] = records[ENTITY_KINDS[prefix].list];
      return list.filter((record) => record.folder === folder).length;
    });
    const declared = { assumedYears: assumedYearsOf(assumedYears), levelScale: levelScale ?? null };
    return { id, name, version, attributions, ...declared, counts };
  });
}

/** The years that a folder declares for steps of unknown time; null if it declares none. */
function assumedYearsOf(declared: DatasetHead["assumedYears"]): AssumedYears | null {
  if (declared === undefined) return null;
  return { rising: declared.rising ?? null, level: declared.level ?? null, note: declared.note };
}

/** The envelope of all claims; null if there is none. */
function experienceOf(claims: RecordOf<"roles">["experience"], citationsOf: CitationsOf): Experience | null {
  const [first] = claims;
  if (first === undefined) return null;
  const open = claims.some(({ to }) => to === undefined);
  return {
    from: Math.min(...claims.map(({ from }) => from)),
    to: open ? null : Math.max(...claims.map(({ to }) => to ?? 0)),
    disputed: claims.some(({ from, to }) => from !== first.from || to !== first.to),
    citations: citationsOf(claims.flatMap(({ cites }) => cites)),
  };
}

function preparationOf(preparation: RecordOf<"roles">["preparation"]): Preparation | null {
  if (preparation === undefined) return null;
  const { scale, level, label, education, years } = preparation;
  return { scale, level, label, education: education ?? null, years: years === undefined ? null : spanOf(years) };
}

function spanOf({ from, to }: RecordOf<"phases">["years"]): YearSpan {
  return { from, to: to ?? null };
}

function transitionOf(transition: RecordOf<"transitions">, citationsOf: CitationsOf): Transition {
  const { from, to, kind, basis, closeness, statedYears, note, advice, cites } = transition;
  return {
    id: transitionId(from, to),
    fromId: from,
    toId: to,
    kind,
    basis,
    closeness: closeness ?? null,
    statedYears: statedYears ?? null,
    note: note ?? null,
    advice:
      advice === undefined
        ? null
        : { demonstrateSkillIds: advice.demonstrate, developSkillIds: advice.develop, actions: advice.actions },
    citations: citationsOf(cites),
  };
}

function matchOf({ from, to, kind, basis, note, cites }: RecordOf<"matches">, citationsOf: CitationsOf): Match {
  const ends = { id: matchId(from, to), fromId: from, toId: to };
  return { ...ends, kind, basis, note: note ?? null, citations: citationsOf(cites) };
}

function requirementsOf(role: RecordOf<"roles">, citationsOf: CitationsOf): SkillRequirement[] {
  return role.skills.map(({ skill, importance, level, basis, note, cites }) => ({
    id: requirementId(role.id, skill),
    roleId: role.id,
    skillId: skill,
    importance,
    requiredLevel: level ?? null,
    basis,
    note: note ?? null,
    citations: citationsOf(cites),
  }));
}

function degreeRequirementsOf(role: RecordOf<"roles">, citationsOf: CitationsOf): DegreeRequirement[] {
  return role.degrees.map(({ degree, necessity, note, cites }) => ({
    id: degreeRequirementId(role.id, degree),
    roleId: role.id,
    degreeId: degree,
    necessity,
    note: note ?? null,
    citations: citationsOf(cites),
  }));
}

function linkMaker(citationsOf: CitationsOf) {
  return (
    type: RelationKind,
    record: { readonly id: string; readonly cites: readonly CitationRecord[] },
    links: readonly LinkRecord[],
  ): Relation[] =>
    links.map(({ to, basis, cites }) => ({
      id: relationId(type, record.id, to),
      type,
      from: record.id,
      to,
      basis,
      citations: citationsOf(cites ?? record.cites),
    }));
}

/** Sorts entities by normalised label in code-unit order, then by id. */
function byName<T extends { readonly id: string; readonly label: string }>(entities: readonly T[]): T[] {
  return entities
    .map((value) => ({ value, name: normalizeName(value.label) }))
    .sort((left, right) => compareText(left.name, right.name) || compareText(left.value.id, right.value.id))
    .map(({ value }) => value);
}

/** Sorts entities by id. For kinds whose labels are made from figures or a sentence. */
function byId<T extends { readonly id: string }>(entities: readonly T[]): T[] {
  return entities.toSorted((left, right) => compareText(left.id, right.id));
}

/** Sorts degrees by level, the lowest first, then by name. */
function byLevel(degrees: readonly Degree[]): Degree[] {
  return byName(degrees).sort((left, right) => degreeRank(left.level) - degreeRank(right.level));
}

/** Sorts labels by language, then by text. */
function byLanguage(labels: readonly Label[]): readonly Label[] {
  return labels.toSorted(
    (left, right) => compareText(left.language, right.language) || compareText(left.text, right.text),
  );
}

/** Sorts phases by dataset, then by the start and the end of their years, then by id. */
function byYears(folders: readonly DatasetHead[], phases: readonly Phase[]): Phase[] {
  const partOf = new Map(folders.map(({ id }, part) => [id, part]));
  return [...phases].sort(
    (left, right) =>
      (partOf.get(left.originId) ?? 0) - (partOf.get(right.originId) ?? 0) ||
      left.years.from - right.years.from ||
      (left.years.to ?? Infinity) - (right.years.to ?? Infinity) ||
      compareText(left.id, right.id),
  );
}
