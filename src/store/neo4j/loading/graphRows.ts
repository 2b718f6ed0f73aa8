import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import { ENTITY_PREFIXES, type EntityPrefix, KIND_OF_PREFIX, prefixOf } from "../../../model/EntityId.js";
import type { Entity } from "../../../model/Entity.js";
import type { NodeKind } from "../../../model/NodeKind.js";
import type { Phase } from "../../../model/Phase.js";
import type { RelationKind } from "../../../model/RelationKind.js";
import type { Role } from "../../../model/Role.js";
import type { SkillRequirement } from "../../../model/SkillRequirement.js";
import { bySeniority } from "../../bySeniority.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { requirementRank } from "../../requirementRank.js";
import { listsOfCitations } from "../citationLists.js";
import { INTEGER_FIELDS, PLAIN_FIELDS } from "../entityFields.js";
import type { Fingerprints } from "./fingerprints.js";

type Properties = Record<string, unknown>;

/** A node as `load/entities` takes it. */
export interface EntityLoadRow {
  readonly id: string;
  /** Labels besides Entity. */
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** A relationship as the statement of its type takes it. */
export interface RelationshipLoadRow {
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  /** Of citations alone: their place in the list. */
  readonly position?: unknown;
}

const LABEL_OF_KIND: Readonly<Record<NodeKind, string>> = {
  ROLE: "Role",
  TRACK: "Track",
  SKILL: "Skill",
  CERTIFICATION: "Certification",
  DEGREE: "Degree",
  ACTIVITY: "Activity",
  PHASE: "Phase",
  TREND: "Trend",
  SECTOR: "Sector",
  EMPLOYER: "Employer",
  QUESTION: "Question",
  CLAIM: "Claim",
  STATEMENT: "Statement",
  SOURCE: "Source",
};

/** Every entity of a dataset as a node. Rows are made one by one, so that only a batch of them is ever in memory. */
export function* entityRows(dataset: Dataset, fingerprints: Fingerprints): Iterable<EntityLoadRow> {
  const places = seniorityPositions(dataset.roles);
  for (const [prefix, entities] of Object.entries(entitiesByPrefix(dataset)) as [EntityPrefix, readonly Entity[]][]) {
    for (const [ordinal, entity] of entities.entries()) {
      const properties: Properties = {
        label: entity.label,
        prefix,
        kindOrder: neo4j.int(ENTITY_PREFIXES.indexOf(prefix)),
        ordinal: neo4j.int(ordinal),
        fingerprint: fingerprints.of(entity.id),
        ...plainProperties(prefix, entity),
      };
      const labels = [LABEL_OF_KIND[KIND_OF_PREFIX[prefix]]];
      if (isRole(entity)) {
        if (entity.place === "ALTERNATIVE") labels.push("AlternativePath");
        Object.assign(properties, experienceProperties(entity));
        properties["seniorityPosition"] = neo4j.int(places.get(entity.id) as number);
      }
      if (isPhase(entity))
        Object.assign(properties, present({ yearsFrom: entity.years.from, yearsTo: entity.years.to }));
      yield { id: entity.id, labels, properties };
    }
  }
}

/** Every relationship of a dataset, type by type. */
export function relationshipRows(
  dataset: Dataset,
  fingerprints: Fingerprints,
): Readonly<Record<RelationKind, () => Iterable<RelationshipLoadRow>>> {
  const links = (type: RelationKind) =>
    function* (): Iterable<RelationshipLoadRow> {
      for (const { type: found, id, from, to, basis, citations } of dataset.links) {
        if (found === type)
          yield { from, to, properties: { ...present({ id, basis }), ...listsOfCitations(citations) } };
      }
    };
  return {
    *LEADS_TO() {
      for (const { fromId: from, toId: to, advice, citations, ...plain } of dataset.transitions) {
        const fingerprint = fingerprints.of(plain.id);
        const properties = { ...present(plain), ...(advice ?? {}), ...listsOfCitations(citations), fingerprint };
        yield { from, to, properties };
      }
    },
    *REQUIRES() {
      const positions = positionsInSkills(dataset);
      for (const [index, { roleId: from, skillId: to, citations, ...plain }] of dataset.requirements.entries()) {
        const position = neo4j.int(positions[index] as number);
        yield { from, to, properties: { ...present(plain), ...listsOfCitations(citations), position } };
      }
    },
    *ASKS_FOR() {
      for (const { roleId: from, degreeId: to, citations, ...plain } of dataset.degreeRequirements) {
        yield { from, to, properties: { ...present(plain), ...listsOfCitations(citations) } };
      }
    },
    *ON_TRACK() {
      for (const { id, trackId } of dataset.roles)
        if (trackId !== null) yield { from: id, to: trackId, properties: {} };
    },
    CLOSE_MATCH: links("CLOSE_MATCH"),
    CERTIFIES: links("CERTIFIES"),
    BUILDS_ON: links("BUILDS_ON"),
    PART_OF: links("PART_OF"),
    DEVELOPS: links("DEVELOPS"),
    CALLS_FOR: links("CALLS_FOR"),
    EMPLOYS: links("EMPLOYS"),
    ABOUT: links("ABOUT"),
    *CITES() {
      for (const entities of Object.values(entitiesByPrefix(dataset))) {
        for (const { id, citations } of entities) {
          for (const [index, { sourceId, heading, viaId }] of citations.entries()) {
            yield { from: id, to: sourceId, position: neo4j.int(index), properties: present({ heading, viaId }) };
          }
        }
      }
    },
  };
}

/** How many relationships of each type a dataset comes to; types without any are left out. */
export function relationshipCounts(dataset: Dataset): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (type: RelationKind, count: number): void => {
    if (count > 0) counts.set(type, (counts.get(type) ?? 0) + count);
  };
  add("LEADS_TO", dataset.transitions.length);
  add("REQUIRES", dataset.requirements.length);
  add("ASKS_FOR", dataset.degreeRequirements.length);
  for (const { trackId } of dataset.roles) if (trackId !== null) add("ON_TRACK", 1);
  for (const { type } of dataset.links) add(type, 1);
  for (const entities of Object.values(entitiesByPrefix(dataset))) {
    for (const { citations } of entities) add("CITES", citations.length);
  }
  return counts;
}

