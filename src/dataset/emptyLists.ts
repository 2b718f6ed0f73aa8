import { ENTITY_KINDS, ENTITY_PREFIXES, type EntityList, type EntityPrefix } from "../model/entityKinds.js";
import type { EntityLists } from "./Dataset.js";

/** An empty list of every kind of entity, for a dataset that is made in code and has few kinds. */
export function emptyLists(): EntityLists {
  const lists = {} as Record<EntityList<EntityPrefix>, never[]>;
  for (const prefix of ENTITY_PREFIXES) lists[ENTITY_KINDS[prefix].list] = [];
  return lists;
}
