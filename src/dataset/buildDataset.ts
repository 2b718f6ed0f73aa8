import { countsOfKinds } from "../model/countsOfKinds.js";
import type { AssumedYears } from "../model/AssumedYears.js";
import type { DatasetPart } from "../model/DatasetPart.js";
import { ENTITY_KINDS, ENTITY_PREFIXES } from "../model/entityKinds.js";
import { degreeRequirementId, matchId, relationId, requirementId, transitionId } from "../model/EntityId.js";
import type { Degree } from "../model/Degree.js";
import { degreeRank } from "../model/DegreeLevel.js";
import type { DegreeRequirement } from "../model/DegreeRequirement.js";
import type { Entity } from "../model/Entity.js";
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
import type { CitationRecord, LinkRecord, RecordKind, RecordOf } from "./recordShapes.js";
import { sameWorkTransitions } from "./matches/sameWorkTransitions.js";
import { revisionOf } from "./revisionOf.js";

/**
 * Builds the dataset from records that satisfy every rule: adds labels, citations, relations, the default order and the revision. Removes
 * the records from `raw`, so that a large dataset is not in memory twice.
 */
export function buildDataset(raw: RawDataset): Dataset {
  const { folders } = raw;
  const parts = partsOf(raw);
  const make = makerFor(raw);
  const { transitions, matches } = transitionsAndMatches(make);
  const { links: ofRoles, ...rolesAndNeeds } = rolesWithNeeds(make);
  const { links: ofSkills, skills } = skillsWithLinks(make);
  const { links: ofCredentials, ...credentials } = credentialsAndTracks(make);
  const { links: ofContext, ...context } = contextOf(make, folders);
  const { links: ofClaims, ...claims } = claimsWithLinks(make);
  const content = {
    name: folders.map(({ name }) => name).join(" + "),
    version: folders.map(({ version }) => version).join(" + "),
    attributions: [...new Set(folders.flatMap(({ attributions }) => attributions))],
    parts,
    ...rolesAndNeeds,
    skills,
    ...credentials,
    ...context,
    ...claims,
    transitions,
    matches,
    links: [...ofRoles, ...ofSkills, ...ofCredentials, ...ofContext, ...ofClaims],
  };
  return { ...content, revision: revisionOf(content) };
}

/** What the steps of `buildDataset` have in common. */
interface Maker {
  /** The records of a kind, which are removed from the raw dataset. */
  take<F extends RecordKind>(file: F): readonly RecordOf<F>[];
  /**
   * The fields of every entity. Spread them last: V8 gives each object that begins with a spread a hidden class of its own, which takes
   * three times the memory.
   */
  entity(id: string, label: string, cites: readonly CitationRecord[]): EntityFields;
  readonly citationsOf: CitationsOf;
  linksOf(
    type: RelationKind,
    record: { readonly id: string; readonly cites: readonly CitationRecord[] },
    links: readonly LinkRecord[],
  ): Relation[];
}

type EntityFields = Pick<Entity, "id" | "label" | "originId" | "citations">;

function makerFor(raw: RawDataset): Maker {
  const citationsOf = citationMaker();
  const originIds = originsOf(raw);
  return {
    take: <F extends RecordKind>(file: F) => {
      const records = raw.records[file] as Located<RecordOf<F>>[];
      return records.splice(0).map(({ value }) => value);
    },
    entity: (id, label, cites) => ({
      id,
      label,
      originId: originIds.get(id) ?? "",
      citations: citationsOf(cites),
    }),
    citationsOf,
    linksOf: (type, record, links) =>
      links.map(({ to, basis, cites }) => ({
        id: relationId(type, record.id, to),
        type,
        from: record.id,
        to,
        basis,
        citations: citationsOf(cites ?? record.cites),
      })),
  };
}

function transitionsAndMatches({ take, citationsOf }: Maker) {
  const transitions = take("transitions").map((transition) => transitionOf(transition, citationsOf));
  const matches = take("matches").map((match) => matchOf(match, citationsOf));
  return { transitions: [...transitions, ...sameWorkTransitions(matches, transitions)], matches };
}

function rolesWithNeeds({ take, entity, citationsOf, linksOf }: Maker) {
  const records = take("roles");
  return {
    roles: byName(
      records.map(
        ({ id, title, aliases, labels, summary, place, seniority, track, experience, preparation, cites }) => ({
          title,
          aliases,
          labels: byLanguage(labels),
          summary: summary ?? null,
          place,
          seniority: seniority ?? null,
          experience: experienceOf(experience, citationsOf),
          preparation: preparationOf(preparation),
          trackId: track ?? null,
          ...entity(id, title, cites),
        }),
      ),
    ),
    requirements: records.flatMap((role) => requirementsOf(role, citationsOf)),
    degreeRequirements: records.flatMap((role) => degreeRequirementsOf(role, citationsOf)),
    links: records.flatMap((role) => linksOf("CLOSE_MATCH", role, role.closeMatches)),
  };
}

