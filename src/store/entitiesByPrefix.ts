import type { EntityLists } from "../dataset/Dataset.js";
import type { Entity } from "../model/Entity.js";
import { byPrefix, ENTITY_KINDS, type EntityPrefix } from "../model/entityKinds.js";

/** The entities of a dataset by their id prefix, each list in default order. */
export function entitiesByPrefix(dataset: EntityLists): Readonly<Record<EntityPrefix, readonly Entity[]>> {
  return byPrefix((prefix) => dataset[ENTITY_KINDS[prefix].list]);
}
