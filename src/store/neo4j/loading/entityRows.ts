import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import { ENTITY_PREFIXES, type EntityPrefix, KIND_OF_PREFIX, prefixOf } from "../../../model/EntityId.js";
import type { Entity } from "../../../model/Entity.js";
import type { NodeKind } from "../../../model/NodeKind.js";
import type { Phase } from "../../../model/Phase.js";
import type { Role } from "../../../model/Role.js";
import { bySeniority } from "../../bySeniority.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { headingsOf, sourceIdsOf, viaIdsOf } from "../citationLists.js";
import { INTEGER_FIELDS, PLAIN_FIELDS } from "../entityFields.js";
import type { FingerprintOf } from "./fingerprints.js";

type Properties = Record<string, unknown>;

/** A node as `load/entities` takes it. */
export interface EntityLoadRow {
  readonly id: string;
  /** Labels besides Entity. */
  readonly labels: readonly string[];
  readonly properties: Properties;
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
export function* entityRows(dataset: Dataset, fingerprintOf: FingerprintOf): Iterable<EntityLoadRow> {
  const places = seniorityPositions(dataset.roles);
  for (const [prefix, entities] of Object.entries(entitiesByPrefix(dataset)) as [EntityPrefix, readonly Entity[]][]) {
    for (const [ordinal, entity] of entities.entries()) {
      const properties: Properties = {
        label: entity.label,
        prefix,
        kindOrder: neo4j.int(ENTITY_PREFIXES.indexOf(prefix)),
        ordinal: neo4j.int(ordinal),
        fingerprint: fingerprintOf(entity),
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

/** Place of each role by seniority. */
function seniorityPositions(roles: readonly Role[]): ReadonlyMap<string, number> {
  return new Map(bySeniority(roles).map(({ id }, position) => [id, position]));
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
  return present({
    experienceFrom: experience.from,
    experienceTo: experience.to,
    experienceDisputed: experience.disputed,
    experienceSourceIds: sourceIdsOf(experience.citations),
    experienceHeadings: headingsOf(experience.citations),
    experienceViaIds: viaIdsOf(experience.citations),
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