/** Place of each role by seniority. */
function seniorityPositions(roles: readonly Role[]): ReadonlyMap<string, number> {
  return new Map(bySeniority(roles).map(({ id }, position) => [id, position]));
}

/**
 * Place of each requirement, by its index in the dataset, in the list of its skill: ESSENTIAL first, then STATED, then the
 * role's default order. O(n log n).
 */
function positionsInSkills({ requirements, roles }: Dataset): Uint32Array {
  const ordinals = new Map(roles.map(({ id }, ordinal) => [id, ordinal]));
  const ofSkills = new Map<string, number[]>();
  for (const [index, { skillId }] of requirements.entries()) {
    const list = ofSkills.get(skillId);
    if (list === undefined) ofSkills.set(skillId, [index]);
    else list.push(index);
  }
  const positions = new Uint32Array(requirements.length);
  for (const list of ofSkills.values()) {
    list.sort((left, right) => {
      const [one, other] = [requirements[left] as SkillRequirement, requirements[right] as SkillRequirement];
      return (
        requirementRank(one) - requirementRank(other) ||
        (ordinals.get(one.roleId) ?? 0) - (ordinals.get(other.roleId) ?? 0)
      );
    });
    for (const [position, index] of list.entries()) positions[index] = position;
  }
  return positions;
}

function plainProperties(prefix: EntityPrefix, entity: Entity): Properties {
  const values = entity as unknown as Properties;
  const properties: Properties = {};
  for (const field of PLAIN_FIELDS[prefix]) {
    const value = values[field] ?? null;
    if (value !== null) properties[field] = INTEGER_FIELDS.has(field) ? neo4j.int(value as number) : value;
  }
  return properties;
}

function experienceProperties({ experience }: Role): Properties {
  if (experience === null) return {};
  const { sourceIds, headings, viaIds } = listsOfCitations(experience.citations);
  return present({
    experienceFrom: experience.from,
    experienceTo: experience.to,
    experienceDisputed: experience.disputed,
    experienceSourceIds: sourceIds,
    experienceHeadings: headings,
    experienceViaIds: viaIds,
  });
}

/** The properties that are not null: the graph has none for null. */
function present(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

function isRole(entity: Entity): entity is Role {
  return prefixOf(entity.id) === "role";
}

function isPhase(entity: Entity): entity is Phase {
  return prefixOf(entity.id) === "phase";
}
