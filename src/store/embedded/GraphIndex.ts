import type { Dataset } from "../../dataset/Dataset.js";
import { KIND_OF_PREFIX, prefixOf, type EntityPrefix } from "../../model/EntityId.js";
import type { Certification } from "../../model/Certification.js";
import type { Entity } from "../../model/Entity.js";
import { Importance } from "../../model/Importance.js";
import { Basis } from "../../model/Basis.js";
import { Necessity } from "../../model/Necessity.js";
import type { Node } from "../../model/Node.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { Role } from "../../model/Role.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Transition } from "../../model/Transition.js";
import type { Trend } from "../../model/Trend.js";
import type { RelatedTo } from "../CareerStore.js";

/** Gives, for an id, what stands in a relation to it, in the order that the port documents; empty for an unknown id. */
type Related = { readonly [K in keyof RelatedTo]: (id: string) => readonly RelatedTo[K][] };

/** A dataset with an index for each question that the port asks: lookups cost what they return. */
export interface GraphIndex {
  readonly dataset: Dataset;
  /** Entities of each id prefix in default order. */
  readonly entities: Readonly<Record<EntityPrefix, readonly Entity[]>>;
  /** Everything with an id: entities and facts that are relationships. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Place of each entity in the default order of its prefix. */
  readonly ordinals: ReadonlyMap<string, number>;
  readonly related: Related;
  /** Requirements of each skill: ESSENTIAL first, then STATED, then the role's default order. */
  readonly requirementsOfSkill: ReadonlyMap<string, readonly SkillRequirement[]>;
  readonly rolesOfTrack: ReadonlyMap<string, readonly Role[]>;
  readonly degreeRequirementsOfDegree: ReadonlyMap<string, Dataset["degreeRequirements"]>;
  readonly linksFrom: ReadonlyMap<string, readonly Relation[]>;
  readonly linksInto: ReadonlyMap<string, readonly Relation[]>;
  /** Entities that cite each source. */
  readonly citersOf: ReadonlyMap<string, readonly Entity[]>;
}

/** Builds every index in one go. O(n log n) in nodes and relations. */
export function indexDataset(dataset: Dataset): GraphIndex {
  const entities = entitiesByPrefix(dataset);
  const nodes = new Map<string, Node>();
  const ordinals = new Map<string, number>();
  const citersOf = new Map<string, Entity[]>();
  for (const list of Object.values(entities)) {
    list.forEach((entity, ordinal) => {
      nodes.set(entity.id, entity);
      ordinals.set(entity.id, ordinal);
      for (const sourceId of new Set(entity.citations.map((citation) => citation.sourceId))) {
        append(citersOf, sourceId, entity);
      }
    });
  }
  for (const fact of [dataset.transitions, dataset.requirements, dataset.degreeRequirements].flat())
    nodes.set(fact.id, fact);

  const ordinalOf = (id: string): number => ordinals.get(id) ?? 0;
  const requirementOrder = (otherEnd: (requirement: SkillRequirement) => string) =>
    byKeys<SkillRequirement>(
      ({ importance }) => rankIn(Importance, importance),
      ({ basis }) => rankIn(Basis, basis),
      (requirement) => ordinalOf(otherEnd(requirement)),
    );
  const requirementsOfRole = grouped(dataset.requirements, ({ roleId }) => roleId);
  sortLists(
    requirementsOfRole,
    requirementOrder(({ skillId }) => skillId),
  );
  const requirementsOfSkill = grouped(dataset.requirements, ({ skillId }) => skillId);
  sortLists(
    requirementsOfSkill,
    requirementOrder(({ roleId }) => roleId),
  );
  const transitionsFrom = grouped(dataset.transitions, ({ fromId }) => fromId);
  sortLists(
    transitionsFrom,
    byKeys<Transition>(({ toId }) => ordinalOf(toId)),
  );
  const transitionsInto = grouped(dataset.transitions, ({ toId }) => toId);
  sortLists(
    transitionsInto,
    byKeys<Transition>(({ fromId }) => ordinalOf(fromId)),
  );
  const degreesOfRole = grouped(dataset.degreeRequirements, ({ roleId }) => roleId);
  sortLists(
    degreesOfRole,
    byKeys(
      ({ necessity }) => rankIn(Necessity, necessity),
      ({ degreeId }) => ordinalOf(degreeId),
    ),
  );

  const linksFrom = grouped(dataset.links, ({ from }) => from);
  const linksInto = grouped(dataset.links, ({ to }) => to);
  const inDefaultOrder = byKeys<Entity>(
    ({ id }) => prefixRank(id),
    ({ id }) => ordinalOf(id),
  );
  /** Entities behind ids, each once, in default order. Callers know the type from the kind of link. */
  const entitiesOf = <T extends Entity>(ids: Iterable<string>): readonly T[] =>
    [...new Set(ids)].map((id) => nodes.get(id) as T).sort(inDefaultOrder);
  const targets =
    <T extends Entity>(type: RelationKind) =>
    (id: string): readonly T[] =>
      entitiesOf(ofType(linksFrom, type, id).map(({ to }) => to));
  const origins =
    <T extends Entity>(type: RelationKind, prefix: EntityPrefix) =>
    (id: string): readonly T[] =>
      entitiesOf(
        ofType(linksInto, type, id)
          .map(({ from }) => from)
          .filter((from) => prefixOf(from) === prefix),
      );
  /** What points at any of the skills that a role requires. */
  const throughSkills =
    <T extends Entity>(type: RelationKind) =>
    (roleId: string): readonly T[] =>
      entitiesOf(
        (requirementsOfRole.get(roleId) ?? []).flatMap(({ skillId }) =>
          ofType(linksInto, type, skillId).map(({ from }) => from),
        ),
      );

  const related: Related = {
    transitionsFromRole: listed(transitionsFrom),
    transitionsIntoRole: listed(transitionsInto),
    requirementsOfRole: listed(requirementsOfRole),
    degreeRequirementsOfRole: listed(degreesOfRole),
    certificationsOfRole: throughSkills<Certification>("CERTIFIES"),
    trendsOfRole: throughSkills<Trend>("CALLS_FOR"),
    payOfRole: ofRole(origins("ABOUT", "pay")),
    growthOfRole: ofRole(origins("ABOUT", "growth")),
    statementsOfRole: ofRole(origins("ABOUT", "statement")),
    questionsOfRole: ofRole(origins("ABOUT", "question")),
    closeMatchesOfRole: (id) =>
      entitiesOf<Role>([
        ...ofType(linksFrom, "CLOSE_MATCH", id).map(({ to }) => to),
        ...ofType(linksInto, "CLOSE_MATCH", id).map(({ from }) => from),
      ]),
    employersOfRole: origins("EMPLOYS", "employer"),
    buildsOnOfSkill: targets("BUILDS_ON"),
    partOfOfSkill: targets("PART_OF"),
    certificationsOfSkill: origins("CERTIFIES", "certification"),
    phasesOfSkill: origins("DEVELOPS", "phase"),
    skillsOfCertification: targets("CERTIFIES"),
    skillsOfPhase: ofPrefix("phase", targets("DEVELOPS")),
    skillsOfActivity: ofPrefix("activity", targets("DEVELOPS")),
    skillsOfTrend: targets("CALLS_FOR"),
    aboutOf: targets("ABOUT"),
  };
  return {
    dataset,
    entities,
    nodes,
    ordinals,
    related,
    requirementsOfSkill,
    rolesOfTrack: grouped(
      dataset.roles.filter(({ trackId }) => trackId !== null),
      ({ trackId }) => trackId as string,
    ),
    degreeRequirementsOfDegree: grouped(dataset.degreeRequirements, ({ degreeId }) => degreeId),
    linksFrom,
    linksInto,
    citersOf,
  };
}