function skillsWithLinks({ take, entity, linksOf }: Maker) {
  const records = take("skills");
  return {
    skills: byName(
      records.map(({ id, name, aliases, labels, description, category, collections, offersChoice, cites }) => ({
        name,
        aliases,
        labels: byLanguage(labels),
        description: description ?? null,
        category: category ?? null,
        collections: [...new Set(collections)].sort(compareText),
        offersChoice,
        ...entity(id, name, cites),
      })),
    ),
    links: [
      ...records.flatMap((skill) => linksOf("BUILDS_ON", skill, skill.buildsOn)),
      ...records.flatMap((skill) => linksOf("PART_OF", skill, skill.partOf)),
    ],
  };
}

function credentialsAndTracks({ take, entity, linksOf }: Maker) {
  const certifications = take("certifications");
  return {
    tracks: byName(
      take("tracks").map(({ id, name, aliases, description, cites }) => ({
        name,
        aliases,
        description: description ?? null,
        ...entity(id, name, cites),
      })),
    ),
    certifications: byName(
      certifications.map(({ id, name, aliases, issuer, cites }) => ({
        name,
        aliases,
        issuer,
        ...entity(id, name, cites),
      })),
    ),
    degrees: byLevel(
      take("degrees").map(({ id, name, aliases, level, fields, cites }) => ({
        name,
        aliases,
        level,
        fields,
        ...entity(id, name, cites),
      })),
    ),
    links: certifications.flatMap((certification) => linksOf("CERTIFIES", certification, certification.certifies)),
  };
}

/** The entities around roles and skills, and the sources. */
function contextOf({ take, entity, linksOf }: Maker, folders: readonly DatasetHead[]) {
  const [activities, phases, trends] = [take("activities"), take("phases"), take("trends")];
  const [employers, questions] = [take("employers"), take("questions")];
  return {
    activities: byName(
      activities.map(({ id, name, examples, cites }) => ({ name, examples, ...entity(id, name, cites) })),
    ),
    phases: byYears(
      folders,
      phases.map(({ id, name, years, cites }) => ({ name, years: spanOf(years), ...entity(id, name, cites) })),
    ),
    trends: byName(
      trends.map(({ id, name, summary, cites }) => ({ name, summary: summary ?? null, ...entity(id, name, cites) })),
    ),
    sectors: byName(
      take("sectors").map(({ id, name, note, cites }) => ({ name, note: note ?? null, ...entity(id, name, cites) })),
    ),
    employers: byName(employers.map(({ id, name, cites }) => ({ name, ...entity(id, name, cites) }))),
    questions: byName(
      questions.map(({ id, question, answer, cites }) => ({ question, answer, ...entity(id, question, cites) })),
    ),
    sources: byName(
      take("sources").map(({ id, title, publisher, url, note }) => ({
        title,
        publisher: publisher ?? null,
        url: url ?? null,
        note: note ?? null,
        ...entity(id, title, []),
      })),
    ),
    links: [
      ...activities.flatMap((activity) => linksOf("DEVELOPS", activity, activity.develops)),
      ...phases.flatMap((phase) => linksOf("DEVELOPS", phase, phase.develops)),
      ...trends.flatMap((trend) => linksOf("CALLS_FOR", trend, trend.callsFor)),
      ...employers.flatMap((employer) => linksOf("EMPLOYS", employer, employer.employs)),
      ...questions.flatMap((question) => linksOf("ABOUT", question, question.about)),
    ],
  };
}

function claimsWithLinks({ take, entity, linksOf }: Maker) {
  const [pay, growth] = [take("pay"), take("growth")];
  const [employment, statements] = [take("employment"), take("statements")];
  return {
    pay: byId(
      pay.map((claim) => ({
        min: claim.min ?? null,
        max: claim.max ?? null,
        openEnded: claim.openEnded,
        currency: claim.currency,
        period: claim.period,
        component: claim.component,
        statistic: claim.statistic,
        place: claim.place ?? null,
        lowerPercentile: claim.lowerPercentile ?? null,
        upperPercentile: claim.upperPercentile ?? null,
        asOf: claim.asOf ?? null,
        otherPopulation: claim.otherPopulation ?? null,
        note: claim.note ?? null,
        ...entity(claim.id, payLabel(claim), claim.cites),
      })),
    ),
    growth: byId(
      growth.map((claim) => ({
        percent: claim.percent,
        atLeast: claim.atLeast,
        fromYear: claim.fromYear ?? null,
        toYear: claim.toYear ?? null,
        population: claim.population,
        note: claim.note ?? null,
        ...entity(claim.id, growthLabel(claim), claim.cites),
      })),
    ),
    employment: byId(
      employment.map((claim) => ({
        count: claim.count,
        place: claim.place ?? null,
        asOf: claim.asOf ?? null,
        note: claim.note ?? null,
        ...entity(claim.id, employmentLabel(claim), claim.cites),
      })),
    ),
    statements: byId(
      statements.map(({ id, topic, text, cites }) => ({ topic, text, ...entity(id, shortened(text), cites) })),
    ),
    links: [...pay, ...growth, ...employment, ...statements].flatMap((claim) => linksOf("ABOUT", claim, claim.about)),
  };
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
  return {
    id: matchId(from, to),
    fromId: from,
    toId: to,
    kind,
    basis,
    note: note ?? null,
    citations: citationsOf(cites),
  };
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
