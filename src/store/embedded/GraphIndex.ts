import type { Dataset } from "../../dataset/Dataset.js";
import type { DegreeRequirement } from "../../model/DegreeRequirement.js";
import type { Entity } from "../../model/Entity.js";
import type { EntityPrefix } from "../../model/entityKinds.js";
import { Necessity } from "../../model/Necessity.js";
import type { Match } from "../../model/Match.js";
import { MatchKind } from "../../model/MatchKind.js";
import type { Node } from "../../model/Node.js";
import type { Relation } from "../../model/Relation.js";
import type { RelationKind } from "../../model/RelationKind.js";
import type { Role } from "../../model/Role.js";
import type { SkillRequirement } from "../../model/SkillRequirement.js";
import type { Transition } from "../../model/Transition.js";
import { entitiesByPrefix } from "../entitiesByPrefix.js";
import { requirementRank } from "../requirementRank.js";
import { skillCategories } from "../skillCategories.js";
import { append } from "../../model/append.js";
import { listsByKey, rankIn } from "../listsByKey.js";

type Lists<T> = ReadonlyMap<string, readonly T[]>;

/** A dataset with an index for each kind of read. Lists are in the orders that the port documents. */
export interface GraphIndex {
  readonly dataset: Dataset;
  /** Entities of each id prefix in default order. */
  readonly entities: Readonly<Record<EntityPrefix, readonly Entity[]>>;
  /** Everything with an id: entities, facts that are relationships, and the datasets that they come from. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Position of each entity in the default order of its prefix. */
  readonly ordinals: ReadonlyMap<string, number>;
  readonly transitionsFrom: Lists<Transition>;
  readonly transitionsInto: Lists<Transition>;
  readonly requirementsOfRole: Lists<SkillRequirement>;
  readonly requirementsOfSkill: Lists<SkillRequirement>;
  readonly degreeRequirementsOfRole: Lists<DegreeRequirement>;
  readonly degreeRequirementsOfDegree: Lists<DegreeRequirement>;
  /** Matches of each role and skill, in either direction. */
  readonly matchesOf: Lists<Match>;
  readonly rolesOfTrack: Lists<Role>;
  readonly linksFrom: Lists<Relation>;
  readonly linksInto: Lists<Relation>;
  /** Entities that cite each source. */
  readonly citersOf: Lists<Entity>;
  readonly skillCategories: readonly string[];
}

/** Builds all indexes. O(n log n) in nodes and relations. */
export function indexDataset(dataset: Dataset): GraphIndex {
  const { transitions, requirements, degreeRequirements, matches, links } = dataset;
  const entities = entitiesByPrefix(dataset);
  const nodes = new Map<string, Node>();
  const ordinals = new Map<string, number>();
  const citersOf = new Map<string, Entity[]>();
  for (const list of Object.values(entities)) {
    for (const [ordinal, entity] of list.entries()) {
      nodes.set(entity.id, entity);
      ordinals.set(entity.id, ordinal);
      const sourceIds = new Set(entity.citations.map(({ sourceId }) => sourceId));
      for (const sourceId of sourceIds) append(citersOf, sourceId, entity);
    }
  }
  for (const part of dataset.parts) nodes.set(part.id, part);
  for (const facts of [transitions, requirements, degreeRequirements, matches]) {
    for (const fact of facts) nodes.set(fact.id, fact);
  }

  const ordinalOf = (id: string): number => ordinals.get(id) as number;
  const ofRole = ({ roleId }: { readonly roleId: string }): string => roleId;
  return {
    dataset,
    entities,
    nodes,
    ordinals,
    transitionsFrom: listsByKey(
      transitions,
      ({ fromId }) => fromId,
      ({ toId }) => ordinalOf(toId),
    ),
    transitionsInto: listsByKey(
      transitions,
      ({ toId }) => toId,
      ({ fromId }) => ordinalOf(fromId),
    ),
    requirementsOfRole: listsByKey(requirements, ofRole, requirementRank, ({ skillId }) => ordinalOf(skillId)),
    requirementsOfSkill: listsByKey(
      requirements,
      ({ skillId }) => skillId,
      requirementRank,
      ({ roleId }) => ordinalOf(roleId),
    ),
    degreeRequirementsOfRole: listsByKey(
      degreeRequirements,
      ofRole,
      ({ necessity }) => rankIn(Necessity, necessity),
      ({ degreeId }) => ordinalOf(degreeId),
    ),
    degreeRequirementsOfDegree: listsByKey(degreeRequirements, ({ degreeId }) => degreeId),
    matchesOf: new Map(
      [
        ...listsByKey(
          matches.flatMap((match) => [
            { of: match.fromId, other: match.toId, match },
            { of: match.toId, other: match.fromId, match },
          ]),
          ({ of }) => of,
          ({ match }) => rankIn(MatchKind, match.kind),
          ({ other }) => ordinalOf(other),
        ),
      ].map(([id, list]) => [id, list.map(({ match }) => match)]),
    ),
    rolesOfTrack: listsByKey(
      dataset.roles.filter(({ trackId }) => trackId !== null),
      ({ trackId }) => trackId as string,
    ),
    linksFrom: listsByKey(links, ({ from }) => from),
    linksInto: listsByKey(links, ({ to }) => to),
    citersOf,
    skillCategories: skillCategories(dataset.skills),
  };
}

/** The links of an id that have one type. */
export function linksOfType(links: Lists<Relation>, type: RelationKind, id: string): readonly Relation[] {
  return (links.get(id) ?? []).filter((link) => link.type === type);
}