function entitiesByPrefix(dataset: Dataset): Record<EntityPrefix, readonly Entity[]> {
  return {
    role: dataset.roles,
    track: dataset.tracks,
    skill: dataset.skills,
    certification: dataset.certifications,
    degree: dataset.degrees,
    activity: dataset.activities,
    phase: dataset.phases,
    trend: dataset.trends,
    sector: dataset.sectors,
    employer: dataset.employers,
    question: dataset.questions,
    pay: dataset.pay,
    growth: dataset.growth,
    statement: dataset.statements,
    source: dataset.sources,
  };
}

function listed<T>(lists: ReadonlyMap<string, readonly T[]>): (id: string) => readonly T[] {
  return (id) => lists.get(id) ?? [];
}

/** A relation that the port knows of one kind of node alone: other ids have nothing in it. */
function ofPrefix<T>(prefix: EntityPrefix, read: (id: string) => readonly T[]): (id: string) => readonly T[] {
  return (id) => (prefixOf(id) === prefix ? read(id) : []);
}

function ofRole<T>(read: (id: string) => readonly T[]): (id: string) => readonly T[] {
  return ofPrefix("role", read);
}

function ofType(links: ReadonlyMap<string, readonly Relation[]>, type: RelationKind, id: string): readonly Relation[] {
  return (links.get(id) ?? []).filter((link) => link.type === type);
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const value of values) append(lists, keyOf(value), value);
  return lists;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function sortLists<T>(lists: ReadonlyMap<string, T[]>, order: (left: T, right: T) => number): void {
  for (const list of lists.values()) list.sort(order);
}

function byKeys<T>(...keys: readonly ((value: T) => number)[]): (left: T, right: T) => number {
  return (left, right) => {
    for (const key of keys) {
      const difference = key(left) - key(right);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Place of an enum's value in the order that the enum is written in. */
function rankIn(values: Readonly<Record<string, string>>, value: string): number {
  return Object.keys(values).indexOf(value);
}

const PREFIXES = Object.keys(KIND_OF_PREFIX);

/** Prefixes stand in the order of NodeKind; of the two of a claim, pay comes first. */
function prefixRank(id: string): number {
  return PREFIXES.indexOf(prefixOf(id) ?? "");
}
