import neo4j from "neo4j-driver";
import type { Dataset } from "../../../dataset/Dataset.js";
import type { Entity } from "../../../model/Entity.js";
import { prefixOf } from "../../../model/EntityId.js";
import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityPrefix, fieldsOf } from "../../../model/entityKinds.js";
import type { Role } from "../../../model/Role.js";
import { bySeniority } from "../../bySeniority.js";
import { claimedOfRoles } from "../../claimedOfRoles.js";
import { entitiesByPrefix } from "../../entitiesByPrefix.js";
import { claimedProperties } from "../claimedProperties.js";
import { type NodeProperties, ownShape } from "../ownShapes.js";
import { checksumOfEntity, checksumOfNode } from "./checksums.js";
import type { FingerprintOf } from "./fingerprints.js";

/** A node, as a row of `load/entities`. */
export interface EntityLoadRow {
  readonly id: string;
  /** Labels besides Entity. */
  readonly labels: readonly string[];
  readonly properties: NodeProperties;
}

/**
 * Every entity of a dataset as a node. Rows are made one by one, so that only a batch of them is ever in memory.
 * @param relationshipsOf the checksums of the relationships out of each entity, see `checksumsOfRelationships`
 */
export function* entityRows(
  dataset: Dataset,
  fingerprintOf: FingerprintOf,
  relationshipsOf: ReadonlyMap<string, number>,
): Iterable<EntityLoadRow> {
  const positions = seniorityPositions(dataset.roles);
  const claimedOf = claimedOfRoles(dataset);
  const entitiesOf = entitiesByPrefix(dataset);
  for (const prefix of ENTITY_PREFIXES) {
    const { nodeLabel } = ENTITY_KINDS[prefix];
    for (const [ordinal, entity] of entitiesOf[prefix].entries()) {
      const labels: string[] = [nodeLabel];
      let ofRole: NodeProperties = {};
      if (isRole(entity)) {
        if (entity.place === "ALTERNATIVE") labels.push("AlternativePath");
        ofRole = {
          seniorityPosition: neo4j.int(positions.get(entity.id) as number),
          ...claimedProperties(claimedOf(entity.id)),
        };
      }
      const properties = {
        label: entity.label,
        originId: entity.originId,
        prefix,
        kindOrder: neo4j.int(ENTITY_PREFIXES.indexOf(prefix)),
        ordinal: neo4j.int(ordinal),
        fingerprint: fingerprintOf(entity),
        ...fieldProperties(prefix, entity),
        ...ofRole,
      };
      const node = checksumOfNode(["Entity", ...labels], { id: entity.id, ...properties });
      const checksum = neo4j.int(checksumOfEntity(node, relationshipsOf.get(entity.id) ?? 0));
      yield { id: entity.id, labels, properties: { ...properties, checksum } };
    }
  }
}

/** The position of each role in the order by seniority. */
function seniorityPositions(roles: readonly Role[]): ReadonlyMap<string, number> {
  return new Map(bySeniority(roles).map(({ id }, position) => [id, position]));
}

/** The fields of an entity as properties, without null ones. */
function fieldProperties(prefix: EntityPrefix, entity: Entity): NodeProperties {
  const values: NodeProperties = { ...entity };
  const properties: Record<string, unknown> = {};
  for (const [field, form] of fieldsOf(prefix)) {
    const value = values[field];
    Object.assign(properties, form === "OWN_SHAPE" ? ownShape(prefix, field).write(value) : { [field]: value });
    if (form === "INTEGER" && typeof value === "number") properties[field] = neo4j.int(value);
  }
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

function isRole(entity: Entity): entity is Role {
  return prefixOf(entity.id) === "role";
}
